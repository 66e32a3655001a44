namespace IomSessions.Domain;

/// <summary>
/// A text that never changes; an edit gives another one, which shares with it all but the edited place. It is kept in chunks of some
/// hundred signs in one row: a draft has an upper length, so the row is short (some 260 chunks for the longest) and a keystroke makes
/// one new chunk and one new row, a few kilobytes. A tree would save the row and cost more than that in nodes.
/// </summary>
public sealed class DraftText
{
    private readonly string[] _chunks;
    private readonly int[] _starts;

    internal DraftText(string[] chunks, int[] starts, int length)
    {
        (_chunks, _starts, Length) = (chunks, starts, length);
    }

    public static readonly DraftText Empty = new([], [], 0);

    /// <summary>UTF-16 units.</summary>
    public int Length { get; }

    public char this[int position]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(position);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, Length);
            var at = ChunkAt(position);
            return _chunks[at][position - _starts[at]];
        }
    }

    public static DraftText Of(string text)
    {
        var writer = new ChunkWriter();
        writer.Write(text);
        return writer.Finish();
    }

    /// <summary>The text after the edit.</summary>
    public DraftText Apply(ChangeSet change)
    {
        if (change.Length != Length)
        {
            throw new ArgumentException("The change is for a text of another length.", nameof(change));
        }

        if (change.IsEmpty)
        {
            return this;
        }

        var writer = new ChunkWriter(_chunks.Length + 2);
        var at = 0;
        foreach (var section in change.Sections)
        {
            if (section.Insert is { } insert)
            {
                writer.Write(insert);
            }
            else
            {
                Keep(writer, at, at + section.Length);
            }

            at += section.Length;
        }

        return writer.Finish();
    }

    public string Slice(int from, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from + length, Length);
        return string.Create(length, (Text: this, From: from), static (span, slice) => slice.Text.CopyTo(slice.From, span));
    }

    /// <summary>Whether a position lies inside a sign that takes two units.</summary>
    public bool IsWithinSign(int position) =>
        position > 0 && position < Length && char.IsLowSurrogate(this[position]) && char.IsHighSurrogate(this[position - 1]);

    public override string ToString() => Slice(0, Length);

    private void CopyTo(int from, Span<char> span)
    {
        for (var at = span.IsEmpty ? 0 : ChunkAt(from); !span.IsEmpty; at++)
        {
            var skip = from - _starts[at];
            var piece = _chunks[at].AsSpan(skip, Math.Min(_chunks[at].Length - skip, span.Length));
            piece.CopyTo(span);
            span = span[piece.Length..];
            from += piece.Length;
        }
    }

    private void Keep(ChunkWriter writer, int from, int to)
    {
        for (var at = from < to ? ChunkAt(from) : 0; from < to; at++)
        {
            var (start, end) = (_starts[at], EndOf(at));
            if (start == from && end <= to && writer.MayShare)
            {
                var last = to == Length ? _chunks.Length - 1 : ChunkAt(to) - 1;
                writer.Share(_chunks.AsSpan(at..(last + 1)), _starts.AsSpan(at..(last + 1)), EndOf(last));
                (at, from) = (last, EndOf(last));
                continue;
            }

            var until = Math.Min(end, to);
            writer.Write(_chunks[at].AsSpan(from - start, until - from));
            from = until;
        }
    }

    private int EndOf(int chunk) => chunk + 1 < _starts.Length ? _starts[chunk + 1] : Length;

    private int ChunkAt(int position)
    {
        var found = Array.BinarySearch(_starts, position);
        return found >= 0 ? found : ~found - 1;
    }
}
