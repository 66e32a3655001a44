using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using IomSessions.Server.Operations;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using ProtocolVersion = IomSessions.Wire.ProtocolVersion;

namespace IomSessions.Server.Lines;

/// <summary>The WebSockets of this server: who comes in by one, what is looked at from time to time on each, and their end.</summary>
internal sealed class SocketLines : IDisposable
{
    private const int IdBytes = 16;

    /// <summary>How often SignalR looks whether a line is alive.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>How long the other side may take to close.</summary>
    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(5);

    /// <summary>Whoever takes nothing for so long of what waits for him is cut off.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>After so long without a word a line hears that it lives: only for who hears no beat yet, the others hear one more often.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(2 * ProtocolVersion.BeatSeconds);

    private readonly ConcurrentDictionary<string, SocketLine> _lines = new();
    private readonly TimeProvider _clock;
    private readonly ILogger<SocketLines> _log;
    private readonly CancellationToken _stopping;
    private readonly ITimer _timer;

    public SocketLines(TimeProvider clock, IHostApplicationLifetime life, ILogger<SocketLines> log)
    {
        (_clock, _log, _stopping) = (clock, log, life.ApplicationStopping);
        // made before the server starts, so called after everybody has heard goodbye
        _stopping.Register(Close);
        _timer = clock.CreateTimer(_ => Beat(), null, Look, Look);
    }

    /// <summary>Where a WebSocket can be had so, it runs the hub; else what is asked goes SignalR's own way.</summary>
    /// <param name="app">Makes the branch for those that come so.</param>
    public RequestDelegate Branch(IApplicationBuilder app, ConnectionDelegate hub, RequestDelegate otherwise)
    {
        app.UseWebSockets();
        app.Run(http => http.WebSockets.IsWebSocketRequest ? RunAsync(http, hub) : otherwise(http));
        var branch = app.Build();
        return http =>
        {
            if (SocketUpgrade.Of(http, _clock) is not { } upgrade)
            {
                return otherwise(http);
            }

            http.Features.Set<IHttpUpgradeFeature>(upgrade);
            return branch(http);
        };
    }

    public void Dispose() => _timer.Dispose();

    private async Task RunAsync(HttpContext http, ConnectionDelegate hub)
    {
        var upgrade = (SocketUpgrade)http.Features.GetRequiredFeature<IHttpUpgradeFeature>();
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = TimeSpan.Zero });
        var line = new SocketLine(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes)), http, upgrade.Output);
        _lines[line.ConnectionId] = line;
        try
        {
            if (_stopping.IsCancellationRequested)
            {
                // it came in just before, and is not among those that were closed
                line.Cut();
            }

            if (await line.RunAsync(socket, hub, Parting, _clock) is { } failure)
            {
                ServerLog.LineFault(_log, failure.GetType().Name, failure.StackTrace);
            }
        }
        finally
        {
            _lines.TryRemove(line.ConnectionId, out _);
        }
    }

    // the server ends
    private void Close()
    {
        foreach (var (_, line) in _lines)
        {
            line.Cut();
        }
    }

    private void Beat()
    {
        foreach (var (_, line) in _lines)
        {
            try
            {
                line.Beat(Patience, Silence);
            }
            catch (Exception failure)
            {
                // one line's end must not end the server
                ServerLog.LineFault(_log, failure.GetType().Name, failure.StackTrace);
            }
        }
    }
}
