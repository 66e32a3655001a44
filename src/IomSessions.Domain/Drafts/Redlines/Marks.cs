namespace IomSessions.Domain;

/// <summary>Units that occur once in both stretches, as far as they are in the same order: the longest such row (patience sorting).</summary>
internal static class Marks
{
    /// <summary>Smaller stretches are compared unit by unit at once.</summary>
    private const int Small = 64;

    public static List<(int A, int B)> In(Box box, int[] before, int[] after)
    {
        if (box.Size < Small)
        {
            return [];
        }

        var once = new Dictionary<int, (int A, int B)>();
        for (var a = box.A; a < box.EndA; a++)
        {
            once[before[a]] = once.ContainsKey(before[a]) ? (-1, -1) : (a, -1);
        }

        for (var b = box.B; b < box.EndB; b++)
        {
            if (once.TryGetValue(after[b], out var seen) && seen.A >= 0)
            {
                once[after[b]] = seen.B < 0 ? seen with { B = b } : (-1, -1);
            }
        }

        return Longest([.. once.Values.Where(pair => pair.A >= 0 && pair.B >= 0).OrderBy(pair => pair.A)]);
    }

    private static List<(int A, int B)> Longest(List<(int A, int B)> pairs)
    {
        // of each length of row the one that ends lowest
        var ends = new List<int>();
        var previous = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = pairs[ends[middle]].B < pairs[i].B ? (middle + 1, high) : (low, middle);
            }

            previous[i] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[low] = i;
            }
        }

        var row = new List<(int A, int B)>(ends.Count);
        for (var i = ends.Count > 0 ? ends[^1] : -1; i >= 0; i = previous[i])
        {
            row.Add(pairs[i]);
        }

        row.Reverse();
        return row;
    }
}
