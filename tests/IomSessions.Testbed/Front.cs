using System.Net;
using System.Net.Sockets;

namespace IomSessions.Testbed;

/// <summary>
/// A door in front of one or several servers on the loopback address: each line goes to one that takes it. A test can cut all lines, hold
/// the door shut, or hold up what comes through it.
/// </summary>
public sealed class Front : IAsyncDisposable
{
    private readonly Func<IReadOnlyList<int>> _ports;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Socket> _lines = [];
    private readonly Task _accepting;
    private int _next;
    private volatile bool _shut;
    private volatile TaskCompletionSource? _held;

    /// <param name="ports">Asked for each line: the ports of the servers.</param>
    public Front(Func<IReadOnlyList<int>> ports)
    {
        _ports = ports;
        _listener.Start(backlog: 4_096);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}/");

    /// <summary>All lines break; new ones come about again.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            foreach (var line in _lines)
            {
                line.Close(0);
            }

            _lines.Clear();
        }
    }

    /// <summary>All lines break, and none comes about until it is opened again.</summary>
    public void Cut()
    {
        _shut = true;
        Drop();
    }

    /// <summary>Nothing comes through any more, and no line breaks.</summary>
    public void Hold() => _held ??= new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open()
    {
        _shut = false;
        var held = _held;
        _held = null;
        held?.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Open();
        Drop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptSocketAsync(_stop.Token));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task CarryAsync(Socket near)
    {
        using (near)
        {
            if (_shut || await ReachAsync() is not { } far)
            {
                return;
            }

            using (far)
            {
                lock (_gate)
                {
                    _lines.Add(near);
                    _lines.Add(far);
                }

                near.NoDelay = far.NoDelay = true;
                await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
                lock (_gate)
                {
                    _lines.Remove(near);
                    _lines.Remove(far);
                }
            }
        }
    }

    private async Task<Socket?> ReachAsync()
    {
        var ports = _ports();
        for (var tries = 0; tries < ports.Count; tries++)
        {
            var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await far.ConnectAsync(IPAddress.Loopback, ports[(int)((uint)Interlocked.Increment(ref _next) % (uint)ports.Count)]);
                return far;
            }
            catch (SocketException)
            {
                far.Dispose();
            }
        }

        return null;
    }

    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                if (_held is { } held)
                {
                    await held.Task;
                }

                for (var sent = 0; sent < read;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
                }
            }
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
        }
    }
}
