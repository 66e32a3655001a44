using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using IomSessions.Server.Feed.Books;

namespace IomSessions.Server.Feed.Following;

/// <summary>
/// Somebody who follows a feed by Server-Sent Events: a place in what all share, and a line. No queue, no timer, no task of its own. Whoever
/// wakes it writes what is due as far as the line takes it; what does not go now goes when the line has room, from the same place.
/// </summary>
internal sealed class Follower
{
    private static readonly byte[] Beaten = ":\n\n"u8.ToArray();
    private static readonly byte[] BeatenChunked = Frame.Chunk(Beaten);
    private static readonly byte[] End = "0\r\n\r\n"u8.ToArray();

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PipeWriter _line;
    private readonly bool _chunked;
    private readonly Action _cut;
    private Action? _resume;
    private ValueTaskAwaiter<FlushResult> _flush;
    private int _waits;
    private int _waitsAtBeat;
    private int _asked;
    private int _next;
    private volatile bool _isBeatDue;
    private volatile bool _isLeaving;
    private volatile bool _isDismissed;

    /// <param name="next">The place of the first item that it lacks.</param>
    /// <param name="chunked">The line is HTTP/1.1, which this frames itself.</param>
    /// <param name="cut">Ends the line at once.</param>
    public Follower(Book book, int next, PipeWriter line, bool chunked, Action cut) =>
        (Book, _next, _line, _chunked, _cut) = (book, next, line, chunked, cut);

    public Book Book { get; }

    /// <summary>Where it stands among the followers of its share.</summary>
    public int Seat { get; set; }

    /// <summary>When this ends nothing is being written, nor ever will be.</summary>
    public Task Ended => _ended.Task;

    public void Wake()
    {
        if (Interlocked.Increment(ref _asked) == 1)
        {
            Go();
        }
    }

    /// <summary>Time for a sign of life; or, when nothing has gone since the last one, to give the line up.</summary>
    public void Beat()
    {
        var waits = Volatile.Read(ref _waits);
        if (IsWaiting(waits) && waits == _waitsAtBeat)
        {
            _cut();
            return;
        }

        _waitsAtBeat = waits;
        _isBeatDue = true;
        Wake();
    }

    /// <summary>The line is gone.</summary>
    public void Leave()
    {
        _isLeaving = true;
        Wake();
    }

    /// <summary>The server ends; the answer is ended as it should be, and the follower comes back later.</summary>
    public void Dismiss()
    {
        _isDismissed = true;
        Wake();
    }

    // counted when a wait begins and when it ends: odd while it lasts
    private static bool IsWaiting(int waits) => (waits & 1) != 0;

    // One at a time: whoever counts from nothing runs this, the others have only counted. While the line is full the count stays above
    // nothing, and whoever wakes it meanwhile costs an addition.
    private void Go()
    {
        var asked = Volatile.Read(ref _asked);
        while (true)
        {
            if (_isLeaving)
            {
                _ended.TrySetResult();
                return;
            }

            var isMore = Write(out var isAny);
            if (isAny)
            {
                var flush = Flush();
                if (!flush.IsCompleted)
                {
                    Interlocked.Increment(ref _waits);
                    _flush = flush;
                    _flush.UnsafeOnCompleted(_resume ??= Resume);
                    return;
                }

                Take(flush);
            }

            if (isMore || _isLeaving)
            {
                continue;
            }

            if ((asked = Interlocked.Add(ref _asked, -asked)) == 0)
            {
                return;
            }
        }
    }

    // awaited by hand: an asynchronous method would cost a follower more than everything else that it is
#pragma warning disable CA2012
    private ValueTaskAwaiter<FlushResult> Flush() => _line.FlushAsync().GetAwaiter();
#pragma warning restore CA2012

    private void Resume()
    {
        Take(_flush);
        Interlocked.Increment(ref _waits);
        Go();
    }

    private void Take(ValueTaskAwaiter<FlushResult> flush)
    {
        try
        {
#pragma warning disable VSTHRD002 // it has ended
            _isLeaving |= flush.GetResult() is { IsCompleted: true } or { IsCanceled: true };
#pragma warning restore VSTHRD002
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or InvalidOperationException)
        {
            _isLeaving = true;
        }
    }

    /// <returns>There is more than may be written at once.</returns>
    private bool Write(out bool isAny)
    {
        var (frames, written) = (Book.Newest!.Frames, 0);
        isAny = false;
        for (; _next < frames.Length && written < FeedLimits.Stretch; _next++)
        {
            var bytes = _chunked ? frames[_next].Chunked : frames[_next].Plain;
            _line.Write(bytes);
            written += bytes.Length;
            isAny = true;
        }

        if (_isBeatDue)
        {
            (_isBeatDue, isAny) = (false, true);
            _line.Write(_chunked ? BeatenChunked : Beaten);
        }

        var isMore = _next < frames.Length;
        if (_isDismissed && !isMore)
        {
            (_isLeaving, isAny) = (true, true);
            _line.Write(_chunked ? End : []);
        }

        return isMore;
    }
}
