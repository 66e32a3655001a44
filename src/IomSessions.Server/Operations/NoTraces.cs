using Serilog.Core;
using Serilog.Events;

namespace IomSessions.Server.Operations;

/// <summary>Takes from log events what names a session, a person or a line of one (OP1).</summary>
internal sealed class NoTraces : ILogEventEnricher
{
    private static readonly string[] Names = ["RequestPath", "ConnectionId", "TransportConnectionId", "HubConnectionId"];

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory factory)
    {
        foreach (var name in Names)
        {
            logEvent.RemovePropertyIfPresent(name);
        }
    }
}
