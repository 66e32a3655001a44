using System.Globalization;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Which histories are run.</summary>
internal static class Seeds
{
    /// <summary>How many, unless the environment says otherwise.</summary>
    private const int Usual = 10_000;

    public static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable("IOM_SEEDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : Usual;

    /// <summary>Runs histories on all cores; fails with the first broken law, its seed and what had happened.</summary>
    public static async Task EachAsync(int count, Func<int, Task<string?>> run)
    {
        string? failure = null;
        await Parallel.ForEachAsync(
            Enumerable.Range(1, count),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (seed, _) =>
            {
                if (Volatile.Read(ref failure) is null && await run(seed) is { } broken)
                {
                    Interlocked.CompareExchange(ref failure, $"seed {seed}: {broken}", null);
                }
            });
        Xunit.Assert.True(failure is null, failure);
    }
}
