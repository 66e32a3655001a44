using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// The log of every session. Rows are opaque: bodies come sealed. The unique (session, version) is the judge between writers; there is
/// no global order.
/// </summary>
public interface IEventStore : IDraftLog
{
    /// <summary>
    /// Appends all of <paramref name="batch"/> or nothing, in one transaction, durable when it returns. <see cref="AppendOutcome.Conflict"/>
    /// when the session is not at the expected version; <see cref="AppendOutcome.Duplicate"/> when one of its commands is already stored;
    /// <see cref="AppendOutcome.DraftMoved"/> when a draft that ends with it is not at its version. They are looked for in this order: command,
    /// version, drafts.
    /// </summary>
    ValueTask<AppendOutcome> AppendAsync(AppendBatch batch, CancellationToken stop = default);

    /// <summary>At most <paramref name="max"/> events with a version above <paramref name="after"/>, in order of version. The one with which their
    /// bodies reach <see cref="Limits.PageBytes"/> is the last, so that fewer than asked for need not be all; none are.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadAsync(SessionId session, long after, int max, CancellationToken stop = default);

    /// <summary>At most <paramref name="max"/> events of one circle with an offset above <paramref name="after"/>, in order; cut as those of
    /// <see cref="ReadAsync"/> are.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadCircleAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default);

    /// <summary>The newest version of a session; 0 when there is none.</summary>
    ValueTask<long> HeadAsync(SessionId session, CancellationToken stop = default);

    /// <summary>The command that this person sent under this id, or null.</summary>
    ValueTask<StoredCommand?> FindCommandAsync(SessionId session, PersonId by, CommandId id, CancellationToken stop = default);

    /// <summary>Every session of the house, in no particular order.</summary>
    ValueTask<IReadOnlyList<SessionId>> SessionsAsync(CancellationToken stop = default);
}
