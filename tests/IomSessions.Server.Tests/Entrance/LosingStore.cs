using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Server.Tests.Entrance;

/// <summary>A log that takes what is appended, and whose answers are lost on the way.</summary>
internal sealed class LosingStore(IEventStore store) : IEventStore
{
    private int _lost;

    /// <summary>So many appends from now on are stored and not answered.</summary>
    public int Lost
    {
        get => Volatile.Read(ref _lost);
        set => Volatile.Write(ref _lost, value);
    }

    /// <summary>It cannot be reached at all, once the answers that are to be lost are lost.</summary>
    public bool IsAway { get; set; }

    public async ValueTask<AppendOutcome> AppendAsync(AppendBatch batch, CancellationToken stop = default)
    {
        if (Lost == 0)
        {
            return await There().AppendAsync(batch, stop);
        }

        Lost--;
        await store.AppendAsync(batch, stop);
        throw new StoreUnavailableException();
    }

    public ValueTask<IReadOnlyList<StoredEvent>> ReadAsync(SessionId session, long after, int max, CancellationToken stop = default) =>
        There().ReadAsync(session, after, max, stop);

    public ValueTask<IReadOnlyList<StoredEvent>> ReadCircleAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default) => There().ReadCircleAsync(session, circle, after, max, stop);

    public ValueTask<long> HeadAsync(SessionId session, CancellationToken stop = default) => There().HeadAsync(session, stop);

    public ValueTask<StoredCommand?> FindCommandAsync(SessionId session, PersonId by, CommandId id, CancellationToken stop = default) =>
        There().FindCommandAsync(session, by, id, stop);

    public ValueTask<IReadOnlyList<SessionId>> SessionsAsync(CancellationToken stop = default) => There().SessionsAsync(stop);

    public ValueTask<DraftOutcome> AppendChangesAsync(DraftBatch batch, CancellationToken stop = default) => There().AppendChangesAsync(batch, stop);

    public ValueTask<IReadOnlyList<StoredChange>> ReadChangesAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default) => There().ReadChangesAsync(session, circle, after, max, stop);

    public ValueTask<long> DraftHeadAsync(SessionId session, CircleId circle, CancellationToken stop = default) => There().DraftHeadAsync(session, circle, stop);

    public ValueTask KeepCheckpointAsync(SessionId session, StoredCheckpoint checkpoint, CancellationToken stop = default) =>
        There().KeepCheckpointAsync(session, checkpoint, stop);

    public ValueTask<StoredCheckpoint?> FindCheckpointAsync(SessionId session, CircleId circle, long notAfter, CancellationToken stop = default) =>
        There().FindCheckpointAsync(session, circle, notAfter, stop);

    private IEventStore There() => IsAway ? throw new StoreUnavailableException() : store;
}
