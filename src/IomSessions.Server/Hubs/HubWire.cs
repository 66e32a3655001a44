using IomSessions.Engine;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Server.Hubs;

/// <summary>Frames to a connection of one of SignalR's own transports: through SignalR, over a line that can be held.</summary>
internal sealed class HubWire(HubConnectionContext connection, HeldLine line) : IWire
{
    private static readonly SerializedHubMessage Ping = Envelopes.Wrap(Envelopes.Ping);

    public void Hold() => line.Hold();

    public ValueTask WriteAsync(ReadOnlySpan<Frame> frames)
    {
        line.LetGo();
        return connection.WriteAsync(Envelopes.Join(frames), connection.ConnectionAborted);
    }

    // SignalR has no flush but a message
    public ValueTask LetGoAsync() => line.LetGo() ? connection.WriteAsync(Ping, connection.ConnectionAborted) : default;
}
