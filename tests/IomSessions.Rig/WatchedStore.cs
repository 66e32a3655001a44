using System.Collections.Concurrent;
using System.Diagnostics;
using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Rig;

/// <summary>A node's store: counts how often each session is read, and can end the process between a commit and all that follows it.</summary>
internal sealed class WatchedStore(IEventStore store) : IEventStore
{
    private readonly ConcurrentDictionary<SessionId, int> _reads = new();

    /// <summary>With the next append that is stored the process is gone, as by kill -9.</summary>
    public bool DiesAfterAppend { get; set; }

    /// <summary>Reads of the session that was read most often since the last <see cref="Forget"/>.</summary>
    public int MostReads => _reads.Values.DefaultIfEmpty(0).Max();

    public void Forget() => _reads.Clear();

    public async ValueTask<AppendOutcome> AppendAsync(AppendBatch batch, CancellationToken stop = default)
    {
        var outcome = await store.AppendAsync(batch, stop);
        if (DiesAfterAppend && outcome is AppendOutcome.Appended)
        {
            Process.GetCurrentProcess().Kill();
        }

        return outcome;
    }

    public ValueTask<IReadOnlyList<StoredEvent>> ReadAsync(SessionId session, long after, int max, CancellationToken stop = default) =>
        Count(session, store.ReadAsync(session, after, max, stop));

    public ValueTask<IReadOnlyList<StoredEvent>> ReadCircleAsync(SessionId session, CircleId circle, long after, int max, CancellationToken stop = default) =>
        Count(session, store.ReadCircleAsync(session, circle, after, max, stop));

    public ValueTask<long> HeadAsync(SessionId session, CancellationToken stop = default) => Count(session, store.HeadAsync(session, stop));

    public ValueTask<StoredCommand?> FindCommandAsync(SessionId session, PersonId by, CommandId id, CancellationToken stop = default) =>
        store.FindCommandAsync(session, by, id, stop);

    public ValueTask<IReadOnlyList<SessionId>> SessionsAsync(CancellationToken stop = default) => store.SessionsAsync(stop);

    public ValueTask<DraftOutcome> AppendChangesAsync(DraftBatch batch, CancellationToken stop = default) => store.AppendChangesAsync(batch, stop);

    public ValueTask<IReadOnlyList<StoredChange>> ReadChangesAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default) =>
        Count(session, store.ReadChangesAsync(session, circle, after, max, stop));

    public ValueTask<long> DraftHeadAsync(SessionId session, CircleId circle, CancellationToken stop = default) =>
        Count(session, store.DraftHeadAsync(session, circle, stop));

    public ValueTask KeepCheckpointAsync(SessionId session, StoredCheckpoint checkpoint, CancellationToken stop = default) =>
        store.KeepCheckpointAsync(session, checkpoint, stop);

    public ValueTask<StoredCheckpoint?> FindCheckpointAsync(SessionId session, CircleId circle, long notAfter, CancellationToken stop = default) =>
        store.FindCheckpointAsync(session, circle, notAfter, stop);

    private ValueTask<T> Count<T>(SessionId session, ValueTask<T> read)
    {
        _reads.AddOrUpdate(session, 1, (_, times) => times + 1);
        return read;
    }
}
