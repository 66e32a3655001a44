using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Security.Claims;
using IomSessions.Server.Hubs;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace IomSessions.Server.Lines;

/// <summary>
/// A WebSocket as SignalR sees a connection. What SignalR's own transport does in two loops, two pipes and four handovers is one write
/// here: whoever posts to a line sends.
/// </summary>
internal sealed class SocketLine : ConnectionContext, IDuplexPipe, IConnectionUserFeature, IHttpContextFeature, ITransferFormatFeature, IConnectionHeartbeatFeature, IConnectionInherentKeepAliveFeature
{
    /// <summary>What has been received and not been read by the hub, in bytes: then nothing more is received.</summary>
    private const int ReceivedAhead = 64 * 1024;

    private static readonly PipeOptions Received = new(
        pauseWriterThreshold: ReceivedAhead, resumeWriterThreshold: ReceivedAhead / 2, readerScheduler: PipeScheduler.Inline, useSynchronizationContext: false);

    private readonly Pipe _received = new(Received);
    private readonly CancellationTokenSource _closed = new();
    private readonly SocketOutput _output;
    private readonly HttpContext _http;
    private readonly Func<ValueTask<FlushResult>> _hear;

    // of the connection itself: it can be asked when the request is over
    private readonly IHttpRequestLifetimeFeature? _life;
    private Action? _beats;

    public SocketLine(string id, HttpContext http, SocketOutput output)
    {
        (ConnectionId, _http, _output) = (id, http, output);
        // the hub reads within it, as it reads wherever something is written
        _hear = () => _received.Writer.FlushAsync();
        (User, _life) = (http.User, http.Features.Get<IHttpRequestLifetimeFeature>());
        (Transport, output.Cut) = (this, Cut);
        Features.Set<IConnectionUserFeature>(this);
        Features.Set<IHttpContextFeature>(this);
        Features.Set<ITransferFormatFeature>(this);
        Features.Set<IConnectionHeartbeatFeature>(this);
        Features.Set<IConnectionInherentKeepAliveFeature>(this);
        Features.Set<IWire>(output);
    }

    public override string ConnectionId { get; set; }

    public override IDuplexPipe Transport { get; set; }

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override IDictionary<object, object?> Items { get; set; } = new ConnectionItems();

    public override CancellationToken ConnectionClosed
    {
        get => _closed.Token;
        set => throw new NotSupportedException();
    }

    public PipeReader Input => _received.Reader;

    public PipeWriter Output => _output;

    public ClaimsPrincipal? User { get; set; }

    HttpContext? IHttpContextFeature.HttpContext
    {
        get => _http;
        set => throw new NotSupportedException();
    }

    public TransferFormat SupportedFormats => TransferFormat.Text;

    public TransferFormat ActiveFormat { get; set; } = TransferFormat.Text;

    /// <summary>SignalR knows only of what it writes itself; that the line lives is told here.</summary>
    public bool HasInherentKeepAlive => true;

    public void OnHeartbeat(Action<object> action, object state) => _beats += () => action(state);

    /// <summary>From time to time: whoever takes nothing of what waits for him is cut off, and whoever has heard nothing hears that the line
    /// lives.</summary>
    public void Beat(TimeSpan patience, TimeSpan silence)
    {
        _beats?.Invoke();
        switch (_output.Rest)
        {
            case (var since, IsStuck: true) when since >= patience:
                Cut();
                break;
            case (var since, IsStuck: false) when since >= silence:
                _ = PingAsync();
                break;
        }
    }

    /// <summary>Ends the line without a word.</summary>
    public void Cut() => _life?.Abort();

    public override void Abort(ConnectionAbortedException abortReason) => Cut();

    /// <summary>Runs the hub on the line until either has ended, and closes the socket.</summary>
    /// <returns>What failed in the hub's own code, or null.</returns>
    public async Task<Exception?> RunAsync(WebSocket socket, ConnectionDelegate hub, TimeSpan parting, TimeProvider clock)
    {
        try
        {
            var receiving = ReceiveAsync(socket);
            var talking = TalkAsync(hub);
            if (await Task.WhenAny(receiving, talking) == receiving && !await EndsAsync(talking, parting, clock))
            {
                // the hub has had the time to read what came before the end
                await _closed.CancelAsync();
            }

            var failure = await talking;
            await _received.Reader.CompleteAsync();
            await _output.CompleteAsync();
            var closing = CloseAsync(socket, failure is null);
            if (!await EndsAsync(Task.WhenAll(closing, receiving), parting, clock))
            {
                Cut();
                // nothing may look at the transport when it is given back
                await EndsAsync(Task.WhenAll(closing, receiving), parting, clock);
            }

            return failure;
        }
        finally
        {
            _output.Seal();
        }
    }

    private static async Task<bool> EndsAsync(Task task, TimeSpan patience, TimeProvider clock)
    {
        try
        {
            await task.WaitAsync(patience, clock);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task PingAsync()
    {
        try
        {
            await _output.PingAsync();
        }
        catch (Exception)
        {
            Cut();
        }
    }

    private async Task<Exception?> TalkAsync(ConnectionDelegate hub)
    {
        try
        {
            await hub(this);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private async Task ReceiveAsync(WebSocket socket)
    {
        try
        {
            while (true)
            {
                // takes no buffer while nothing comes
                if ((await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None)).MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                var got = await socket.ReceiveAsync(_received.Writer.GetMemory(), CancellationToken.None);
                if (got.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                _received.Writer.Advance(got.Count);
                if (await Afterwards.Listen(_hear) is { IsCompleted: true } or { IsCanceled: true })
                {
                    return;
                }
            }
        }
        catch (Exception cut) when (cut is WebSocketException or IOException or OperationCanceledException or InvalidOperationException)
        {
            // the line is gone, which is nobody's fault
        }
        finally
        {
            await _received.Writer.CompleteAsync();
        }
    }

    private static async Task CloseAsync(WebSocket socket, bool isWell)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(isWell ? WebSocketCloseStatus.NormalClosure : WebSocketCloseStatus.InternalServerError, null, CancellationToken.None);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or InvalidOperationException or OperationCanceledException)
        {
            // the line is gone
        }
    }
}
