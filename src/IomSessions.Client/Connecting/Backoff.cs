using System.Security.Cryptography;

namespace IomSessions.Client;

/// <summary>
/// How long to wait before the next try: anything between nothing and a bound of 5 s that doubles to 30 s, for ever. Full jitter,
/// so that the participants of a node that died do not come back in one wave.
/// </summary>
/// <param name="chance">Gives numbers from 0 up to, not including, 1.</param>
public sealed class Backoff(Func<double> chance)
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private TimeSpan _bound = First;

    public Backoff()
        : this(() => RandomNumberGenerator.GetInt32(1 << 30) / (double)(1 << 30))
    {
    }

    public TimeSpan Next()
    {
        var wait = _bound * chance();
        _bound = _bound * 2 < Longest ? _bound * 2 : Longest;
        return wait;
    }

    /// <summary>It worked: begin again with the shortest.</summary>
    public void Reset() => _bound = First;
}
