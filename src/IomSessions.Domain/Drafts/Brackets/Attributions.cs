using System.Collections.Immutable;
using System.Text;

namespace IomSessions.Domain;

/// <summary>
/// Whom bracketed words come from, as trade negotiators write it: <c>[Aland: shall]</c>, <c>[Aland, Borduria: shall]</c>, also with the colon and
/// comma of Chinese and Arabic. Only names that are known count; other words before a colon belong to the text.
/// </summary>
public sealed class Attributions(IReadOnlyCollection<string> names)
{
    private readonly string[] _names = [.. names.Where(name => name.Length > 0).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];

    /// <param name="start">Behind the opening bracket.</param>
    /// <param name="end">Of the closing one.</param>
    /// <returns>The names, and where the words begin.</returns>
    public (ImmutableArray<string> From, int Words) Read(string text, int start, int end)
    {
        var from = ImmutableArray.CreateBuilder<string>();
        for (var at = Blank(text, start, end); ;)
        {
            var name = _names.FirstOrDefault(one => text.AsSpan(at, end - at).StartsWith(one, StringComparison.Ordinal));
            if (name is null)
            {
                return ([], start);
            }

            from.Add(name);
            at = Blank(text, at + name.Length, end);
            switch (at < end ? text[at] : '\0')
            {
                case ':' or '：':
                    return (from.DrainToImmutable(), Blank(text, at + 1, end));
                case ',' or '，' or '、' or '،' or '/':
                    at = Blank(text, at + 1, end);
                    break;
                default:
                    return ([], start);
            }
        }
    }

    /// <summary>The text without any attribution, also where one stood behind another.</summary>
    public static string Without(string text, IReadOnlyCollection<string> names)
    {
        var attributions = new Attributions(names);
        var words = new StringBuilder(text.Length);
        var at = 0;
        foreach (var one in Brackets.In(text, names).Open.Where(one => one.From.Length > 0))
        {
            // within a name
            if (one.Start < at - 1)
            {
                continue;
            }

            words.Append(text, at, one.Start + 1 - at);
            for (at = one.Words; attributions.Read(text, at, one.End - 1) is { From.Length: > 0 } more;)
            {
                at = more.Words;
            }
        }

        return words.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>An edit that takes every attribution away and leaves the words (DR4).</summary>
    public static ChangeSet Without(string text, BracketList brackets, Func<Bracket, bool> taken)
    {
        var builder = new ChangeBuilder();
        var at = 0;
        foreach (var one in brackets.Open.Where(one => one.From.Length > 0 && taken(one)))
        {
            builder.Add(one.Start + 1 - at, null);
            builder.Add(one.Words - one.Start - 1, "");
            at = one.Words;
        }

        builder.Add(text.Length - at, null);
        return builder.Build();
    }

    private static int Blank(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t' or '\u00A0')
        {
            at++;
        }

        return at;
    }
}
