using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Snapshots;

/// <summary>Counts the rows that are read.</summary>
internal sealed class CountingStore(IEventStore store) : IEventStore
{
    public int Rows { get; private set; }

    public ValueTask<AppendOutcome> AppendAsync(AppendBatch batch, CancellationToken stop = default) => store.AppendAsync(batch, stop);

    public async ValueTask<IReadOnlyList<StoredEvent>> ReadAsync(SessionId session, long after, int max, CancellationToken stop = default)
    {
        var rows = await store.ReadAsync(session, after, max, stop);
        Rows += rows.Count;
        return rows;
    }

    public ValueTask<IReadOnlyList<StoredEvent>> ReadCircleAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default) => store.ReadCircleAsync(session, circle, after, max, stop);

    public ValueTask<long> HeadAsync(SessionId session, CancellationToken stop = default) => store.HeadAsync(session, stop);

    public ValueTask<StoredCommand?> FindCommandAsync(SessionId session, PersonId by, CommandId id, CancellationToken stop = default) =>
        store.FindCommandAsync(session, by, id, stop);

    public ValueTask<IReadOnlyList<SessionId>> SessionsAsync(CancellationToken stop = default) => store.SessionsAsync(stop);

    public ValueTask<DraftOutcome> AppendChangesAsync(DraftBatch batch, CancellationToken stop = default) => store.AppendChangesAsync(batch, stop);

    /// <summary>Changes of drafts that were read.</summary>
    public int Changes { get; private set; }

    public async ValueTask<IReadOnlyList<StoredChange>> ReadChangesAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default)
    {
        var rows = await store.ReadChangesAsync(session, circle, after, max, stop);
        Changes += rows.Count;
        return rows;
    }

    /// <summary>Called when a draft begins to be read.</summary>
    public Action DraftRead { get; init; } = () => { };

    public ValueTask<long> DraftHeadAsync(SessionId session, CircleId circle, CancellationToken stop = default)
    {
        DraftRead();
        return store.DraftHeadAsync(session, circle, stop);
    }

    public ValueTask KeepCheckpointAsync(SessionId session, StoredCheckpoint checkpoint, CancellationToken stop = default) =>
        store.KeepCheckpointAsync(session, checkpoint, stop);

    public ValueTask<StoredCheckpoint?> FindCheckpointAsync(SessionId session, CircleId circle, long notAfter, CancellationToken stop = default) =>
        store.FindCheckpointAsync(session, circle, notAfter, stop);
}
