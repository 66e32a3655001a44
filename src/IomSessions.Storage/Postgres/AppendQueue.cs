using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Storage.Appends;

namespace IomSessions.Storage.Postgres;

/// <summary>
/// Group commit: appends that come while others are under way share the next statement. A session is in one statement at a time; whoever
/// finds a writer idle commits at once.
/// </summary>
internal sealed class AppendQueue(AppendStatement statement, PostgresOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _room = new(options.QueuedAppends);
    private readonly HashSet<SessionId> _underWay = [];
    private List<PendingAppend> _waiting = [];
    private int _writers;
    private bool _closed;

    /// <summary>Completes when the batch is durable or refused.</summary>
    public async ValueTask<AppendOutcome> AppendAsync(AppendBatch batch, CancellationToken stop)
    {
        await _room.WaitAsync(stop);
        var append = new PendingAppend(batch);
        bool begin;
        lock (_gate)
        {
            if (_closed)
            {
                _room.Release();
                throw new ObjectDisposedException(nameof(PostgresEventStore));
            }

            _waiting.Add(append);
            begin = _writers < options.Writers;
            if (begin) _writers++;
        }

        if (begin) _ = WriteAsync();
        try { return await append.Done; }
        finally { _room.Release(); }
    }

    public void Dispose()
    {
        lock (_gate) _closed = true;
    }

    private async Task WriteAsync()
    {
        while (Take() is { } group)
        {
            await statement.CommitAsync(group);
            lock (_gate)
            {
                foreach (var append in group) _underWay.Remove(append.Batch.Session);
            }

            // callers go on while the next is written
            ThreadPool.UnsafeQueueUserWorkItem(CompleteAll, group, preferLocal: false);
        }
    }

    // Null: this writer rests.
    private PendingAppend[]? Take()
    {
        lock (_gate)
        {
            var (group, left) = (new List<PendingAppend>(), new List<PendingAppend>());
            foreach (var append in _waiting)
            {
                if (group.Count < options.AppendsPerCommit && _underWay.Add(append.Batch.Session)) group.Add(append);
                else left.Add(append);
            }

            _waiting = left;
            if (group.Count > 0) return [.. group];
            _writers--;
            return null;
        }
    }

    private static void CompleteAll(PendingAppend[] appends)
    {
        foreach (var append in appends) append.Complete();
    }
}
