using IomSessions.Domain;

namespace IomSessions.Storage.Sqlite;

/// <summary>
/// Where the rows lie that have no place in the database yet. The writer adds what it writes, and sees it at once; readers see it after
/// the commit. Two parts: one that grows, and one whose rows are being placed. Thread-safe, with one writer.
/// </summary>
/// <remarks>Who reads looks here first and in the database after: what leaves here meanwhile has been placed by then.</remarks>
internal sealed class Newest
{
    private readonly Lock _gate = new();
    private NewestRows _growing = new();
    private NewestRows? _leaving;
    private RowMarks _committed;

    /// <summary>Begins anew with what the database says. Readers see the one or the other.</summary>
    public void Begin(NewestRows rows, RowMarks committed)
    {
        lock (_gate) (_growing, _leaving, _committed) = (rows, null, committed);
    }

    public void AddEvent(long session, CircleId circle, long offset, long row)
    {
        lock (_gate) _growing.AddEvent(session, circle, offset, row);
    }

    public void AddCommand(long session, PersonId person, CommandId command, long row)
    {
        lock (_gate) _growing.AddCommand(session, person, command, row);
    }

    /// <summary>All that was added is there for everybody.</summary>
    public void Commit(RowMarks newest)
    {
        lock (_gate) _committed = newest;
    }

    /// <summary>What was added since the last commit has never been.</summary>
    public void Rollback()
    {
        lock (_gate) _growing.CutAfter(_committed);
    }

    /// <summary>The rows to be placed, once there are enough of them and none are being placed; null: not now. Between transactions.</summary>
    public NewestRows? BeginLeaving(int enough)
    {
        lock (_gate)
        {
            if (_leaving is not null || _growing.Count < enough) return null;
            (_leaving, _growing) = (_growing, new NewestRows());
            return _leaving;
        }
    }

    /// <summary>Their places are committed.</summary>
    public void EndLeaving()
    {
        lock (_gate) _leaving = null;
    }

    /// <summary>The newest offset of a circle, or null when it is not among these. For the writer.</summary>
    public long? TailOf(long session, CircleId circle)
    {
        lock (_gate) return _growing.TailOf(session, circle) ?? _leaving?.TailOf(session, circle);
    }

    /// <summary>The row of a command, or null when it is not among these. For the writer.</summary>
    public long? RowOf(long session, PersonId person, CommandId command)
    {
        lock (_gate) return _growing.RowOf(session, person, command) ?? _leaving?.RowOf(session, person, command);
    }

    /// <summary>As <see cref="RowOf"/>, of what is committed.</summary>
    public long? Find(long session, PersonId person, CommandId command)
    {
        lock (_gate) return RowOf(session, person, command) is { } row && row <= _committed.Command ? row : null;
    }

    /// <summary>The events of a circle after an offset that are among these and committed, without a gap and at most so many.</summary>
    public List<(long Offset, long Row)> Find(long session, CircleId circle, long after, int max)
    {
        var found = new List<(long, long)>();
        lock (_gate)
        {
            _leaving?.Find(session, circle, after, _committed.Event, max, found);
            _growing.Find(session, circle, after, _committed.Event, max, found);
        }

        return found;
    }
}
