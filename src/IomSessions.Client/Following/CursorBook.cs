using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>What became of an event that came in.</summary>
public enum Taken
{
    /// <summary>The next of its circle.</summary>
    New,

    /// <summary>Held already; to be dropped.</summary>
    Again,

    /// <summary>Something before it is missing; not taken. Compare cursors.</summary>
    Gap,

    /// <summary>Another event than the one held at the same place: the server's log is not the one that was read. Compare cursors.</summary>
    Fork,
}

/// <summary>How far every circle has been read (DL1, DL2). Not safe for use by several threads at once.</summary>
public sealed class CursorBook
{
    private readonly Dictionary<string, Entry> _circles = [];
    private string? _sitting;
    private string? _bench;
    private string? _table;
    private ClosedCircles? _closedBefore;
    private bool _outlining;

    /// <summary>XOR of the hashes at the heads of every circle held; a beat carries the same of every circle that may be read (DL6).</summary>
    public RollingHash Root { get; private set; }

    public int Count => _circles.Count;

    /// <summary>Notes an event, or says why it cannot be noted.</summary>
    public Taken Take(WireEvent told)
    {
        var known = _circles.TryGetValue(told.Circle, out var entry);
        var held = known ? entry.Offset : 0;
        if (told.Offset <= held)
        {
            return told.Offset == held && RollingHash.Parse(told.Hash) != entry.Hash ? Taken.Fork : Taken.Again;
        }

        if (told.Offset != held + 1)
        {
            return Taken.Gap;
        }

        var hash = RollingHash.Parse(told.Hash);
        Root = Root ^ entry.Hash ^ hash;
        _circles[told.Circle] = new(told.Offset, hash, entry.Closed);
        Supersede(told);
        return Taken.New;
    }

    /// <summary>Begins anew from an outline. It counts for a greeting only when the whole past of it has come.</summary>
    public void Begin(Outline outline)
    {
        Forget();
        _outlining = true;
        _closedBefore = outline.Closed;
        Root = outline.Closed is { } closed ? RollingHash.Parse(closed.Hash) : RollingHash.Nothing;
        foreach (var cursor in outline.Cursors)
        {
            var hash = RollingHash.Parse(cursor.Hash);
            Root ^= hash;
            _circles[cursor.Circle] = new(cursor.Offset, hash, false);
            _sitting = cursor.Kind == CircleKind.Sitting ? cursor.Circle : _sitting;
            _bench = cursor.Kind == CircleKind.Bench ? cursor.Circle : _bench;
            _table = cursor.Kind == CircleKind.Table ? cursor.Circle : _table;
        }
    }

    /// <summary>The last of the past has come.</summary>
    public void Outlined() => _outlining = false;

    /// <summary>The greeting that tells the server how far everything was read.</summary>
    /// <param name="recent">See <see cref="Hello"/>.</param>
    public Hello Greeting(int? recent = null)
    {
        if (_outlining)
        {
            return new(ProtocolVersion.Current, [], null, recent);
        }

        var cursors = new List<Cursor>();
        var (count, root) = _closedBefore is { } before ? (before.Count, RollingHash.Parse(before.Hash)) : (0, RollingHash.Nothing);
        foreach (var (circle, entry) in _circles)
        {
            if (entry.Closed)
            {
                (count, root) = (count + 1, root ^ entry.Hash);
            }
            else
            {
                cursors.Add(new(circle, entry.Offset, entry.Hash.ToString()));
            }
        }

        return new(ProtocolVersion.Current, cursors, count == 0 ? null : new(count, root.ToString()), recent);
    }

    /// <summary>Everything again from the first event.</summary>
    public void Forget()
    {
        _circles.Clear();
        (_sitting, _bench, _table, _closedBefore, _outlining, Root) = (null, null, null, null, false, RollingHash.Nothing);
    }

    // One sits in one room at a time, and there is one bench and one table: a later one ends the earlier. A sitting goes on being
    // given by itself until then, because its last words may still be on their way.
    private void Supersede(WireEvent told)
    {
        if (told is { Offset: 1, Kind: CircleKind.Sitting })
        {
            Close(_sitting);
            _sitting = told.Circle;
        }
        else if (told is { Offset: 1, Kind: CircleKind.Bench })
        {
            Close(_bench);
            _bench = told.Circle;
        }
        else if (told is { Offset: 1, Kind: CircleKind.Table })
        {
            Close(_table);
            _table = told.Circle;
        }
        else if (told is { Offset: 1, Kind: CircleKind.Named } or { Body: DraftEnded })
        {
            // a circle of a named few is told nothing more than what it is opened with; a draft that goes on with others says so
            Close(told.Circle);
        }
    }

    private void Close(string? circle)
    {
        if (circle is not null)
        {
            _circles[circle] = _circles[circle] with { Closed = true };
        }
    }

    private readonly record struct Entry(long Offset, RollingHash Hash, bool Closed);
}
