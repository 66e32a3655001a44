using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;

namespace IomSessions.Server.Lines;

/// <summary>
/// The way out on a WebSocket: what is flushed at once is one text message (RFC 6455, 5.2: whole, not masked), written straight into the
/// transport. One writer at a time, as with any <see cref="PipeWriter"/>; beside him only <see cref="WriteRawAsync"/>.
/// </summary>
internal sealed class SocketOutput(PipeWriter transport, TimeProvider clock) : PipeWriter
{
    private const byte WholeText = 0x81;
    private const int LongestHead = 10, ShortLength = 125, TwoBytes = 126, EightBytes = 127;
    private const int Least = 512;

    private readonly Lock _gate = new();
    private byte[] _gathered = [];
    private int _length;
    private Task<FlushResult>? _flushing;
    private long _since;
    private bool _ended;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _length;

    /// <summary>For how long the other side has taken nothing of what waits for it.</summary>
    public TimeSpan Stuck
    {
        get
        {
            lock (_gate)
            {
                return _flushing is null ? TimeSpan.Zero : clock.GetElapsedTime(_since);
            }
        }
    }

    /// <summary>Bytes as they are: a whole frame that the WebSocket makes itself, an answer to a ping or a close.</summary>
    public async ValueTask WriteRawAsync(ReadOnlyMemory<byte> frame) => await SendAsync(frame, isMessage: false);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (_length == 0)
        {
            return default;
        }

        var (message, length) = (_gathered, _length);
        (_gathered, _length) = ([], 0);
        var sent = SendAsync(message.AsMemory(0, length), isMessage: true);
        if (sent.IsCompletedSuccessfully)
        {
            ArrayPool<byte>.Shared.Return(message);
            return sent;
        }

        return ReturnAsync(sent, message);
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (_length == 0)
        {
            return SendAsync(source, isMessage: true);
        }

        this.Write(source.Span);
        return FlushAsync(cancellationToken);
    }

    public override Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _gathered.AsSpan(_length);
    }

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _gathered.AsMemory(_length);
    }

    public override void Advance(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, _gathered.Length - _length);
        _length += bytes;
    }

    public override void CancelPendingFlush() => transport.CancelPendingFlush();

    /// <summary>Nothing goes out any more. The transport itself is its server's: it ends with the request.</summary>
    public override void Complete(Exception? exception = null)
    {
        lock (_gate)
        {
            _ended = true;
        }
    }

    // what has been returned is not ours any more, so it is never written to again
    private static async ValueTask<FlushResult> ReturnAsync(ValueTask<FlushResult> sent, byte[] message)
    {
        var result = await sent;
        ArrayPool<byte>.Shared.Return(message);
        return result;
    }

    private void Grow(int hint)
    {
        var needed = Math.Max(hint, 1);
        if (_gathered.Length - _length >= needed)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + needed, Math.Max(Least, 2 * _length)));
        _gathered.AsSpan(0, _length).CopyTo(larger);
        if (_gathered.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_gathered);
        }

        _gathered = larger;
    }

    private ValueTask<FlushResult> SendAsync(ReadOnlyMemory<byte> bytes, bool isMessage)
    {
        Task<FlushResult> earlier;
        lock (_gate)
        {
            if (_flushing is null)
            {
                return Send(bytes.Span, isMessage);
            }

            earlier = _flushing;
        }

        return AfterAsync(earlier, bytes, isMessage);
    }

    // What the other side has not taken is waited for, whoever writes: nobody makes what waits grow by asking for answers.
    private async ValueTask<FlushResult> AfterAsync(Task<FlushResult> earlier, ReadOnlyMemory<byte> bytes, bool isMessage)
    {
        await ((Task)earlier).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await SendAsync(bytes, isMessage);
    }

    private ValueTask<FlushResult> Send(ReadOnlySpan<byte> bytes, bool isMessage)
    {
        if (_ended)
        {
            return new(new FlushResult(isCanceled: false, isCompleted: true));
        }

        if (isMessage)
        {
            Head(bytes.Length);
        }

        transport.Write(bytes);
        var flush = transport.FlushAsync();
        if (flush.IsCompleted)
        {
            return flush;
        }

        _since = clock.GetTimestamp();
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

    private void Head(int length)
    {
        var head = transport.GetSpan(LongestHead);
        head[0] = WholeText;
        switch (length)
        {
            case <= ShortLength:
                head[1] = (byte)length;
                transport.Advance(2);
                break;
            case <= ushort.MaxValue:
                head[1] = TwoBytes;
                BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)length);
                transport.Advance(4);
                break;
            default:
                head[1] = EightBytes;
                BinaryPrimitives.WriteInt64BigEndian(head[2..], length);
                transport.Advance(LongestHead);
                break;
        }
    }
}
