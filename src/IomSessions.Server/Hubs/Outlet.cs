using System.Runtime.InteropServices;
using IomSessions.Domain;
using IomSessions.Engine;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Server.Hubs;

/// <summary>The way out to one connection. Whoever posts writes, if nothing is being written; else a drain takes all that
/// waits in one write. Held, it gathers what is posted and what SignalR answers meanwhile, for one write.</summary>
internal sealed class Outlet(HubConnectionContext connection, TimeProvider clock) : IOutlet
{
    /// <summary>How long a connection may take to read its goodbye before it is cut.</summary>
    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly IWire _wire = connection.Features.Get<IWire>() ?? new HubWire(connection, connection.Features.GetRequiredFeature<HeldLine>());
    private List<Frame> _waiting = [];
    private long _waitingBytes;
    private bool _writing;
    private bool _held;
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
                return !_writing && _waiting.Count == 0;
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

            if (_writing || _held)
            {
                if (_waiting.Count >= Limits.QueuedFrames || (_waiting.Count > 0 && _waitingBytes + frame.Argument.Length > Limits.QueuedBytes))
                {
                    _refused = true;
                    return false;
                }

                _waiting.Add(frame);
                _waitingBytes += frame.Argument.Length;
                Interlocked.Increment(ref _posted);
                Measures.Frame(frame.Target);
                return true;
            }

            _writing = true;
            Interlocked.Increment(ref _posted);
        }

        Measures.Frame(frame.Target);
        Start([frame]);
        return true;
    }

    public void Hold()
    {
        lock (_gate)
        {
            // what is being written takes what comes meanwhile with it anyway
            if (!_writing && !_closed)
            {
                _held = true;
                _wire.Hold();
            }
        }
    }

    public void Release()
    {
        List<Frame>? frames = null;
        lock (_gate)
        {
            if (!_held)
            {
                return;
            }

            _held = false;
            if (!_writing && _waiting.Count > 0)
            {
                (frames, _waiting, _waitingBytes) = (_waiting, [], 0);
                _writing = true;
            }
        }

        if (frames is not null)
        {
            Start(CollectionsMarshal.AsSpan(frames));
            return;
        }

        _ = LetGoAsync();
    }

    private async Task LetGoAsync()
    {
        try
        {
            await _wire.LetGoAsync();
        }
        catch (Exception)
        {
            connection.Abort();
        }
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

        Start([last]);
        _ = CutAsync();
    }

    private void Start(ReadOnlySpan<Frame> frames)
    {
        var write = Write(frames);
        if (write.IsCompletedSuccessfully && Rest())
        {
            Interlocked.Add(ref _sent, frames.Length);
        }
        else
        {
            _ = DrainAsync(write, frames.Length);
        }
    }

    private ValueTask Write(ReadOnlySpan<Frame> frames)
    {
        try
        {
            return _wire.WriteAsync(frames);
        }
        catch (Exception failure)
        {
            return ValueTask.FromException(failure);
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

    private async Task DrainAsync(ValueTask write, int frames)
    {
        try
        {
            while (true)
            {
                await write;
                Interlocked.Add(ref _sent, frames);
                if (Next() is not { } more)
                {
                    return;
                }

                frames = more.Count;
                write = _wire.WriteAsync(CollectionsMarshal.AsSpan(more));
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
                (frames, _waiting, _waitingBytes) = (_waiting, [], 0);
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
