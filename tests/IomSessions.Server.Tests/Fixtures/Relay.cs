using System.Net;
using System.Net.Sockets;

namespace IomSessions.Server.Tests;

/// <summary>The line between a participant and the server, which a test can cut, hold shut, and clog.</summary>
public sealed class Relay : IAsyncDisposable
{
    private readonly Uri _server;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<TcpClient> _lines = [];
    private volatile bool _shut;
    private volatile TaskCompletionSource? _clogged;

    public Relay(Uri server)
    {
        _server = server;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Every line breaks, and none comes about until it is opened again.</summary>
    public void Cut()
    {
        _shut = true;
        lock (_gate)
        {
            _lines.ForEach(line => line.Close());
            _lines.Clear();
        }
    }

    public void Open() => _shut = false;

    /// <summary>Nothing reaches the participant any more, and his lines do not break.</summary>
    public void Clog() => _clogged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Unclog() => _clogged?.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Unclog();
        Cut();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using var far = new TcpClient { ReceiveBufferSize = 8 * 1024, NoDelay = true };
        using (near)
        {
            if (_shut)
            {
                return;
            }

            lock (_gate)
            {
                _lines.AddRange([near, far]);
            }

            try
            {
                near.NoDelay = true;
                await far.ConnectAsync(_server.Host, _server.Port, _stop.Token);
                await Task.WhenAny(CopyAsync(near, far, clogs: false), CopyAsync(far, near, clogs: true));
            }
            catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
            }
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, bool clogs)
    {
        try
        {
            var buffer = new byte[8 * 1024];
            while (await from.GetStream().ReadAsync(buffer, _stop.Token) is > 0 and var read)
            {
                if (clogs && _clogged is { } clog)
                {
                    await clog.Task;
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            }
        }
        catch (Exception broken) when (
            broken is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // the line is cut
        }
    }
}
