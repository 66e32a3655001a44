namespace IomSessions.Domain;

/// <summary>Carries an edit over another that was made on the same text (<c>mapSet</c> of <c>@codemirror/state</c>).</summary>
internal static class Mapping
{
    public static ChangeSet Of(ChangeSet one, ChangeSet over, bool before)
    {
        if (one.Length != over.Length)
        {
            throw new ArgumentException("The two begin with texts of different length.", nameof(over));
        }

        var result = new ChangeBuilder(one.Sections.Length + over.Sections.Length);
        var (a, b) = (new SectionReader(one), new SectionReader(over));
        // the section of a whose text has been inserted already, where it is taken piece by piece
        for (var inserted = -1; !(a.Done && b.Done);)
        {
            if (a.IsKept && b.IsKept)
            {
                var length = Math.Min(a.Length, b.Length);
                result.Add(length, null);
                a.Forward(length);
                b.Forward(length);
            }
            else if (b.IsChange && ComesFirst(a, b, inserted, before))
            {
                Pass(result, ref a, b, ref inserted);
                b.Next();
            }
            else
            {
                Take(result, ref a, ref b, ref inserted);
            }
        }

        return result.Build();
    }

    // ordered by where they begin, then by length, then by the flag
    private static bool ComesFirst(SectionReader a, SectionReader b, int inserted, bool before) =>
        !a.IsChange || inserted == a.Begun || (a.Offset == 0 && (b.Length < a.Length || (b.Length == a.Length && !before)));

    // what the other one has put in is kept; what of ours lies within what it covers is inserted behind
    private static void Pass(ChangeBuilder result, ref SectionReader a, SectionReader b, ref int inserted)
    {
        result.Add(b.Added, null);
        for (var left = b.Length; left > 0;)
        {
            var piece = Math.Min(a.Length, left);
            if (a.IsChange && inserted < a.Begun && a.Length <= piece)
            {
                result.Add(0, a.Insert);
                inserted = a.Begun;
            }

            a.Forward(piece);
            left -= piece;
        }
    }

    // ours, up to where the other one inserts something
    private static void Take(ChangeBuilder result, ref SectionReader a, ref SectionReader b, ref int inserted)
    {
        int length = 0, left = a.Length;
        while (left > 0)
        {
            if (b.IsKept)
            {
                var piece = Math.Min(left, b.Length);
                length += piece;
                left -= piece;
                b.Forward(piece);
            }
            else if (b.Added == 0 && b.Length < left)
            {
                left -= b.Length;
                b.Next();
            }
            else
            {
                break;
            }
        }

        result.Add(length, inserted < a.Begun ? a.Insert : "");
        inserted = a.Begun;
        a.Forward(a.Length - left);
    }
}
