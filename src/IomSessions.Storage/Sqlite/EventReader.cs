using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Storage.Sqlite;

/// <summary>
/// One read connection. A read is a single statement, so it sees a single moment of the log; or it looks among the newest rows first and
/// then in the database, where whatever left the newest rows meanwhile has its place.
/// </summary>
internal sealed class EventReader(Db db, Newest newest) : IDisposable
{
    private const int Expected = 64;
    private const string Key = "(SELECT key FROM sessions WHERE id = ?1)";
    private readonly Statement _session = db.Prepare(
        $"SELECT version, circle, offset, at_ms, sealed, hash FROM events WHERE session = {Key} AND version > ?2 ORDER BY version LIMIT ?3");
    private readonly Statement _circle = db.Prepare(
        $"""
        SELECT e.version, e.circle, e.offset, e.at_ms, e.sealed, e.hash FROM event_places p CROSS JOIN events e ON e.row = p.row
        WHERE p.session = ?1 AND p.circle = ?4 AND p.offset > ?2 ORDER BY p.offset LIMIT ?3
        """);
    private readonly Statement _event = db.Prepare("SELECT version, circle, offset, at_ms, sealed, hash FROM events WHERE row = ?1");
    private readonly Statement _key = db.Prepare("SELECT key FROM sessions WHERE id = ?1");
    private readonly Statement _head = db.Prepare($"SELECT version FROM events WHERE session = {Key} ORDER BY version DESC LIMIT 1");
    private readonly CommandRows _commands = new(db);
    private readonly Statement _changes = db.Prepare(
        $"SELECT version, at_ms, sealed, hash FROM changes WHERE session = {Key} AND circle = ?4 AND version > ?2 ORDER BY version LIMIT ?3");
    private readonly Statement _draftHead = db.Prepare(
        $"SELECT version FROM changes WHERE session = {Key} AND circle = ?2 ORDER BY version DESC LIMIT 1");
    private readonly Statement _checkpoint = db.Prepare(
        $"SELECT version, hash, sealed FROM checkpoints WHERE session = {Key} AND circle = ?2 AND version <= ?3 ORDER BY version DESC LIMIT 1");
    private readonly Statement _sessions = db.Prepare("SELECT id FROM sessions");

    public List<StoredEvent> Read(SessionId session, long after, int max)
    {
        var events = new List<StoredEvent>(Math.Clamp(max, 0, Expected));
        // a negative limit would be none at all
        var room = new PageRoom();
        Add(_session.Bind(1, session.Value).Bind(2, after).Bind(3, Math.Max(max, 0)), events, ref room);
        return events;
    }

    public List<StoredEvent> ReadCircle(SessionId session, CircleId circle, long after, int max)
    {
        var events = new List<StoredEvent>(Math.Clamp(max, 0, Expected));
        if (max <= 0 || _key.Bind(1, session.Value).One() is not { } key) return events;
        var unplaced = newest.Find(key, circle, after, max);
        var room = new PageRoom();
        if (unplaced.Count == 0 || unplaced[0].Offset > after + 1)
            Add(_circle.Bind(1, key).Bind(4, circle.Value).Bind(2, after).Bind(3, max), events, ref room);
        var last = events.Count > 0 ? events[^1].Offset : after;
        foreach (var (_, row) in unplaced.SkipWhile(of => of.Offset <= last).Take(max - events.Count))
        {
            if (room.IsFull) break;
            Add(_event.Bind(1, row), events, ref room);
        }
        return events;
    }

    public long Head(SessionId session) => _head.Bind(1, session.Value).One() ?? 0;

    public StoredCommand? Find(SessionId session, PersonId by, CommandId id) =>
        _key.Bind(1, session.Value).One() is { } key ? _commands.Find(key, by, id, newest.Find(key, by, id)) : null;

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
        var room = new PageRoom();
        while (!room.IsFull && _changes.Step())
        {
            changes.Add(new StoredChange(_changes.Long(0), _changes.Long(1), _changes.Blob(2), _changes.Blob(3)));
            room.Take(changes[^1].Sealed);
        }
        _changes.Reset();
        return changes;
    }

    public long DraftHead(SessionId session, CircleId circle) => _draftHead.Bind(1, session.Value).Bind(2, circle.Value).One() ?? 0;

    public StoredCheckpoint? Checkpoint(SessionId session, CircleId circle, long notAfter)
    {
        var found = _checkpoint.Bind(1, session.Value).Bind(2, circle.Value).Bind(3, notAfter).Step();
        var checkpoint = found ? new StoredCheckpoint(circle, _checkpoint.Long(0), _checkpoint.Blob(1), _checkpoint.Blob(2)) : null;
        _checkpoint.Reset();
        return checkpoint;
    }

    public void Dispose() => db.Dispose();

    private static void Add(Statement rows, List<StoredEvent> events, ref PageRoom room)
    {
        while (!room.IsFull && rows.Step())
        {
            events.Add(new StoredEvent(rows.Long(0), new CircleId(rows.Guid(1)), rows.Long(2), rows.Long(3), rows.Blob(4), rows.Blob(5)));
            room.Take(events[^1].Sealed);
        }
        rows.Reset();
    }
}
