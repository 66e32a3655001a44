using System.Buffers;
using System.IO.Pipelines;
using IomSessions.Engine;
using IomSessions.Server.Hubs;

namespace IomSessions.Server.Lines;

/// <summary>
/// The way out on a WebSocket: what is written at once is one text message, straight into the transport. SignalR writes here as to any
/// <see cref="PipeWriter"/>; frames come beside it, and between messages the few that the WebSocket makes itself.
/// </summary>
internal sealed class SocketOutput(PipeWriter transport, TimeProvider clock) : PipeWriter, IWire
{
    private readonly Lock _gate = new();
    private RentedBytes _answer; // SignalR's alone until it is flushed
    private RentedBytes _held; // whole answers
    private bool _holds;
    private Ending _ending;
    private bool _hasSpoken;
    private Task<FlushResult>? _flushing;
    private long _since = clock.GetTimestamp();

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _answer.Length;

    /// <summary>Called when SignalR gives up a line whose other side takes nothing: it could not hear a close.</summary>
    public Action Cut { get; set; } = () => { };

    /// <summary>For how long nothing has been written after the first message, and whether the other side still has to take what was.</summary>
    public (TimeSpan Silent, bool IsStuck) Rest
    {
        get
        {
            lock (_gate)
            {
                return (_hasSpoken ? clock.GetElapsedTime(_since) : TimeSpan.Zero, _flushing is not null);
            }
        }
    }

    public void Hold()
    {
        lock (_gate)
        {
            _holds = true;
        }
    }

    public ValueTask WriteAsync(ReadOnlySpan<Frame> frames)
    {
        Task<FlushResult> earlier;
        RentedBytes message;
        lock (_gate)
        {
            _holds = false;
            message = _held.Take();
            if (_ending >= Ending.NoFrames)
            {
                message.Return();
                return default;
            }

            if (_flushing is null)
            {
                var sent = Send(message.Span, frames);
                message.Return();
                return Told(sent);
            }

            earlier = _flushing;
        }

        foreach (var frame in frames)
        {
            message.Add(Envelopes.Bytes(frame));
        }

        return Told(AfterAsync(earlier, message));
    }

    public ValueTask LetGoAsync()
    {
        RentedBytes message;
        lock (_gate)
        {
            _holds = false;
            message = _held.Take();
        }

        return message.Length == 0 ? default : Told(SendAsync(message));
    }

    /// <summary>Says that the line lives.</summary>
    public async ValueTask PingAsync()
    {
        var ping = new RentedBytes();
        ping.Add(Envelopes.Ping);
        await SendAsync(ping);
    }

    /// <summary>Bytes as they are: a whole frame of the WebSocket's own, an answer to a ping or a close.</summary>
    /// <exception cref="IOException">The line is sealed.</exception>
    public ValueTask WriteRawAsync(ReadOnlyMemory<byte> frame)
    {
        Task<FlushResult> earlier;
        lock (_gate)
        {
            if (_ending == Ending.Nothing)
            {
                return ValueTask.FromException(new IOException("The line has ended."));
            }

            if (_flushing is null)
            {
                transport.Write(frame.Span);
                return Told(Flush());
            }

            earlier = _flushing;
        }

        // what the other side has not taken is waited for: nobody makes it grow by asking for answers
        return AfterAsync(earlier, frame);
    }

    /// <summary>Nothing is written any more, whoever waits to: the transport's memory is about to be others'.</summary>
    public void Seal()
    {
        lock (_gate)
        {
            End(Ending.Nothing);
        }
    }

    /// <summary>No message goes out any more. The transport itself is its server's: it ends with the request.</summary>
    public override void Complete(Exception? exception = null)
    {
        lock (_gate)
        {
            End(Ending.NoMessages);
        }
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        var answer = _answer.Take();
        if (answer.Length == 0)
        {
            answer.Return();
            return default;
        }

        lock (_gate)
        {
            if (_holds)
            {
                _held.Add(answer.Span);
                answer.Return();
                return default;
            }
        }

        return SendAsync(answer);
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => _answer.Room(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _answer.Room(sizeHint).Span;

    public override void Advance(int bytes) => _answer.Advance(bytes);

    /// <summary>SignalR gives up the line.</summary>
    public override void CancelPendingFlush()
    {
        bool isStuck;
        lock (_gate)
        {
            isStuck = _flushing is not null;
            End(isStuck ? Ending.NoMessages : Ending.NoFrames);
        }

        transport.CancelPendingFlush();
        if (isStuck)
        {
            Cut();
        }
    }

    private ValueTask<FlushResult> SendAsync(RentedBytes message)
    {
        Task<FlushResult> earlier;
        lock (_gate)
        {
            if (_flushing is null)
            {
                var sent = Send(message.Span, []);
                message.Return();
                return sent;
            }

            earlier = _flushing;
        }

        return AfterAsync(earlier, message);
    }

    private async ValueTask AfterAsync(Task<FlushResult> earlier, ReadOnlyMemory<byte> frame)
    {
        await ((Task)earlier).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await WriteRawAsync(frame);
    }

    private async ValueTask<FlushResult> AfterAsync(Task<FlushResult> earlier, RentedBytes message)
    {
        await ((Task)earlier).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await SendAsync(message);
    }

    // A pipe has taken a copy when it returns, whether it has been flushed or not.
    private ValueTask<FlushResult> Send(ReadOnlySpan<byte> answers, ReadOnlySpan<Frame> frames)
    {
        if (_ending >= Ending.NoMessages)
        {
            return new(new FlushResult(isCanceled: false, isCompleted: true));
        }

        _hasSpoken = true;
        try
        {
            Put(answers, frames);
        }
        catch
        {
            // half a message: what came after it would be read as its end
            End(Ending.NoMessages);
            throw;
        }

        return Flush();
    }

    private void Put(ReadOnlySpan<byte> answers, ReadOnlySpan<Frame> frames)
    {
        var length = answers.Length;
        foreach (var frame in frames)
        {
            length += Envelopes.Bytes(frame).Length;
        }

        transport.Advance(MessageHead.Write(transport.GetSpan(MessageHead.Longest), length));
        transport.Write(answers);
        foreach (var frame in frames)
        {
            transport.Write(Envelopes.Bytes(frame));
        }
    }

    private ValueTask<FlushResult> Flush()
    {
        _since = clock.GetTimestamp();
        var flush = transport.FlushAsync();
        if (flush.IsCompleted)
        {
            return flush;
        }

        var waiting = WaitAsync(flush);
        _flushing = waiting.IsCompleted ? null : waiting;
        return new(waiting);
    }

    private async Task<FlushResult> WaitAsync(ValueTask<FlushResult> flush)
    {
        try
        {
            return await flush;
        }
        finally
        {
            lock (_gate)
            {
                _flushing = null;
            }
        }
    }

    private void End(Ending ending) => _ending = ending > _ending ? ending : _ending;

    private static ValueTask Told(ValueTask<FlushResult> sent) => sent.IsCompletedSuccessfully ? default : new(sent.AsTask());

    /// <summary>What does not go out any more; each includes those before it.</summary>
    private enum Ending
    {
        None,
        NoFrames,
        NoMessages,
        Nothing,
    }
}
