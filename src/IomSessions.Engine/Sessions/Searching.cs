using System.Globalization;
using System.Text;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// Looks for words in what one may read, by the one rule of access: opens the person's own circles, in memory, and keeps nothing (ST2).
/// Work, order and answer depend on his own circles alone.
/// </summary>
internal static class Searching
{
    /// <param name="words">All of them have to stand in what is found.</param>
    /// <param name="from">Where an earlier answer ended; null: from the newest circle on.</param>
    /// <returns>Null: the circle to go on from is not there, or not his.</returns>
    public static async Task<SearchFound?> SearchAsync(Ledger ledger, PersonId person, string words, SearchPlace? from, CancellationToken stop)
    {
        var now = ledger.Now;
        if (now.State is not { } state || (from is { } last && !Access.MayRead(person, last.Circle, state)))
        {
            return null;
        }

        var wanted = Folded(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Length == 0)
        {
            return new(new WireList([]), null);
        }

        var until = from is { } place ? now.HeadOf(place.Circle).Opened : long.MaxValue;
        var circles = now.Heads
            .Where(head => head.Value.Opened <= until && Access.MayRead(person, head.Key, state))
            .OrderByDescending(head => head.Value.Opened)
            .Select(head => (head.Key, Before: head.Key == from?.Circle ? Math.Min(from.Before, head.Value.Offset + 1) : head.Value.Offset + 1));
        var (found, left) = (new List<Recorded>(), Limits.EventsSearched);
        foreach (var (circle, end) in circles)
        {
            for (var before = end; before > 1;)
            {
                if (left <= 0 || found.Count >= Limits.EventsFound)
                {
                    return new(new WireList(found), new(circle, before));
                }

                var start = Math.Max(0, before - 1 - left);
                left -= (int)(before - 1 - start);
                await foreach (var one in ledger.ReadBackAsync(circle, start, before - 1, stop))
                {
                    if (Text(one.Event.Body) is not { } text || !Has(Folded(text), wanted))
                    {
                        continue;
                    }

                    if (found.Count == Limits.EventsFound)
                    {
                        return new(new WireList(found), new(circle, one.Offset + 1));
                    }

                    found.Add(one);
                }

                before = start + 1;
            }
        }

        return new(new WireList(found), null);
    }

    private static bool Has(string text, string[] words) => words.All(word => text.Contains(word, StringComparison.Ordinal));

    private static string? Text(EventBody body) => body switch
    {
        Said said => said.Text,
        Rendered rendered => rendered.Text,
        Released released => released.Text,
        BriefingTold told => told.Text,
        WordSent word => word.Text,
        _ => null,
    };

    // without case and vowel points, as one would type it in haste; letters with accents stay what they are
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var one in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(one) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToUpperInvariant(one));
            }
        }

        return folded.ToString();
    }
}

/// <summary>What was found.</summary>
/// <param name="Events">The newest circle first, in it the newest first.</param>
/// <param name="Next">Where to go on; null: that was all.</param>
public sealed record SearchFound(WireList Events, SearchPlace? Next);

/// <summary>Where a search goes on.</summary>
public sealed record SearchPlace(CircleId Circle, long Before);
