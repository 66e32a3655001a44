using System.Threading.Channels;

namespace IomSessions.Storage.Sqlite;

/// <summary>
/// Group commit: writes that come while a commit is under way share the next one. A thread of its own takes them, because SQLite waits
/// for the disk in place. A lone caller commits in place: handing over would cost him more than the commit.
/// </summary>
internal sealed class WriteQueue : IDisposable
{
    private readonly EventWriter _writer;
    private readonly Channel<PendingWrite> _queue;
    private readonly int _perCommit;
    private readonly Lock _gate = new();
    private readonly Thread _thread;
    private volatile bool _crowded; // the last commit of the thread held several appends: no one commits in place
    private bool _closed;

    public WriteQueue(EventWriter writer, EventStoreOptions options)
    {
        _writer = writer;
        _perCommit = options.AppendsPerCommit;
        _queue = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(options.QueuedAppends) { SingleReader = true });
        _thread = new Thread(Run) { IsBackground = true, Name = "event writer" };
        _thread.Start();
    }

    /// <inheritdoc cref="EventWriter.DiskHasFailed"/>
    public bool DiskHasFailed => _writer.DiskHasFailed;

    /// <summary>Completes when it is durable or refused. Cancelling works only while the queue is full.</summary>
    public async ValueTask<T> WriteAsync<T>(Func<EventWriter, T> work, CancellationToken stop)
    {
        var write = new PendingWrite<T>(work);
        if (!TryInPlace(write) && !_queue.Writer.TryWrite(write))
        {
            try { await _queue.Writer.WriteAsync(write, stop); }
            catch (ChannelClosedException) { throw new ObjectDisposedException(nameof(SqliteEventStore)); }
        }
        return await write.Done;
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

    private bool TryInPlace(PendingWrite write)
    {
        if (_crowded || _queue.Reader.Count > 0 || !_gate.TryEnter()) return false;
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteEventStore));
            _writer.Commit([write]);
            _writer.LookAtLog();
        }
        finally
        {
            _gate.Exit();
        }
        write.Complete();
        return true;
    }

    private void Run()
    {
        var group = new List<PendingWrite>(_perCommit);
        while (Wait())
        {
            while (group.Count < _perCommit && _queue.Reader.TryRead(out var write)) group.Add(write);
            if (group.Count == 0) continue;
            _crowded = group.Count > 1;
            PendingWrite[] taken = [.. group];
            group.Clear();
            lock (_gate) _writer.Commit(taken);
            // one work item for all of them: one hop instead of one for each. Their continuations must not block.
            ThreadPool.UnsafeQueueUserWorkItem(CompleteAll, taken, preferLocal: false);
            lock (_gate) _writer.LookAtLog();
        }
    }

#pragma warning disable VSTHRD002 // a thread of its own, which has nothing else to do
    private bool Wait() => _queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();
#pragma warning restore VSTHRD002

    private static void CompleteAll(PendingWrite[] writes)
    {
        foreach (var write in writes) write.Complete();
    }
}
