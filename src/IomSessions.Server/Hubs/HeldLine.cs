using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace IomSessions.Server.Hubs;

/// <summary>
/// A connection's way out, on which answers can be held for a moment: SignalR writes the answer of a call by itself, and what is posted to
/// the same connection then goes out with it, in one frame on the socket.
/// </summary>
internal sealed class HeldLine(IDuplexPipe inner) : PipeWriter, IDuplexPipe
{
    private volatile bool _holds;
    private volatile bool _owes;

    /// <summary>Put around every connection of a hub, below SignalR.</summary>
    public static Task WrapAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var line = new HeldLine(connection.Transport);
        connection.Transport = line;
        connection.Features.Set(line);
        return next(connection);
    }

    public PipeReader Input => inner.Input;

    public PipeWriter Output => this;

    public override bool CanGetUnflushedBytes => inner.Output.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.Output.UnflushedBytes;

    /// <summary>What is written stays until more is written after <see cref="LetGo"/>.</summary>
    public void Hold() => _holds = true;

    /// <returns>Whether something was held that has not gone out: something must be written now.</returns>
    public bool LetGo()
    {
        _holds = false;
        Interlocked.MemoryBarrier();
        return _owes;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (_holds)
        {
            _owes = true;
            Interlocked.MemoryBarrier();
            // let go meanwhile: whoever let go may not have seen it
            if (_holds)
            {
                return default;
            }
        }

        _owes = false;
        return inner.Output.FlushAsync(cancellationToken);
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (_holds)
        {
            inner.Output.Write(source.Span);
            return FlushAsync(cancellationToken);
        }

        _owes = false;
        return inner.Output.WriteAsync(source, cancellationToken);
    }

    public override void Advance(int bytes) => inner.Output.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => inner.Output.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => inner.Output.GetSpan(sizeHint);

    public override void CancelPendingFlush() => inner.Output.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Output.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.Output.CompleteAsync(exception);
}
