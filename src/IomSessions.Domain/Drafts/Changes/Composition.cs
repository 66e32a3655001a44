namespace IomSessions.Domain;

/// <summary>Two edits, one after the other, as one (<c>composeSets</c> of <c>@codemirror/state</c>).</summary>
internal static class Composition
{
    public static ChangeSet Of(ChangeSet first, ChangeSet second)
    {
        if (first.NewLength != second.Length)
        {
            throw new ArgumentException("The second does not begin with the text that the first leaves.", nameof(second));
        }

        var result = new ChangeBuilder(first.Sections.Length + second.Sections.Length);
        var (a, b) = (new SectionReader(first), new SectionReader(second));
        for (var open = false; !(a.Done && b.Done);)
        {
            if (a.Added == 0)
            {
                result.Add(a.Length, "", open);
                a.Next();
            }
            else if (b.Length == 0 && !b.Done)
            {
                result.Add(0, b.Insert, open);
                b.Next();
            }
            else
            {
                var length = Math.Min(a.NewLength, b.Length);
                var before = result.Count;
                Add(result, a, b, length, open);
                open = (a.Added > length || (b.Added >= 0 && b.Length > length)) && (open || result.Count > before);
                a.ForwardNew(length);
                b.Forward(length);
            }
        }

        return result.Build();
    }

    private static void Add(ChangeBuilder result, SectionReader a, SectionReader b, int length, bool open)
    {
        // what is replaced counts once, with its first piece
        var gone = a.Offset > 0 ? 0 : a.Length;
        var put = b.Offset > 0 ? "" : b.Insert;
        if (a.IsKept)
        {
            result.Add(length, b.IsKept ? null : put, open);
        }
        else
        {
            result.Add(gone, b.IsKept ? a.Part(length) : put, open);
        }
    }
}
