namespace IomSessions.Domain;

/// <summary>How far one gets on each diagonal with so many differences.</summary>
internal sealed class Front(int most)
{
    private readonly int[] _reached = new int[(2 * most) + 3];
    private int _n;
    private int _m;
    private int _within;
    private int _skipFirst;
    private int _skipLast;

    public void Begin(int n, int m, int differences)
    {
        (_n, _m, _within, _skipFirst, _skipLast) = (n, m, differences, 0, 0);
        Array.Fill(_reached, -1, most - differences, (2 * differences) + 3);
        _reached[most + 2] = 0;
    }

    public int First(int d) => -d + _skipFirst;

    public int Last(int d) => d - _skipLast;

    /// <summary>-1: this diagonal was not reached, or left.</summary>
    public int At(int k) => Math.Abs(k) <= _within && _reached[k + most + 1] is var x && x <= _n && x - k <= _m ? x : -1;

    public int Step(int d, int k)
    {
        var (right, down) = (_reached[k + most], _reached[k + most + 2]);
        return k == -d || (k != d && right < down) ? down : right + 1;
    }

    /// <returns>Whether that is still within both rows; if not, this diagonal is not gone on.</returns>
    public bool Reach(int k, int x)
    {
        _reached[k + most + 1] = x;
        if (x > _n)
        {
            _skipLast += 2;
        }
        else if (x - k > _m)
        {
            _skipFirst += 2;
        }
        else
        {
            return true;
        }

        return false;
    }
}
