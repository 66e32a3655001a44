namespace IomSessions.Domain;

/// <summary>A text cut into units, each with a number that stands for its letters.</summary>
internal sealed class WordRow
{
    private WordRow(string text, int[] starts, int[] ids)
    {
        (Text, Starts, Ids) = (text, starts, ids);
    }

    public string Text { get; }

    /// <summary>Of each unit, and at last the end of the text.</summary>
    public int[] Starts { get; }

    public int[] Ids { get; }

    public static WordRow Of(string text, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> words)
    {
        var starts = new List<int>(text.Length / 3);
        var ids = new List<int>(text.Length / 3);
        for (var at = 0; at < text.Length;)
        {
            var unit = text.AsSpan(at, WordUnits.Length(text, at));
            starts.Add(at);
            if (!words.TryGetValue(unit, out var id))
            {
                words[unit] = id = words.Dictionary.Count;
            }

            ids.Add(id);
            at += unit.Length;
        }

        starts.Add(text.Length);
        return new WordRow(text, [.. starts], [.. ids]);
    }

    public ReadOnlySpan<char> Slice(int from, int to) => Text.AsSpan(Starts[from], Starts[to] - Starts[from]);

    /// <summary>Nothing but blanks and punctuation, and no end of a line.</summary>
    public bool IsThin(int unit)
    {
        foreach (var sign in Slice(unit, unit + 1))
        {
            if (sign == '\n' || char.IsLetterOrDigit(sign) || char.IsSurrogate(sign))
            {
                return false;
            }
        }

        return true;
    }
}
