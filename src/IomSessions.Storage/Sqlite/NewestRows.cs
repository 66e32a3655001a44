using IomSessions.Domain;

namespace IomSessions.Storage.Sqlite;

/// <summary>Some thousand rows and where they lie, by what they are looked for. Not thread-safe.</summary>
internal sealed class NewestRows
{
    private readonly Dictionary<(long Session, CircleId Circle), Run> _circles = [];
    private readonly Dictionary<(long Session, PersonId Person), Dictionary<CommandId, long>> _commands = [];

    /// <summary>Events and commands.</summary>
    public int Count { get; private set; }

    public RowMarks Newest { get; private set; }

    public void AddEvent(long session, CircleId circle, long offset, long row)
    {
        if (!_circles.TryGetValue((session, circle), out var run)) _circles[(session, circle)] = run = new Run(offset, []);
        run.Rows.Add(row);
        (Newest, Count) = (Newest with { Event = row }, Count + 1);
    }

    public void AddCommand(long session, PersonId person, CommandId command, long row)
    {
        if (!_commands.TryGetValue((session, person), out var rows)) _commands[(session, person)] = rows = [];
        rows[command] = row;
        (Newest, Count) = (Newest with { Command = row }, Count + 1);
    }

    /// <summary>The newest offset of a circle; null: it has none here.</summary>
    public long? TailOf(long session, CircleId circle) =>
        _circles.TryGetValue((session, circle), out var run) ? run.First + run.Rows.Count - 1 : null;

    public long? RowOf(long session, PersonId person, CommandId command) =>
        _commands.TryGetValue((session, person), out var rows) && rows.TryGetValue(command, out var row) ? row : null;

    /// <summary>Adds what a circle has here after an offset: rows up to <paramref name="newest"/>, until there are <paramref name="max"/>.</summary>
    public void Find(long session, CircleId circle, long after, long newest, int max, List<(long Offset, long Row)> found)
    {
        if (!_circles.TryGetValue((session, circle), out var run)) return;
        for (var offset = Math.Max(run.First, after + 1); found.Count < max && offset < run.First + run.Rows.Count; offset++)
        {
            var row = run.Rows[(int)(offset - run.First)];
            if (row > newest) return;
            found.Add((offset, row));
        }
    }

    /// <summary>Forgets the rows that were to come after these.</summary>
    public void CutAfter(RowMarks newest)
    {
        foreach (var (circle, run) in _circles)
        {
            Count -= run.Rows.RemoveAll(row => row > newest.Event);
            if (run.Rows.Count == 0) _circles.Remove(circle);
        }

        foreach (var (person, rows) in _commands)
        {
            foreach (var (command, _) in rows.Where(row => row.Value > newest.Command).ToList())
            {
                rows.Remove(command);
                Count--;
            }

            if (rows.Count == 0) _commands.Remove(person);
        }

        Newest = newest;
    }

    /// <summary>As their places come one after the other in the database.</summary>
    public IEnumerable<(long Session, CircleId Circle, long Offset, long Row)> EventsInOrder()
    {
        foreach (var ((session, circle), run) in _circles.OrderBy(static of => of.Key.Session).ThenBy(static of => of.Key.Circle.Value))
            for (var at = 0; at < run.Rows.Count; at++) yield return (session, circle, run.First + at, run.Rows[at]);
    }

    /// <inheritdoc cref="EventsInOrder"/>
    public IEnumerable<(long Session, PersonId Person, CommandId Command, long Row)> CommandsInOrder()
    {
        foreach (var ((session, person), rows) in _commands.OrderBy(static of => of.Key.Session).ThenBy(static of => of.Key.Person.Value))
            foreach (var (command, row) in rows.OrderBy(static of => of.Key.Value)) yield return (session, person, command, row);
    }

    // the offsets of a circle have no gap
    private sealed record Run(long First, List<long> Rows);
}

/// <summary>A row of each table.</summary>
internal readonly record struct RowMarks(long Event, long Command);
