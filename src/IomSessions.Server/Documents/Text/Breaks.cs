using System.Globalization;
using System.Text;

namespace IomSessions.Server.Documents.Text;

/// <summary>Where a line may end: a part of Unicode Standard Annex 14, with the rules of Chinese and Japanese for what begins and ends none.</summary>
internal static class Breaks
{
    /// <summary>The lengths, in UTF-16 units, of what no line parts: a letter with the marks upon it.</summary>
    public static List<int> Clusters(string text)
    {
        var lengths = new List<int>();
        for (var at = 0; at < text.Length; at += lengths[^1])
        {
            lengths.Add(StringInfo.GetNextTextElementLength(text, at));
        }

        return lengths;
    }

    /// <summary>For each place in a text whether a line may begin there.</summary>
    /// <param name="clusters">As <see cref="Clusters"/> gives them.</param>
    public static bool[] Before(string text, IReadOnlyList<int> clusters)
    {
        var may = new bool[text.Length + 1];
        var (at, blank, before) = (0, false, BreakClass.Glue);
        foreach (var length in clusters)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _);
            var now = BreakClasses.Of(rune);
            if (now == BreakClass.Space)
            {
                blank = true;
            }
            else
            {
                may[at] = at > 0 && May(before, blank, now, rune);
                (before, blank) = (now, false);
            }

            at += length;
        }

        return may;
    }

    private static bool May(BreakClass before, bool blank, BreakClass now, Rune rune) => (before, now) switch
    {
        (BreakClass.Gap, _) => true,
        (_, BreakClass.Closes) => false,
        (BreakClass.Opens, _) => false,
        _ when blank => true,
        (BreakClass.Glue, _) or (_, BreakClass.Glue) or (_, BreakClass.Stays) or (_, BreakClass.Hyphen) or (_, BreakClass.Gap) => false,
        (BreakClass.Hyphen, _) => !Rune.IsDigit(rune),
        (BreakClass.Dash, BreakClass.Dash) => false,
        (BreakClass.Dash, _) or (_, BreakClass.Dash) => true,
        (BreakClass.Ideograph or BreakClass.Stays, _) or (_, BreakClass.Ideograph) => true,
        _ => false,
    };
}
