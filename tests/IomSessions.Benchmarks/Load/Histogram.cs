namespace IomSessions.Benchmarks.Load;

/// <summary>Times in microseconds, to 3 %.</summary>
internal sealed class Histogram
{
    private const int Steps = 32;
    private readonly long[] _counts = new long[Steps * 40];

    public long Count { get; private set; }

    public void Add(double microseconds)
    {
        Count++;
        _counts[Index(microseconds)]++;
    }

    public void Clear()
    {
        Array.Clear(_counts);
        Count = 0;
    }

    /// <summary>In milliseconds; 0 when nothing was added.</summary>
    public double Percentile(double share)
    {
        var (left, at) = ((long)Math.Ceiling(Count * share), 0);
        for (; at < _counts.Length && left > 0; at++)
        {
            left -= _counts[at];
        }

        return at == 0 ? 0 : Math.Exp(Math.Log(2) * (at - 0.5) / Steps) / 1000;
    }

    private int Index(double microseconds) =>
        Math.Clamp((int)(Math.Log2(Math.Max(1, microseconds)) * Steps), 0, _counts.Length - 1);
}
