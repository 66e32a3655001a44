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
    private readonly List<PendingWrite> _group = [];
    private readonly AutoResetEvent _handed = new(false);
    private readonly Thread _thread;
    private volatile bool _crowded; // the last commit of the thread held several appends: no one commits in place
    private volatile bool _closing;
    private int _taken; // 1: the writer is somebody's, a caller's or the thread's

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
        if (!TryInPlace(write))
        {
            if (!_queue.Writer.TryWrite(write))
            {
                try { await _queue.Writer.WriteAsync(write, stop); }
                catch (ChannelClosedException) { throw new ObjectDisposedException(nameof(SqliteEventStore)); }
            }
            // whoever has the writer hands it on when he is done: the thread is not woken to wait for him
            if (TryTake()) _handed.Set();
        }
        return await write.Done;
    }

    /// <summary>Writes what is queued, then closes the database.</summary>
    public void Dispose()
    {
        if (!_queue.Writer.TryComplete()) return;
        _closing = true;
        if (TryTake()) _handed.Set();
        _thread.Join();
        _handed.Dispose();
        _writer.Dispose();
    }

    private bool IsDue => _queue.Reader.Count > 0 || _closing;

    private bool TryTake() => Interlocked.CompareExchange(ref _taken, 1, 0) == 0;

    private bool TryInPlace(PendingWrite write)
    {
        if (_crowded || !TryTake()) return false;
        try
        {
            if (_queue.Reader.Count > 0) return false;
            ObjectDisposedException.ThrowIf(_closing, typeof(SqliteEventStore));
            _writer.Commit([write]);
            _writer.LookAtLog();
        }
        finally
        {
            HandOn();
        }
        write.Complete();
        return true;
    }

    // to the thread if something waits, or to whoever comes
    private void HandOn()
    {
        if (IsDue || !Release()) _handed.Set();
    }

    // False: something has come meanwhile, whose caller found the writer taken; it is taken still.
    private bool Release()
    {
        Interlocked.Exchange(ref _taken, 0);
        return !IsDue || !TryTake();
    }

    private void Run()
    {
        while (true)
        {
            _handed.WaitOne();
            do
            {
                // before what is queued: nothing comes after it
                var last = _closing;
                CommitAll();
                if (last) return; // and the writer stays taken
            }
            while (!Release());
        }
    }

    private void CommitAll()
    {
        while (true)
        {
            while (_group.Count < _perCommit && _queue.Reader.TryRead(out var write)) _group.Add(write);
            if (_group.Count == 0) return;
            _crowded = _group.Count > 1;
            PendingWrite[] taken = [.. _group];
            _group.Clear();
            _writer.Commit(taken);
            Completion.Begin(taken);
            _writer.LookAtLog();
        }
    }

    // A hop to another thread for each of them costs more than most do; one thread for all would keep the last waiting where there are others.
    // What their callers do then must not block.
    private sealed class Completion(PendingWrite[] writes) : IThreadPoolWorkItem
    {
        private const int PerThread = 4;

        private int _next;

        public static void Begin(PendingWrite[] writes)
        {
            var completion = new Completion(writes);
            for (var left = writes.Length; left > 0; left -= PerThread) ThreadPool.UnsafeQueueUserWorkItem(completion, preferLocal: false);
        }

        public void Execute()
        {
            for (var at = Interlocked.Increment(ref _next); at <= writes.Length; at = Interlocked.Increment(ref _next)) writes[at - 1].Complete();
        }
    }
}
