namespace IomSessions.Domain;

/// <summary>When a position is gone with the words around it.</summary>
public enum Keep
{
    /// <summary>Never.</summary>
    Always,

    /// <summary>When words on both sides of it are deleted.</summary>
    UnlessWithin,

    /// <summary>When the sign before it is deleted.</summary>
    WithBefore,

    /// <summary>When the sign after it is deleted.</summary>
    WithAfter,
}

/// <summary>Where a place of the text is after a change: carets, comments, brackets.</summary>
public static class Positions
{
    /// <summary><c>mapPos</c> of <c>@codemirror/state</c>.</summary>
    /// <param name="side">Where something is inserted right there: -1 or less, it stays before it; else it goes behind.</param>
    /// <returns>Null: gone, as <paramref name="keep"/> has it.</returns>
    public static int? Map(this ChangeSet change, int position, int side = -1, Keep keep = Keep.Always)
    {
        int before = 0, after = 0;
        foreach (var section in change.Sections)
        {
            var end = before + section.Length;
            if (section.IsKept)
            {
                if (end > position)
                {
                    return after + (position - before);
                }
            }
            else if (end >= position && IsGone(keep, before, end, position))
            {
                return null;
            }
            else if (end > position || (end == position && side < 0 && section.Length == 0))
            {
                return position == before || side < 0 ? after : after + section.NewLength;
            }

            after += section.NewLength;
            before = end;
        }

        return position <= before ? after : throw new ArgumentOutOfRangeException(nameof(position));
    }

    private static bool IsGone(Keep keep, int start, int end, int position) => keep switch
    {
        Keep.UnlessWithin => start < position && end > position,
        Keep.WithBefore => start < position,
        Keep.WithAfter => end > position,
        _ => false,
    };
}
