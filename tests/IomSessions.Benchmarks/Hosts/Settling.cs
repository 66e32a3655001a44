using System.Diagnostics;

namespace IomSessions.Benchmarks.Hosts;

/// <summary>Waiting until a server does nothing more by itself.</summary>
internal static class Settling
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>
    /// What a young server compiles beside its work belongs to its first minute and not to what it costs in the long run. Done when it uses less
    /// than a twentieth of a core, or after a while.
    /// </summary>
    public static void Settle(this IMeasured host)
    {
        var began = Stopwatch.GetTimestamp();
        for (var (cpu, before) = (host.CpuSeconds, -1.0); cpu - before > 0.05 * Look.TotalSeconds && Stopwatch.GetElapsedTime(began) < Patience;)
        {
            Thread.Sleep(Look);
            (before, cpu) = (cpu, host.CpuSeconds);
        }
    }
}
