using System.Collections;

namespace IomSessions.Domain;

/// <summary>
/// The newest changes of a draft, the oldest first; at most <see cref="Limits.DraftTail"/>. It never changes: one more gives another one,
/// which shares with it the row in which they stand. A tree would make a dozen nodes for each key.
/// </summary>
public sealed class ChangeTail : IReadOnlyList<TextChanged>
{
    private readonly Row _row;
    private readonly int _from;

    private ChangeTail(Row row, int from, int count) => (_row, _from, Count) = (row, from, count);

    public static ChangeTail Empty { get; } = new(new Row(0, taken: 0), 0, 0);

    public int Count { get; }

    public TextChanged this[int at]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(at);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(at, Count);
            return _row.Changes[_from + at];
        }
    }

    public ChangeTail Add(TextChanged changed)
    {
        var (from, to) = (Count < Limits.DraftTail ? _from : _from + 1, _from + Count);
        var row = _row;
        if (!row.TryTake(to))
        {
            // full, or the same text has gone on otherwise too: each has a row of its own from here
            var kept = to - from;
            row = new Row(Math.Min(2 * (kept + 8), 2 * Limits.DraftTail), taken: kept + 1);
            Array.Copy(_row.Changes, from, row.Changes, 0, kept);
            (from, to) = (0, kept);
        }

        row.Changes[to] = changed;
        return new(row, from, to + 1 - from);
    }

    public IEnumerator<TextChanged> GetEnumerator()
    {
        for (var at = 0; at < Count; at++)
        {
            yield return this[at];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A place in it is written once, by whoever has taken it.
    private sealed class Row(int length, int taken)
    {
        private int _taken = taken;

        public TextChanged[] Changes { get; } = new TextChanged[length];

        public bool TryTake(int place) => place < Changes.Length && Interlocked.CompareExchange(ref _taken, place + 1, place) == place;
    }
}
