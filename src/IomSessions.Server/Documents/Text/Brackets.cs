namespace IomSessions.Server.Documents.Text;

/// <summary>Brackets that belong together (rule N0): what stands between them decides for both.</summary>
internal static class Brackets
{
    // as many as the annex keeps open; beyond that it pairs no more
    private const int Open = 63;

    private const string Pairs = "()[]{}\u0F3A\u0F3B\u0F3C\u0F3D\u169B\u169C\u2045\u2046\u207D\u207E\u208D\u208E\u2308\u2309\u230A\u230B"
        + "\u2768\u2769\u276A\u276B\u276C\u276D\u276E\u276F\u2770\u2771\u2772\u2773\u2774\u2775\u27C5\u27C6\u27E6\u27E7\u27E8\u27E9\u27EA\u27EB"
        + "\u27EC\u27ED\u27EE\u27EF\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298A\u298B\u298C\u298D\u2990\u298F\u298E\u2991\u2992\u2993\u2994"
        + "\u2995\u2996\u2997\u2998\u29D8\u29D9\u29DA\u29DB\u29FC\u29FD\u2E22\u2E23\u2E24\u2E25\u2E26\u2E27\u2E28\u2E29\u2E55\u2E56\u2E57\u2E58"
        + "\u2E59\u2E5A\u2E5B\u2E5C\u3008\u3009\u300A\u300B\u300C\u300D\u300E\u300F\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019\u301A\u301B"
        + "\uFE59\uFE5A\uFE5B\uFE5C\uFE5D\uFE5E\uFF08\uFF09\uFF3B\uFF3D\uFF5B\uFF5D\uFF5F\uFF60\uFF62\uFF63";

    /// <summary>Pairs in the order of their opening ones.</summary>
    /// <param name="neutral">Whether the sign at a place has no direction of its own; others pair with nothing.</param>
    public static IReadOnlyList<(int From, int To)> In(ReadOnlySpan<char> signs, Predicate<int> neutral)
    {
        var open = new List<(int At, char Closes)>();
        var found = new List<(int From, int To)>();
        for (var at = 0; at < signs.Length; at++)
        {
            var sign = Plain(signs[at]);
            var place = Pairs.IndexOf(sign, StringComparison.Ordinal);
            if (place < 0 || !neutral(at))
            {
                continue;
            }

            if (place % 2 == 0)
            {
                if (open.Count == Open)
                {
                    break;
                }

                open.Add((at, Pairs[place + 1]));
            }
            else if (open.FindLastIndex(one => one.Closes == sign) is >= 0 and var match)
            {
                found.Add((open[match].At, at));
                open.RemoveRange(match, open.Count - match);
            }
        }

        found.Sort();
        return found;
    }

    // two pairs are the same ones twice in Unicode
    private static char Plain(char sign) => sign switch { '\u2329' => '\u3008', '\u232A' => '\u3009', _ => sign };
}
