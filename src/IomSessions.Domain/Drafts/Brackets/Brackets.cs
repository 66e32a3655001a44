using System.Buffers;
using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>
/// Finds the [square brackets] of a draft (DR2). They may hold others, and whole articles. Not counted is what Markdown means otherwise:
/// <c>\[</c>, a link to an address, a footnote, the box of a list to tick off. In doubt it is a bracket: a text must never pass for clean
/// that is not.
/// </summary>
public static class Brackets
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("[]\\［］");

    /// <param name="names">Of those whom words can come from: <c>[Aland: shall]</c>. Whatever else stands before a colon is words.</param>
    public static BracketList In(string text, IReadOnlyCollection<string> names)
    {
        var found = new List<(int Start, int End, int Depth)>();
        var open = new Stack<int>();
        var stray = new List<int>();
        var line = new LineBefore(text);
        for (var at = 0; Find(text, at) is >= 0 and var sign; at = sign + 1)
        {
            switch (text[sign])
            {
                case '\\':
                    sign++;
                    break;
                case '[' or '［' when Other(text, sign, ref line) is > 0 and var other:
                    sign += other - 1;
                    break;
                case '[' or '［':
                    open.Push(found.Count);
                    found.Add((sign, -1, open.Count - 1));
                    break;
                case var _ when open.TryPop(out var begun):
                    found[begun] = found[begun] with { End = IsLink(text, sign) ? 0 : sign + 1 };
                    break;
                default:
                    stray.Add(sign);
                    break;
            }
        }

        stray.AddRange(found.Where(one => one.End < 0).Select(one => one.Start));
        return new BracketList(Placed(text, found, new Attributions(names)), [.. stray.Order()]);
    }

    private static int Find(string text, int from)
    {
        var found = from < text.Length ? text.AsSpan(from).IndexOfAny(Signs) : -1;
        return found < 0 ? -1 : from + found;
    }

    // Links (0) hold what they hold, but are none; neither is what is never closed.
    private static ImmutableArray<Bracket> Placed(string text, List<(int Start, int End, int Depth)> found, Attributions attributions)
    {
        var brackets = ImmutableArray.CreateBuilder<Bracket>(found.Count);
        var places = 0;
        // of each depth the last bracket that closed there
        var beside = new Dictionary<int, Bracket>();
        foreach (var (start, end, depth) in found.Where(one => one.End > 0))
        {
            var place = beside.TryGetValue(depth, out var last) && IsBeside(text, last.End, start) ? last.Place : places++;
            var (from, words) = attributions.Read(text, start + 1, end - 1);
            var bracket = new Bracket(start, end, words, depth, from, place);
            beside[depth] = bracket;
            brackets.Add(bracket);
        }

        return brackets.ToImmutable();
    }

    private static bool IsBeside(string text, int end, int start)
    {
        var between = end <= start ? text.AsSpan(end, start - end).Trim() : "not beside";
        return between is "" or "/";
    }

    // how many signs an opening bracket takes that opens none
    private static int Other(string text, int at, ref LineBefore line)
    {
        var rest = text.AsSpan(at, Math.Min(text.Length - at, Limits.NameLength));
        if (rest.StartsWith("[^"))
        {
            // the sign of a footnote has neither blanks nor brackets
            var end = rest[2..].IndexOfAny("[] \t\n");
            return end > 0 && rest[2 + end] == ']' ? end + 3 : 0;
        }

        return rest.Length >= 3 && rest[2] == ']' && rest[1] is ' ' or 'x' or 'X' && (rest.Length == 3 || rest[3] is ' ' or '\n')
            && IsItem(line.To(at)) ? 3 : 0;
    }

    private static bool IsItem(ReadOnlySpan<char> line) =>
        line is "-" or "*" or "+" || (line.Length is > 1 and < 11 && line[^1] is '.' or ')' && !line[..^1].ContainsAnyExceptInRange('0', '9'));

    private static bool IsLink(string text, int close)
    {
        // an address, and the signs around it
        var rest = text.AsSpan(close + 1, Math.Min(text.Length - close - 1, Limits.AddressLength + 2));
        if (rest.IsEmpty || rest[0] != '(')
        {
            return false;
        }

        var end = rest.IndexOfAny(")\n[]");
        if (end < 0 || rest[end] != ')')
        {
            return false;
        }

        var address = rest[1..end];
        return !address.ContainsAny(' ', '\t') && (address.StartsWith("https://") || address.StartsWith("http://")
            || address.StartsWith("mailto:") || address.StartsWith("tel:") || address.StartsWith("#"));
    }

    // What stands before a place in its line. Places come in order and what lies between is gone through once, however long the line is.
    private ref struct LineBefore(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _seen;
        private int _words;

        public ReadOnlySpan<char> To(int at)
        {
            var end = _text[_seen..at].LastIndexOf('\n');
            _words = end < 0 ? _words : _seen + end + 1;
            _seen = at;
            while (_words < at && char.IsWhiteSpace(_text[_words]))
            {
                _words++;
            }

            return _text[_words..at].TrimEnd();
        }
    }
}
