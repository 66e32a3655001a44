using IomSessions.Domain;

namespace IomSessions.Engine.InMemory;

/// <summary>The log in memory, for simulations and tests. Every call completes synchronously; one lock guards all of it.</summary>
/// <param name="fails">
/// Asked before each append; true makes it fail with <see cref="StoreUnavailableException"/> and write nothing, as a full disk would.
/// </param>
/// <param name="failsChanges">As <paramref name="fails"/>, for changes of drafts.</param>
public sealed class MemoryEventStore(Func<AppendBatch, bool>? fails = null, Func<DraftBatch, bool>? failsChanges = null) : IEventStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SessionId, MemoryLog> _logs = [];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The batch is malformed, or leaves a hole in a circle.</exception>
    public ValueTask<AppendOutcome> AppendAsync(AppendBatch batch, CancellationToken stop = default)
    {
        AppendShape.Demand(batch);
        stop.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (fails is not null && fails(batch)) throw new StoreUnavailableException();
            if (!_logs.TryGetValue(batch.Session, out var log)) _logs.Add(batch.Session, log = new MemoryLog());
            return ValueTask.FromResult(log.Append(batch));
        }
    }

    /// <inheritdoc/>
    public ValueTask<DraftOutcome> AppendChangesAsync(DraftBatch batch, CancellationToken stop = default)
    {
        AppendShape.Demand(batch);
        stop.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (failsChanges is not null && failsChanges(batch)) throw new StoreUnavailableException();
            return ValueTask.FromResult(Find(batch.Session) is { Head: > 0 } log ? log.Drafts.Append(batch) : DraftOutcome.Conflict);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredChange>> ReadChangesAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default)
    {
        lock (_gate) return ValueTask.FromResult(Find(session)?.Drafts.Read(circle, after, max) ?? []);
    }

    /// <inheritdoc/>
    public ValueTask<long> DraftHeadAsync(SessionId session, CircleId circle, CancellationToken stop = default)
    {
        lock (_gate) return ValueTask.FromResult(Find(session)?.Drafts.Head(circle) ?? 0);
    }

    /// <inheritdoc/>
    public ValueTask KeepCheckpointAsync(SessionId session, StoredCheckpoint checkpoint, CancellationToken stop = default)
    {
        lock (_gate) Find(session)?.Drafts.Keep(checkpoint);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<StoredCheckpoint?> FindCheckpointAsync(SessionId session, CircleId circle, long notAfter, CancellationToken stop = default)
    {
        lock (_gate) return ValueTask.FromResult(Find(session)?.Drafts.Find(circle, notAfter));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredEvent>> ReadAsync(SessionId session, long after, int max, CancellationToken stop = default)
    {
        lock (_gate) return ValueTask.FromResult(Find(session)?.Read(after, max) ?? []);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredEvent>> ReadCircleAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default)
    {
        lock (_gate) return ValueTask.FromResult(Find(session)?.ReadCircle(circle, after, max) ?? []);
    }

    /// <inheritdoc/>
    public ValueTask<long> HeadAsync(SessionId session, CancellationToken stop = default)
    {
        lock (_gate) return ValueTask.FromResult(Find(session)?.Head ?? 0);
    }

    /// <inheritdoc/>
    public ValueTask<StoredCommand?> FindCommandAsync(SessionId session, PersonId by, CommandId id, CancellationToken stop = default)
    {
        lock (_gate) return ValueTask.FromResult(Find(session)?.Find(by, id));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SessionId>> SessionsAsync(CancellationToken stop = default)
    {
        lock (_gate) return ValueTask.FromResult<IReadOnlyList<SessionId>>([.. _logs.Where(l => l.Value.Head > 0).Select(l => l.Key)]);
    }

    private MemoryLog? Find(SessionId session) => _logs.GetValueOrDefault(session);
}
