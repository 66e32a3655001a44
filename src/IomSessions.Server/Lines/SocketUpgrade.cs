using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace IomSessions.Server.Lines;

/// <summary>
/// Lets the framework make the handshake of a WebSocket (RFC 6455, 4.2) and gives it the transport below HTTP, where one message is one
/// write. Only where HTTP/1.1 stands on a transport that shows itself; whoever comes otherwise is left to SignalR.
/// </summary>
internal sealed class SocketUpgrade(IHttpUpgradeFeature inner, IDuplexPipe transport, TimeProvider clock) : IHttpUpgradeFeature
{
    public SocketOutput Output { get; } = new(transport.Output, clock);

    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    /// <returns>Null: this request cannot be upgraded so.</returns>
    public static SocketUpgrade? Of(HttpContext http, TimeProvider clock) =>
        http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade
        && http.Features.Get<IConnectionTransportFeature>() is { Transport: { } transport }
            ? new(upgrade, transport, clock)
            : null;

    public async Task<Stream> UpgradeAsync()
    {
        // writes the answer's head; what comes after goes past the stream that it returns
        await inner.UpgradeAsync();
        return new SocketStream(transport.Input.AsStream(leaveOpen: true), Output);
    }
}
