using IomSessions.Server.Documents.Text;

namespace IomSessions.Server.Documents.Pdf;

/// <summary>One line, ready to be drawn: its parts from left to right.</summary>
internal sealed record Set(IReadOnlyList<Shaped> Parts, float Width, Ink Ink, bool RightToLeft);

/// <summary>Sets a paragraph in lines of a width.</summary>
internal static class Setting
{
    /// <param name="line">One line of text: no break stands in it.</param>
    /// <param name="rightToLeft">The side from which it is written; null: that of its first letter.</param>
    /// <exception cref="NoFontException">A sign is in no font.</exception>
    public static List<Set> Of(string line, string language, bool? rightToLeft, Ink ink, float width, FontShelf fonts)
    {
        var from = rightToLeft ?? Bidi.FirstStrong(line) ?? false;
        var levels = Bidi.Levels(line, from);
        var clusters = Breaks.Clusters(line);
        var stretches = Itemising.Of(line, clusters, levels, language, ink.Bold, fonts);
        var advances = new float[line.Length + 1];
        foreach (var stretch in stretches)
        {
            Shaping.Measure(line, stretch, language, ink, advances);
        }

        var set = new List<Set>();
        var next = 0;
        foreach (var (start, end) in Lines(line, clusters, advances, width))
        {
            while (next < stretches.Count && stretches[next].To <= start)
            {
                next++;
            }

            var parts = new List<Shaped>();
            for (var at = next; at < stretches.Count && stretches[at].From < end; at++)
            {
                var one = stretches[at];
                parts.Add(Shaping.Of(line, one with { From = Math.Max(one.From, start), To = Math.Min(one.To, end) }, language, ink));
            }

            Bidi.Reorder(parts, part => part.Level);
            set.Add(new(parts, parts.Sum(part => part.Width), ink, from));
        }

        return set;
    }

    // blanks at the end of a line stand in the margin, and are not drawn; a word that is longer than a line is parted anywhere
    private static IEnumerable<(int From, int To)> Lines(string text, List<int> clusters, float[] advances, float width)
    {
        var may = Breaks.Before(text, clusters);
        var (start, end, at, broken) = (0, 0, 0, 0);
        var (sum, since) = (0f, 0f);
        foreach (var length in clusters)
        {
            var advance = 0f;
            foreach (var one in advances.AsSpan(at, length))
            {
                advance += one;
            }

            if (may[at])
            {
                (broken, since) = (at, 0);
            }

            var blank = text[at] == ' ';
            if (!blank && sum + advance > width && at > start)
            {
                var cut = broken > start ? broken : at;
                yield return (start, start + text.AsSpan(start, cut - start).TrimEnd(' ').Length);
                (sum, start) = (cut == at ? 0 : since, cut);
            }

            (sum, since, at) = (sum + advance, since + advance, at + length);
            end = at;
        }

        yield return (start, start + text.AsSpan(start, end - start).TrimEnd(' ').Length);
    }
}
