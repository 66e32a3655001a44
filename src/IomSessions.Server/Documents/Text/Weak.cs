namespace IomSessions.Server.Documents.Text;

/// <summary>Digits, what joins them, and marks upon letters: rules W1 to W7.</summary>
internal static class Weak
{
    public static void Resolve(BidiClass[] classes, bool rightToLeft)
    {
        var start = rightToLeft ? BidiClass.R : BidiClass.L;
        Marks(classes, start);
        Digits(classes, start);
        Joined(classes);
        Terminators(classes);
        Lone(classes, start);
    }

    // W1
    private static void Marks(BidiClass[] classes, BidiClass before)
    {
        for (var at = 0; at < classes.Length; at++)
        {
            before = classes[at] = classes[at] == BidiClass.NSM ? before : classes[at];
        }
    }

    // W2, W3
    private static void Digits(BidiClass[] classes, BidiClass strong)
    {
        for (var at = 0; at < classes.Length; at++)
        {
            strong = classes[at] is BidiClass.L or BidiClass.R or BidiClass.AL ? classes[at] : strong;
            classes[at] = classes[at] switch
            {
                BidiClass.EN when strong == BidiClass.AL => BidiClass.AN,
                BidiClass.AL => BidiClass.R,
                var other => other,
            };
        }
    }

    // W4
    private static void Joined(BidiClass[] classes)
    {
        for (var at = 1; at < classes.Length - 1; at++)
        {
            var (before, after) = (classes[at - 1], classes[at + 1]);
            var joins = classes[at] switch
            {
                BidiClass.CS => before is BidiClass.EN or BidiClass.AN,
                BidiClass.ES => before is BidiClass.EN,
                _ => false,
            };
            classes[at] = joins && before == after ? before : classes[at];
        }
    }

    // W5, W6
    private static void Terminators(BidiClass[] classes)
    {
        for (var at = 0; at < classes.Length; at++)
        {
            if (classes[at] != BidiClass.ET)
            {
                classes[at] = classes[at] is BidiClass.ES or BidiClass.CS ? BidiClass.ON : classes[at];
                continue;
            }

            var end = at;
            while (end < classes.Length && classes[end] == BidiClass.ET)
            {
                end++;
            }

            var digits = (at > 0 && classes[at - 1] == BidiClass.EN) || (end < classes.Length && classes[end] == BidiClass.EN);
            classes.AsSpan(at, end - at).Fill(digits ? BidiClass.EN : BidiClass.ON);
            at = end - 1;
        }
    }

    // W7
    private static void Lone(BidiClass[] classes, BidiClass strong)
    {
        for (var at = 0; at < classes.Length; at++)
        {
            strong = classes[at] is BidiClass.L or BidiClass.R ? classes[at] : strong;
            classes[at] = classes[at] == BidiClass.EN && strong == BidiClass.L ? BidiClass.L : classes[at];
        }
    }
}
