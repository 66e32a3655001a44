using IomSessions.Domain;
using IomSessions.Engine.InMemory;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>When a store fails.</summary>
internal enum Failing
{
    Not,
    BeforeWriting,
    AfterWriting,
    Reading,
}

/// <summary>The log in memory, which fails while it is told to.</summary>
internal sealed class SimStore : IEventStore
{
    private readonly MemoryEventStore _log;

    public SimStore() => _log = new MemoryEventStore(_ => Failing == Failing.BeforeWriting, _ => Failing == Failing.BeforeWriting);

    public Failing Failing { get; set; }

    /// <summary>How often the log has been read.</summary>
    public int LogRead { get; private set; }

    /// <summary>How often a circle has been read.</summary>
    public int CirclesRead { get; private set; }

    /// <summary>How often changes of drafts have been read.</summary>
    public int ChangesRead { get; private set; }

    /// <summary>Called when a batch has been written.</summary>
    public Action<AppendBatch>? Written { get; set; }

    public async ValueTask<AppendOutcome> AppendAsync(AppendBatch batch, CancellationToken stop = default)
    {
        var outcome = await _log.AppendAsync(batch, stop);
        if (outcome is AppendOutcome.Appended)
        {
            Written?.Invoke(batch);
        }

        return Failing == Failing.AfterWriting ? throw new StoreUnavailableException() : outcome;
    }

    public ValueTask<IReadOnlyList<StoredEvent>> ReadAsync(SessionId session, long after, int max, CancellationToken stop = default)
    {
        LogRead++;
        return Read(_log.ReadAsync(session, after, max, stop));
    }

    public ValueTask<IReadOnlyList<StoredEvent>> ReadCircleAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default)
    {
        CirclesRead++;
        return Read(_log.ReadCircleAsync(session, circle, after, max, stop));
    }

    public ValueTask<long> HeadAsync(SessionId session, CancellationToken stop = default) => Read(_log.HeadAsync(session, stop));

    public ValueTask<StoredCommand?> FindCommandAsync(SessionId session, PersonId by, CommandId id, CancellationToken stop = default) =>
        Read(_log.FindCommandAsync(session, by, id, stop));

    public ValueTask<IReadOnlyList<SessionId>> SessionsAsync(CancellationToken stop = default) => _log.SessionsAsync(stop);

    public async ValueTask<DraftOutcome> AppendChangesAsync(DraftBatch batch, CancellationToken stop = default)
    {
        var outcome = await _log.AppendChangesAsync(batch, stop);
        return Failing == Failing.AfterWriting ? throw new StoreUnavailableException() : outcome;
    }

    public ValueTask<IReadOnlyList<StoredChange>> ReadChangesAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default)
    {
        ChangesRead++;
        return Read(_log.ReadChangesAsync(session, circle, after, max, stop));
    }

    public ValueTask<long> DraftHeadAsync(SessionId session, CircleId circle, CancellationToken stop = default) =>
        Read(_log.DraftHeadAsync(session, circle, stop));

    public ValueTask KeepCheckpointAsync(SessionId session, StoredCheckpoint checkpoint, CancellationToken stop = default) =>
        _log.KeepCheckpointAsync(session, checkpoint, stop);

    public ValueTask<StoredCheckpoint?> FindCheckpointAsync(SessionId session, CircleId circle, long notAfter, CancellationToken stop = default) =>
        Read(_log.FindCheckpointAsync(session, circle, notAfter, stop));

    private ValueTask<T> Read<T>(ValueTask<T> read) => Failing == Failing.Reading ? throw new StoreUnavailableException() : read;
}
