using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// The log of every draft: the changes of its text, one row each. It lies in the same database as the events, because a circle of a draft
/// ends in both at once: no change is taken after it has ended, and none that was taken is missing from what goes on with others.
/// </summary>
public interface IDraftLog
{
    /// <summary>
    /// Appends all of these changes or nothing, in one transaction, durable when it returns. <see cref="DraftOutcome.Conflict"/> when the
    /// draft is not at the version before them (a session that does not exist has no drafts), <see cref="DraftOutcome.Ended"/> when its circle has ended.
    /// </summary>
    /// <exception cref="ArgumentException">The changes are malformed.</exception>
    ValueTask<DraftOutcome> AppendChangesAsync(DraftBatch batch, CancellationToken stop = default);

    /// <summary>At most <paramref name="max"/> changes with a version above <paramref name="after"/>, in order; cut as events are
    /// (<see cref="IEventStore.ReadAsync"/>).</summary>
    ValueTask<IReadOnlyList<StoredChange>> ReadChangesAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default);

    /// <summary>The newest version of a draft in this circle; 0 when nothing was changed.</summary>
    ValueTask<long> DraftHeadAsync(SessionId session, CircleId circle, CancellationToken stop = default);

    /// <summary>Keeps a text at a version. A cache: it may be lost, and the same version may come again.</summary>
    ValueTask KeepCheckpointAsync(SessionId session, StoredCheckpoint checkpoint, CancellationToken stop = default);

    /// <summary>The newest checkpoint at or before a version, or null.</summary>
    ValueTask<StoredCheckpoint?> FindCheckpointAsync(SessionId session, CircleId circle, long notAfter, CancellationToken stop = default);
}
