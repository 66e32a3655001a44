using IomSessions.Domain;
using IomSessions.Engine;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Server.Hubs;

/// <summary>The way out to one SignalR connection. Whoever posts writes, if nothing is being written; else a drain takes all that
/// waits in one write.</summary>
internal sealed class Outlet(HubConnectionContext connection, TimeProvider clock) : IOutlet
{
    /// <summary>How long a connection may take to read its goodbye before it is cut.</summary>
    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private List<Frame> _waiting = [];
    private bool _writing;
    private bool _refused;
    private bool _closed;
    private long _posted;
    private long _sent;

    public Action? Drained { get; set; }

    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return !_writing;
            }
        }
    }

    public bool IsClosed
    {
        get
        {
            lock (_gate)
            {
                return _closed;
            }
        }
    }

    public long Posted => Interlocked.Read(ref _posted);

    public long Sent => Interlocked.Read(ref _sent);

    public bool TryPost(Frame frame)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return true;
            }

            if (_writing)
            {
                if (_waiting.Count >= Limits.QueuedFrames)
                {
                    _refused = true;
                    return false;
                }

                _waiting.Add(frame);
                Interlocked.Increment(ref _posted);
                Measures.Frame(frame.Target);
                return true;
            }

            _writing = true;
            Interlocked.Increment(ref _posted);
        }

        Measures.Frame(frame.Target);
        Start(frame);
        return true;
    }

    public void Close(Frame last)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            _waiting = [last];
            if (_writing)
            {
                _ = CutAsync();
                return;
            }

            _writing = true;
            _waiting = [];
        }

        Start(last);
        _ = CutAsync();
    }

    private void Start(Frame frame)
    {
        var write = connection.WriteAsync(Envelopes.Of(frame), connection.ConnectionAborted);
        if (write.IsCompletedSuccessfully && Rest())
        {
            Interlocked.Increment(ref _sent);
        }
        else
        {
            _ = DrainAsync(write);
        }
    }

    // The common case: the write went straight into the transport's pipe and nothing came meanwhile.
    private bool Rest()
    {
        lock (_gate)
        {
            if (_waiting.Count > 0 || _refused)
            {
                return false;
            }

            _writing = false;
            return true;
        }
    }

    private async Task DrainAsync(ValueTask write)
    {
        try
        {
            for (var frames = 1; ;)
            {
                await write;
                Interlocked.Add(ref _sent, frames);
                if (Next() is not { } more)
                {
                    return;
                }

                frames = more.Count;
                write = connection.WriteAsync(Envelopes.Join(more), connection.ConnectionAborted);
            }
        }
        catch (Exception)
        {
            // the connection is gone; its end is told by the hub
            connection.Abort();
        }
    }

    // What waits, or null when there is nothing and the writer rests.
    private List<Frame>? Next()
    {
        Action? drained = null;
        List<Frame>? frames = null;
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _writing = false;
            }
            else
            {
                (frames, _waiting) = (_waiting, []);
            }

            if (_refused)
            {
                _refused = false;
                drained = Drained;
            }
        }

        drained?.Invoke();
        return frames;
    }

    private async Task CutAsync()
    {
        await Task.Delay(Parting, clock);
        connection.Abort();
    }
}
