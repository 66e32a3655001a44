using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Storage.Sqlite;

/// <summary>Writes the logs of drafts, within the transactions of the <see cref="EventWriter"/>. Each write is checked before its first row.</summary>
internal sealed class DraftWriter(Db db)
{
    private const int Remembered = 1_000;

    private readonly Dictionary<(long Session, CircleId Circle), long> _heads = [];
    private readonly Statement _head = db.Prepare(
        "SELECT version FROM changes WHERE session = ?1 AND circle = ?2 ORDER BY version DESC LIMIT 1");
    private readonly Statement _ended = db.Prepare("SELECT version FROM draft_ends WHERE session = ?1 AND circle = ?2");
    private readonly Statement _change = db.Prepare(
        "INSERT INTO changes (session, circle, version, at_ms, sealed, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    private readonly Statement _end = db.Prepare("INSERT INTO draft_ends (session, circle, version) VALUES (?1, ?2, ?3)");
    private readonly Statement _checkpoint = db.Prepare(
        "INSERT OR REPLACE INTO checkpoints (session, circle, version, hash, sealed) VALUES (?1, ?2, ?3, ?4, ?5)");

    public DraftOutcome Append(long session, DraftBatch batch)
    {
        if (IsEnded(session, batch.Circle)) return DraftOutcome.Ended;
        if (batch.Changes[0].Version != HeadOf(session, batch.Circle) + 1) return DraftOutcome.Conflict;
        foreach (var change in batch.Changes)
        {
            _change.Bind(1, session).Bind(2, batch.Circle.Value).Bind(3, change.Version)
                .Bind(4, change.AtMs).Bind(5, change.Sealed).Bind(6, change.Hash).Run();
        }

        if (_heads.Count >= Remembered) _heads.Clear();
        _heads[(session, batch.Circle)] = batch.Changes[^1].Version;
        return DraftOutcome.Appended;
    }

    /// <summary>The first of these that has ended or stands at another version; in a session that does not exist none has been written on.</summary>
    public DraftEnd? Moved(long? session, IReadOnlyList<DraftEnd> ends) => ends.FirstOrDefault(end =>
        session is { } key ? IsEnded(key, end.Circle) || HeadOf(key, end.Circle) != end.Version : end.Version != 0);

    public void End(long session, IReadOnlyList<DraftEnd> ends)
    {
        foreach (var end in ends) _end.Bind(1, session).Bind(2, end.Circle.Value).Bind(3, end.Version).Run();
    }

    public void Keep(long session, StoredCheckpoint checkpoint) => _checkpoint.Bind(1, session).Bind(2, checkpoint.Circle.Value)
        .Bind(3, checkpoint.Version).Bind(4, checkpoint.Hash).Bind(5, checkpoint.Sealed).Run();

    /// <summary>A transaction has failed, or somebody else has written.</summary>
    public void Forget() => _heads.Clear();

    private bool IsEnded(long session, CircleId circle) => _ended.Bind(1, session).Bind(2, circle.Value).One() is not null;

    private long HeadOf(long session, CircleId circle) =>
        _heads.TryGetValue((session, circle), out var head) ? head : _head.Bind(1, session).Bind(2, circle.Value).One() ?? 0;
}
