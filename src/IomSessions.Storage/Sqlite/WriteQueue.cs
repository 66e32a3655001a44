using System.Threading.Channels;
using IomSessions.Engine;
using IomSessions.Storage.Appends;

namespace IomSessions.Storage.Sqlite;

/// <summary>
/// Group commit: appends that come while a commit is under way share the next one. A thread of its own takes them, because SQLite waits
/// for the disk in place. A lone caller commits in place: handing over would cost him more than the commit.
/// </summary>
internal sealed class WriteQueue : IDisposable
{
    private readonly EventWriter _writer;
    private readonly Channel<PendingAppend> _queue;
    private readonly int _perCommit;
    private readonly Lock _gate = new();
    private readonly Thread _thread;
    private volatile bool _crowded; // the last commit of the thread held several appends: no one commits in place
    private bool _closed;

    public WriteQueue(EventWriter writer, EventStoreOptions options)
    {
        _writer = writer;
        _perCommit = options.AppendsPerCommit;
        _queue = Channel.CreateBounded<PendingAppend>(new BoundedChannelOptions(options.QueuedAppends) { SingleReader = true });
        _thread = new Thread(Run) { IsBackground = true, Name = "event writer" };
        _thread.Start();
    }

    /// <summary>Completes when the batch is durable or refused. Cancelling works only while the queue is full.</summary>
    public async ValueTask<AppendOutcome> AppendAsync(AppendBatch batch, CancellationToken stop)
    {
        var append = new PendingAppend(batch);
        if (!TryInPlace(append) && !_queue.Writer.TryWrite(append))
        {
            try { await _queue.Writer.WriteAsync(append, stop); }
            catch (ChannelClosedException) { throw new ObjectDisposedException(nameof(SqliteEventStore)); }
        }
        return await append.Done;
    }

    /// <summary>Writes what is queued, then closes the database.</summary>
    public void Dispose()
    {
        if (!_queue.Writer.TryComplete()) return;
        _thread.Join();
        lock (_gate)
        {
            _closed = true;
            _writer.Dispose();
        }
    }

    private bool TryInPlace(PendingAppend append)
    {
        if (_crowded || _queue.Reader.Count > 0 || !_gate.TryEnter()) return false;
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteEventStore));
            _writer.Commit([append]);
        }
        finally
        {
            _gate.Exit();
        }
        append.Complete();
        return true;
    }

    private void Run()
    {
        var group = new List<PendingAppend>(_perCommit);
        while (Wait())
        {
            while (group.Count < _perCommit && _queue.Reader.TryRead(out var append)) group.Add(append);
            if (group.Count == 0) continue;
            _crowded = group.Count > 1;
            PendingAppend[] taken = [.. group];
            group.Clear();
            lock (_gate) _writer.Commit(taken);
            // one work item for all of them: one hop instead of one for each. Their continuations must not block.
            ThreadPool.UnsafeQueueUserWorkItem(CompleteAll, taken, preferLocal: false);
        }
    }

#pragma warning disable VSTHRD002 // a thread of its own, which has nothing else to do
    private bool Wait() => _queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();
#pragma warning restore VSTHRD002

    private static void CompleteAll(PendingAppend[] appends)
    {
        foreach (var append in appends) append.Complete();
    }
}
