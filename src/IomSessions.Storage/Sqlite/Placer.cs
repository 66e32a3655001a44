using IomSessions.Domain;

namespace IomSessions.Storage.Sqlite;

/// <summary>
/// Gives rows their places, within the transactions of the <see cref="EventWriter"/>: a few beside each commit, in the order of the places,
/// so that they fall on few pages. What a crash leaves without a place is found again by <see cref="Load"/>. Not thread-safe.
/// </summary>
/// <param name="rows">Rows that wait for their places before they are given. 1 or more.</param>
internal sealed class Placer(Db db, Newest newest, int rows)
{
    /// <summary>Fewer at once would touch as many pages.</summary>
    private const int AtOnce = 64;

    private readonly Statement _event = db.Prepare(
        "INSERT INTO event_places (session, circle, offset, row) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
    private readonly Statement _command = db.Prepare(
        "INSERT INTO command_places (session, person, command, row) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
    private readonly Statement _placed = db.Prepare("UPDATE placed SET event = max(event, ?1), command = max(command, ?2)");
    private NewestRows? _leaving;
    private IEnumerator<Statement>? _placing;
    private bool _isDone;
    private int _due;

    /// <summary>Whether the last transaction placed anything. The next few after a <see cref="Rewind"/> will not.</summary>
    public bool TookPart { get; private set; }

    /// <summary>Reads what has no place yet, within a transaction or before any other.</summary>
    /// <returns>The newest rows of the tables.</returns>
    public RowMarks Load()
    {
        Rewind();
        var found = new NewestRows();
        var events = db.Prepare("SELECT session, circle, offset, row FROM events WHERE row > (SELECT event FROM placed) ORDER BY row");
        while (events.Step()) found.AddEvent(events.Long(0), new CircleId(events.Guid(1)), events.Long(2), events.Long(3));
        events.Reset();
        var commands = db.Prepare("SELECT session, person, command, row FROM commands WHERE row > (SELECT command FROM placed) ORDER BY row");
        while (commands.Step()) found.AddCommand(commands.Long(0), new PersonId(commands.Guid(1)), new CommandId(commands.Guid(2)), commands.Long(3));
        commands.Reset();
        var committed = new RowMarks(
            db.Prepare("SELECT coalesce(max(row), 0) FROM events").One() ?? 0, db.Prepare("SELECT coalesce(max(row), 0) FROM commands").One() ?? 0);
        newest.Begin(found, committed);
        _leaving = null;
        return committed;
    }

    /// <summary>Before a transaction's commit: places about twice as many rows as it has written, if any wait.</summary>
    public void Place(int written)
    {
        TookPart = false;
        if (_leaving is null) return;
        _due += 2 * written;
        if (_due < AtOnce) return;
        TookPart = true;
        _placing ??= Places(_leaving).GetEnumerator();
        for (; _due > 0 && !(_isDone = !_placing.MoveNext()); _due--) _placing.Current.Run();
        if (_isDone) _placed.Bind(1, _leaving.Newest.Event).Bind(2, _leaving.Newest.Command).Run();
    }

    /// <summary>After a commit.</summary>
    public void Commit()
    {
        if (_isDone)
        {
            newest.EndLeaving();
            _leaving = null;
            Rewind();
        }

        _leaving ??= newest.BeginLeaving(rows);
    }

    /// <summary>What was placed may be gone: begins again with the first. A place is given twice without harm.</summary>
    public void Rewind()
    {
        _placing?.Dispose();
        (_placing, _isDone, _due) = (null, false, 0);
    }

    // each ready to be run
    private IEnumerable<Statement> Places(NewestRows leaving)
    {
        foreach (var (session, circle, offset, row) in leaving.EventsInOrder())
            yield return _event.Bind(1, session).Bind(2, circle.Value).Bind(3, offset).Bind(4, row);
        foreach (var (session, person, command, row) in leaving.CommandsInOrder())
            yield return _command.Bind(1, session).Bind(2, person.Value).Bind(3, command.Value).Bind(4, row);
    }
}
