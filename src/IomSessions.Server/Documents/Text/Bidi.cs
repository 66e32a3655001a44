namespace IomSessions.Server.Documents.Text;

/// <summary>
/// The order of signs in a paragraph that is written in both directions: Unicode Standard Annex 9 without explicit embeddings
/// (X1 to X8), which a document leaves out. Levels: even from the left, odd from the right.
/// </summary>
internal static class Bidi
{
    /// <summary>The direction of the first letter that has one (P2, P3); null: none has.</summary>
    public static bool? FirstStrong(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            switch (BidiClasses.Of(rune))
            {
                case BidiClass.L: return false;
                case BidiClass.R or BidiClass.AL: return true;
            }
        }

        return null;
    }

    /// <summary>The level of each UTF-16 unit of a paragraph, before it is broken into lines.</summary>
    public static byte[] Levels(string text, bool rightToLeft)
    {
        var basis = (byte)(rightToLeft ? 1 : 0);
        var all = ClassesOf(text);
        var levels = new byte[text.Length];
        Array.Fill(levels, basis);
        if (!rightToLeft && !Array.Exists(all, of => of is BidiClass.R or BidiClass.AL or BidiClass.AN))
        {
            return levels;
        }

        // what shows nothing takes no part (X9)
        int[] places = [.. Enumerable.Range(0, text.Length).Where(at => all[at] != BidiClass.BN)];
        BidiClass[] before = [.. places.Select(at => all[at])];
        var classes = (BidiClass[])before.Clone();
        Weak.Resolve(classes, rightToLeft);
        Neutral.Resolve(classes, before, new string([.. places.Select(at => text[at])]), rightToLeft);
        for (var at = 0; at < places.Length; at++)
        {
            levels[places[at]] = before[at] is BidiClass.B or BidiClass.S ? basis : LevelOf(classes[at], basis);
        }

        for (var at = 0; at < text.Length; at++)
        {
            levels[at] = all[at] == BidiClass.BN ? at == 0 ? basis : levels[at - 1] : levels[at];
        }

        return levels;
    }

    /// <summary>Turns what is read into what stands from left to right (L2).</summary>
    public static void Reorder<T>(List<T> line, Func<T, byte> level)
    {
        for (var at = line.Count == 0 ? 0 : line.Max(level); at > 0; at--)
        {
            for (var from = 0; from < line.Count; from++)
            {
                var to = from;
                while (to < line.Count && level(line[to]) >= at)
                {
                    to++;
                }

                line.Reverse(from, to - from);
                from = to;
            }
        }
    }

    // I1, I2
    private static byte LevelOf(BidiClass of, byte basis) => (byte)(basis + (of switch
    {
        BidiClass.R => basis % 2 == 0 ? 1 : 0,
        BidiClass.AN or BidiClass.EN => basis % 2 == 0 ? 2 : 1,
        _ => basis % 2 == 0 ? 0 : 1,
    }));

    private static BidiClass[] ClassesOf(string text)
    {
        var classes = new BidiClass[text.Length];
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var of = BidiClasses.Of(rune);
            classes.AsSpan(at, rune.Utf16SequenceLength).Fill(of);
            at += rune.Utf16SequenceLength;
        }

        return classes;
    }
}
