namespace IomSessions.Domain;

/// <summary>Which units of the old row stay, and where they are in the new one.</summary>
internal sealed class Comparison(int[] before, int[] after)
{
    // marks within marks within marks ...
    private const int Depth = 12;

    private readonly MiddleSnake _snake = new(before, after);

    /// <summary>Of each old unit its place in the new row; -1: removed.</summary>
    public int[] Kept { get; } = Filled(before.Length);

    public void Run()
    {
        // depth first, with a stack of our own
        var open = new Stack<(Box Box, int Depth)>();
        open.Push((new Box(0, before.Length, 0, after.Length), 0));
        while (open.TryPop(out var next))
        {
            var box = Trim(next.Box);
            if (box.IsOneSided)
            {
                continue;
            }

            var marks = next.Depth < Depth ? Marks.In(box, before, after) : [];
            if (marks.Count > 0)
            {
                foreach (var part in Between(box, marks))
                {
                    open.Push((part, next.Depth + 1));
                }
            }
            else if (_snake.Find(box) is { } middle)
            {
                open.Push((box with { EndA = middle.A, EndB = middle.B }, Depth));
                open.Push((box with { A = middle.A, B = middle.B }, Depth));
            }
        }
    }

    private Box Trim(Box box)
    {
        while (box.A < box.EndA && box.B < box.EndB && before[box.A] == after[box.B])
        {
            Kept[box.A] = box.B;
            box = box with { A = box.A + 1, B = box.B + 1 };
        }

        while (box.A < box.EndA && box.B < box.EndB && before[box.EndA - 1] == after[box.EndB - 1])
        {
            box = box with { EndA = box.EndA - 1, EndB = box.EndB - 1 };
            Kept[box.EndA] = box.EndB;
        }

        return box;
    }

    private IEnumerable<Box> Between(Box box, List<(int A, int B)> marks)
    {
        foreach (var (a, b) in marks)
        {
            Kept[a] = b;
            yield return box with { EndA = a, EndB = b };
            box = box with { A = a + 1, B = b + 1 };
        }

        yield return box;
    }

    private static int[] Filled(int length)
    {
        var row = new int[length];
        Array.Fill(row, -1);
        return row;
    }
}

/// <summary>A stretch of the old row and one of the new.</summary>
internal readonly record struct Box(int A, int EndA, int B, int EndB)
{
    public bool IsOneSided => A == EndA || B == EndB;

    public int Size => EndA - A + EndB - B;
}
