using System.Globalization;
using IomSessions.Domain;
using IomSessions.Engine;
using Microsoft.Data.Sqlite;

namespace IomSessions.Storage.Sqlite;

/// <summary>
/// Writes groups of appends, one transaction each. The only writer of the database; not thread-safe.
/// Each append is checked before its first row is written, so a refused one has nothing to undo and needs no savepoint of its own.
/// </summary>
internal sealed class EventWriter : IDisposable
{
    private const int RememberedSessions = 10_000;

    private readonly Dictionary<SessionId, Written> _sessions = [];
    private readonly Db _db;
    private readonly Checkpointer? _checkpoints;
    private readonly Newest _newest;
    private readonly Placer _placer;
    private readonly CommandRows _commands;
    private readonly DraftWriter _drafts;
    private readonly Statement _session, _newSession, _head, _tail, _event, _command, _others;
    private RowMarks _committed, _written;
    private long _seen;
    private long _gained;

    public EventWriter(Db db, Checkpointer? checkpoints, Newest newest, int unplaced)
    {
        (_db, _checkpoints, _newest) = (db, checkpoints, newest);
        (_placer, _commands, _drafts) = (new Placer(db, newest, unplaced), new CommandRows(db), new DraftWriter(db));
        _session = db.Prepare("SELECT key FROM sessions WHERE id = ?1");
        _newSession = db.Prepare("INSERT INTO sessions (id) VALUES (?1) RETURNING key");
        _head = db.Prepare("SELECT version FROM events WHERE session = ?1 ORDER BY version DESC LIMIT 1");
        _tail = db.Prepare("SELECT offset FROM event_places WHERE session = ?1 AND circle = ?2 ORDER BY offset DESC LIMIT 1");
        _event = db.Prepare(
            "INSERT INTO events (row, session, version, circle, offset, at_ms, sealed, hash) VALUES (?8, ?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        _command = db.Prepare("INSERT INTO commands (row, session, person, command, digest, answer) VALUES (?6, ?1, ?2, ?3, ?4, ?5)");
        _others = db.Prepare("PRAGMA data_version");
        db.BeginReading(); // one moment of both tables
        LookForOthers();
        db.Commit();
    }

    public static EventWriter Open(string path, EventStoreOptions options, Newest newest)
    {
        var db = Db.OpenToWrite(path, "events");
        Checkpointer? checkpoints = null;
        try
        {
            db.Execute("PRAGMA wal_autocheckpoint=0");
            if (options.MaxPages is { } pages) db.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={pages}"));
            if (options.CheckpointPages > 0) checkpoints = new Checkpointer(path, options.CheckpointPages);
            return new EventWriter(db, checkpoints, newest, options.UnplacedRows);
        }
        catch
        {
            checkpoints?.Stop();
            db.Dispose();
            checkpoints?.Dispose();
            throw;
        }
    }

    /// <summary>Gives every write of the group its outcome or its error. Outcomes stand only after the commit. Never throws.</summary>
    public void Commit(ReadOnlySpan<PendingWrite> group)
    {
        if (TryCommit(group) is not { } error) return;
        // one of them, or the places, may be what the disk has no room for: each by itself and without places, so that it fails alone
        if (IsBusy(error) || (group.Length == 1 && !_placer.TookPart)) Fail(group, error);
        else
        {
            foreach (var append in group)
                if (TryCommit([append]) is { } own) Fail([append], own);
        }
    }

    /// <summary>The disk has failed to take what was moved out of the write-ahead log: that grows until the next start.</summary>
    public bool DiskHasFailed => _checkpoints is { IsBroken: true };

    /// <summary>Between commits: keeps the write-ahead log short. What is committed is committed, whatever comes of this.</summary>
    public void LookAtLog()
    {
        if (_checkpoints is null) return;
        try
        {
            _gained += _db.PagesWritten();
            if (_checkpoints.MayFinish())
            {
                _db.MoveLog();
                _gained = 0;
            }
        }
        catch (SqliteException failure)
        {
            // it stays in the log until the next time
            if (Checkpointer.IsOfDisk(failure)) _checkpoints.Break();
        }
        _checkpoints.Look(_gained);
    }

    public void Dispose()
    {
        _checkpoints?.Stop();
        // whoever closes during a failure of the disk still closes; the log is replayed at the next opening
        try
        {
            if (_checkpoints is { IsBroken: true }) _db.KeepLog();
            else _db.Checkpoint();
        }
        catch (SqliteException) { }
        finally
        {
            _db.Dispose();
            _checkpoints?.Dispose();
        }
    }

    private Exception? TryCommit(ReadOnlySpan<PendingWrite> group)
    {
        try
        {
            _db.RollbackIfOpen(); // only when an earlier rollback failed
            _db.Begin();
            LookForOthers();
            foreach (var write in group) write.Do(this);
            _placer.Place((int)(_written.Event - _committed.Event + _written.Command - _committed.Command));
            _db.Commit();
            _committed = _written;
            _newest.Commit(_committed);
            _placer.Commit();
            return null;
        }
#pragma warning disable CA1031 // whatever it is: nothing is committed, the callers must hear of it, and the next group must be tried
        catch (Exception e)
        {
            Rollback();
            return e;
        }
#pragma warning restore CA1031
    }

    private void Rollback()
    {
        Forget(); // some of what is remembered was written by the transaction that is gone
        _written = _committed;
        _newest.Rollback();
        _placer.Rewind();
        try { _db.RollbackIfOpen(); }
        catch (SqliteException) { }
    }

    private static void Fail(ReadOnlySpan<PendingWrite> group, Exception error)
    {
        foreach (var append in group) append.Failed(error is SqliteException e ? Unavailable.From(e) : error);
    }

    // somebody else holds the file, and each try waits for the whole busy timeout
    private static bool IsBusy(Exception e) => e is SqliteException { SqliteErrorCode: 5 or 6 };

    /// <summary>Within a transaction.</summary>
    /// <exception cref="ArgumentException">It leaves a hole in a circle.</exception>
    public AppendOutcome Append(AppendBatch batch)
    {
        var session = Of(batch.Session);
        // before the version: a command sent again always stands on an old version, and its sender waits for the first answer
        if (Known(session.Key, batch.Commands) is { } known) return new AppendOutcome.Duplicate(known);
        if (batch.ExpectedVersion != session.Version) return new AppendOutcome.Conflict();
        if (_drafts.Moved(session.Key, batch.Ends) is { } moved) return new AppendOutcome.DraftMoved(moved.Circle);
        if (!Dense(session.Key, batch.Events)) throw AppendShape.NotDense();
        var key = session.Key ??= NewSession(batch.Session);
        foreach (var e in batch.Events) Write(key, e);
        foreach (var command in batch.Commands) Write(key, command);
        _drafts.End(key, batch.Ends);
        session.Version = batch.Events[^1].Version;
        return new AppendOutcome.Appended();
    }

    /// <summary>Within a transaction. A session that does not exist has no drafts.</summary>
    public DraftOutcome Append(DraftBatch batch) => Of(batch.Session).Key is { } key ? _drafts.Append(key, batch) : DraftOutcome.Conflict;

    /// <summary>Within a transaction. False: there is no such session.</summary>
    public bool Keep(SessionId session, StoredCheckpoint checkpoint)
    {
        if (Of(session).Key is not { } key) return false;
        _drafts.Keep(key, checkpoint);
        return true;
    }

    // Nobody else should write here; if somebody has, what is remembered of the log may be old.
    private void LookForOthers()
    {
        if (_others.One() is { } seen && seen != _seen)
        {
            _seen = seen;
            Forget();
            _committed = _written = _placer.Load();
        }
    }

    private Written Of(SessionId session)
    {
        if (_sessions.TryGetValue(session, out var known)) return known;
        if (_sessions.Count >= RememberedSessions) _sessions.Clear();
        var key = _session.Bind(1, session.Value).One();
        return _sessions[session] = new Written { Key = key, Version = key is { } found ? _head.Bind(1, found).One() ?? 0 : 0 };
    }

    private void Forget()
    {
        _sessions.Clear();
        _drafts.Forget();
    }

    private long NewSession(SessionId session)
    {
        _newSession.Bind(1, session.Value).Step();
        var key = _newSession.Long(0);
        _newSession.Step(); // to its end
        _newSession.Reset();
        return key;
    }

    private List<StoredCommand>? Known(long? session, IReadOnlyList<StoredCommand> commands)
    {
        if (session is not { } key) return null;
        List<StoredCommand>? known = null;
        foreach (var c in commands)
            if (_commands.Find(key, c.By, c.Id, _newest.RowOf(key, c.By, c.Id)) is { } found) (known ??= []).Add(found);
        return known;
    }

    private bool Dense(long? session, IReadOnlyList<StoredEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            var before = i - 1;
            while (before >= 0 && events[before].Circle != events[i].Circle) before--;
            var tail = before >= 0 ? events[before].Offset : TailOf(session, events[i].Circle);
            if (events[i].Offset != tail + 1) return false;
        }
        return true;
    }

    private long TailOf(long? session, CircleId circle) =>
        session is { } key ? _newest.TailOf(key, circle) ?? _tail.Bind(1, key).Bind(2, circle.Value).One() ?? 0 : 0;

    private void Write(long session, StoredEvent e)
    {
        _written = _written with { Event = _written.Event + 1 };
        _event.Bind(1, session).Bind(2, e.Version).Bind(3, e.Circle.Value).Bind(4, e.Offset).Bind(5, e.AtMs).Bind(6, e.Sealed).Bind(7, e.Hash)
            .Bind(8, _written.Event).Run();
        _newest.AddEvent(session, e.Circle, e.Offset, _written.Event);
    }

    private void Write(long session, StoredCommand c)
    {
        _written = _written with { Command = _written.Command + 1 };
        _command.Bind(1, session).Bind(2, c.By.Value).Bind(3, c.Id.Value).Bind(4, c.Digest).Bind(5, c.Answer).Bind(6, _written.Command).Run();
        _newest.AddCommand(session, c.By, c.Id, _written.Command);
    }

    // What is known of a session, so that it need not be looked up for each append. A transaction that fails forgets it.
    private sealed class Written
    {
        public long? Key { get; set; }

        public long Version { get; set; }
    }
}
