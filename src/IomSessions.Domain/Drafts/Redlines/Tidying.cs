using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Makes runs that can be read: between two changes nothing stays that is only blanks and punctuation, and what is removed stands
/// before what is added.</summary>
internal static class Tidying
{
    public static ImmutableArray<Run> Runs(WordRow before, WordRow after, int[] kept)
    {
        Loosen(before, kept);
        var runs = ImmutableArray.CreateBuilder<Run>();
        var (a, b) = (0, 0);
        while (a < kept.Length || b < after.Ids.Length)
        {
            var (endA, endB) = (a, b);
            while (endA < kept.Length && kept[endA] == endB)
            {
                (endA, endB) = (endA + 1, endB + 1);
            }

            Add(runs, RunKind.Kept, before.Slice(a, endA));
            (a, b) = (endA, endB);
            while (endA < kept.Length && kept[endA] < 0)
            {
                endA++;
            }

            endB = endA < kept.Length ? kept[endA] : after.Ids.Length;
            Add(runs, RunKind.Removed, before.Slice(a, endA));
            Add(runs, RunKind.Added, after.Slice(b, endB));
            (a, b) = (endA, endB);
        }

        return runs.ToImmutable();
    }

    private static void Loosen(WordRow before, int[] kept)
    {
        for (var a = 0; a < kept.Length;)
        {
            var end = a;
            var thin = true;
            for (; end < kept.Length && kept[end] >= 0 && (end == a || kept[end] == kept[end - 1] + 1); end++)
            {
                thin &= before.IsThin(end);
            }

            // it lies between two changes, each of which takes a word out
            if (end > a && thin && a > 0 && kept[a - 1] < 0 && end < kept.Length && kept[end] < 0)
            {
                Array.Fill(kept, -1, a, end - a);
            }

            a = Math.Max(end, a + 1);
        }
    }

    private static void Add(ImmutableArray<Run>.Builder runs, RunKind kind, ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            runs.Add(new Run(kind, text.ToString()));
        }
    }
}
