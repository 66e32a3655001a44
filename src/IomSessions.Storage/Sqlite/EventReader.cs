using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Storage.Sqlite;

/// <summary>One read connection. Every read is a single statement, so it sees a single moment of the log.</summary>
internal sealed class EventReader(Db db) : IDisposable
{
    private const int Expected = 64;
    private const string Key = "(SELECT key FROM sessions WHERE id = ?1)";
    private readonly Statement _session = db.Prepare(
        $"SELECT version, circle, offset, at_ms, sealed, hash FROM events WHERE session = {Key} AND version > ?2 ORDER BY version LIMIT ?3");
    private readonly Statement _circle = db.Prepare(
        $"""
        SELECT version, circle, offset, at_ms, sealed, hash FROM events
        WHERE session = {Key} AND offset > ?2 AND circle = ?4 ORDER BY offset LIMIT ?3
        """);
    private readonly Statement _head = db.Prepare($"SELECT version FROM events WHERE session = {Key} ORDER BY version DESC LIMIT 1");
    private readonly Statement _command = db.Prepare(
        $"SELECT digest, answer FROM commands WHERE session = {Key} AND person = ?2 AND command = ?3");
    private readonly Statement _changes = db.Prepare(
        $"SELECT version, at_ms, sealed, hash FROM changes WHERE session = {Key} AND circle = ?4 AND version > ?2 ORDER BY version LIMIT ?3");
    private readonly Statement _draftHead = db.Prepare(
        $"SELECT version FROM changes WHERE session = {Key} AND circle = ?2 ORDER BY version DESC LIMIT 1");
    private readonly Statement _checkpoint = db.Prepare(
        $"SELECT version, hash, sealed FROM checkpoints WHERE session = {Key} AND circle = ?2 AND version <= ?3 ORDER BY version DESC LIMIT 1");
    private readonly Statement _sessions = db.Prepare("SELECT id FROM sessions");

    public List<StoredEvent> Read(SessionId session, long after, int max) => Events(_session.Bind(1, session.Value), after, max);

    public List<StoredEvent> ReadCircle(SessionId session, CircleId circle, long after, int max) =>
        Events(_circle.Bind(1, session.Value).Bind(4, circle.Value), after, max);

    public long Head(SessionId session)
    {
        var head = _head.Bind(1, session.Value).Step() ? _head.Long(0) : 0;
        _head.Reset();
        return head;
    }

    public StoredCommand? Find(SessionId session, PersonId by, CommandId id)
    {
        var found = _command.Bind(1, session.Value).Bind(2, by.Value).Bind(3, id.Value).Step();
        var command = found ? new StoredCommand(by, id, _command.Blob(0), _command.Blob(1)) : null;
        _command.Reset();
        return command;
    }

    public List<SessionId> Sessions()
    {
        var ids = new List<SessionId>();
        while (_sessions.Step()) ids.Add(new SessionId(_sessions.Guid(0)));
        _sessions.Reset();
        return ids;
    }

    public List<StoredChange> Changes(SessionId session, CircleId circle, long after, int max)
    {
        var changes = new List<StoredChange>(Math.Clamp(max, 0, Expected));
        _changes.Bind(1, session.Value).Bind(2, after).Bind(3, Math.Max(max, 0)).Bind(4, circle.Value);
        while (_changes.Step()) changes.Add(new StoredChange(_changes.Long(0), _changes.Long(1), _changes.Blob(2), _changes.Blob(3)));
        _changes.Reset();
        return changes;
    }

    public long DraftHead(SessionId session, CircleId circle)
    {
        var head = _draftHead.Bind(1, session.Value).Bind(2, circle.Value).Step() ? _draftHead.Long(0) : 0;
        _draftHead.Reset();
        return head;
    }

    public StoredCheckpoint? Checkpoint(SessionId session, CircleId circle, long notAfter)
    {
        var found = _checkpoint.Bind(1, session.Value).Bind(2, circle.Value).Bind(3, notAfter).Step();
        var checkpoint = found ? new StoredCheckpoint(circle, _checkpoint.Long(0), _checkpoint.Blob(1), _checkpoint.Blob(2)) : null;
        _checkpoint.Reset();
        return checkpoint;
    }

    public void Dispose() => db.Dispose();

    private static List<StoredEvent> Events(Statement rows, long after, int max)
    {
        var events = new List<StoredEvent>(Math.Clamp(max, 0, Expected));
        rows.Bind(2, after).Bind(3, Math.Max(max, 0)); // a negative limit would be none at all
        while (rows.Step())
            events.Add(new StoredEvent(rows.Long(0), new CircleId(rows.Guid(1)), rows.Long(2), rows.Long(3), rows.Blob(4), rows.Blob(5)));
        rows.Reset();
        return events;
    }
}
