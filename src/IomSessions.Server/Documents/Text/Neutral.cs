namespace IomSessions.Server.Documents.Text;

/// <summary>Blanks, brackets and other signs without a direction of their own: rules N0 to N2.</summary>
internal static class Neutral
{
    /// <param name="before">The classes before any rule.</param>
    public static void Resolve(BidiClass[] classes, BidiClass[] before, string signs, bool rightToLeft)
    {
        var own = rightToLeft ? BidiClass.R : BidiClass.L;
        foreach (var (from, to) in Brackets.In(signs, at => classes[at] == BidiClass.ON))
        {
            if (Between(classes, from, to, own) is { } side)
            {
                Set(classes, before, from, side);
                Set(classes, before, to, side);
            }
        }

        for (var at = 0; at < classes.Length; at++)
        {
            if (!IsNeutral(classes[at]))
            {
                continue;
            }

            var end = at;
            while (end < classes.Length && IsNeutral(classes[end]))
            {
                end++;
            }

            var left = at == 0 ? own : Side(classes[at - 1]);
            var right = end == classes.Length ? own : Side(classes[end]);
            classes.AsSpan(at, end - at).Fill(left == right ? left!.Value : own);
            at = end - 1;
        }
    }

    // null: nothing with a direction stands between them
    private static BidiClass? Between(BidiClass[] classes, int from, int to, BidiClass own)
    {
        BidiClass? other = null;
        for (var at = from + 1; at < to; at++)
        {
            if (Side(classes[at]) is { } side)
            {
                if (side == own)
                {
                    return own;
                }

                other = side;
            }
        }

        if (other is null)
        {
            return null;
        }

        var context = own;
        for (var at = from - 1; at >= 0; at--)
        {
            if (Side(classes[at]) is { } side)
            {
                context = side;
                break;
            }
        }

        return context == other ? other : own;
    }

    private static void Set(BidiClass[] classes, BidiClass[] before, int at, BidiClass side)
    {
        classes[at] = side;
        for (var next = at + 1; next < classes.Length && before[next] == BidiClass.NSM; next++)
        {
            classes[next] = side;
        }
    }

    private static bool IsNeutral(BidiClass of) => of is BidiClass.B or BidiClass.S or BidiClass.WS or BidiClass.ON;

    private static BidiClass? Side(BidiClass of) => of switch
    {
        BidiClass.L => BidiClass.L,
        BidiClass.R or BidiClass.EN or BidiClass.AN => BidiClass.R,
        _ => null,
    };
}
