namespace IomSessions.Domain;

/// <summary>
/// Myers' search from both ends at once (An O(ND) Difference Algorithm, 1986): a point on the shortest way from one stretch to the other.
/// It gives up where there are more differences than it may look at; so the whole costs at most that number times the length.
/// </summary>
internal sealed class MiddleSnake(int[] before, int[] after)
{
    /// <summary>Differences looked at from each end: a page that was written anew.</summary>
    private const int Most = 400;

    private readonly Front _forward = new(Most);
    private readonly Front _backward = new(Most);

    /// <summary>Null: none was found.</summary>
    public (int A, int B)? Find(Box box)
    {
        var (n, m) = (box.EndA - box.A, box.EndB - box.B);
        var delta = n - m;
        var most = Math.Min(Most, (n + m + 1) / 2);
        _forward.Begin(n, m, most);
        _backward.Begin(n, m, most);
        var odd = (delta & 1) != 0;
        for (var d = 0; d <= most; d++)
        {
            for (var k = _forward.First(d); k <= _forward.Last(d); k += 2)
            {
                var x = _forward.Step(d, k);
                while (x < n && x - k < m && before[box.A + x] == after[box.B + x - k])
                {
                    x++;
                }

                if (_forward.Reach(k, x) && odd && _backward.At(delta - k) is >= 0 and var back && x >= n - back)
                {
                    return Within(box, x, x - k);
                }
            }

            for (var k = _backward.First(d); k <= _backward.Last(d); k += 2)
            {
                var x = _backward.Step(d, k);
                while (x < n && x - k < m && before[box.EndA - 1 - x] == after[box.EndB - 1 - x + k])
                {
                    x++;
                }

                if (_backward.Reach(k, x) && !odd && _forward.At(delta - k) is >= 0 and var front && front >= n - x)
                {
                    return Within(box, front, front - (delta - k));
                }
            }
        }

        return null;
    }

    // a corner divides nothing
    private static (int A, int B)? Within(Box box, int x, int y) =>
        (x, y) == (0, 0) || (box.A + x, box.B + y) == (box.EndA, box.EndB) ? null : (box.A + x, box.B + y);
}
