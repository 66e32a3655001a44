using System.Diagnostics;
using IomSessions.Benchmarks.Hosts;
using IomSessions.Benchmarks.Load;
using IomSessions.Benchmarks.Report;

namespace IomSessions.Benchmarks.Measures;

/// <summary>A session that has lasted for months opens as one of yesterday: the server from its snapshot, a fresh client from an outline.</summary>
internal static class LengthRows
{
    private const string First = "length-first";
    private const string Short = "length-short";
    private const string Long = "length-long";

    /// <summary>Of each circle a first screen shows so many.</summary>
    private const int Screen = 50;

    public static Plan[] Plans(Extent extent) =>
        [new(First, 1, [3], 1_000), new(Short, 1, [3], 1_000), new(Long, 1, [3], extent.IsQuick ? 5_000 : 100_000)];

    public static void Measure(Lab lab)
    {
        var (brief, lasting) = (new List<double>(), new List<double>());
        for (var round = 0; round < lab.Extent.Rounds; round++)
        {
            lab.Restart(lab.Iom);
            var target = new Target(lab.Iom.Name, new IomDialect { Recent = Screen }, lab.Iom.Host);
            Open(lab, target, First);
            var (one, other) = round % 2 == 0 ? (Short, Long) : (Long, Short);
            var (a, b) = (Open(lab, target, one), Open(lab, target, other));
            brief.Add(one == Short ? a : b);
            lasting.Add(one == Short ? b : a);
            Lab.Say($"opened: short {brief[^1]:0.0} ms, long {lasting[^1]:0.0} ms");
        }

        lab.Raw["length"] = new { brief, lasting };
        lab.Findings.Add(new("+", $"a session of {(lab.Extent.IsQuick ? 5_000 : 100_000):N0} events", "opening and first screen, vs one of 1,000",
            Figures.Ratio(lasting, brief, one => one), null, 1.1,
            $"{Finding.Number(Figures.Median(lasting))} ms, short {Finding.Number(Figures.Median(brief))}"));
    }

    private static double Open(Lab lab, Target target, string shape)
    {
        var session = lab.Cast.Of(shape).First();
        var alone = session with { Rooms = [session.Rooms[0] with { People = [session.Rooms[0].People[0]] }] };
        var from = Stopwatch.GetTimestamp();
        using var stage = Stage.Open(lab.Loop, target, [alone]);
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }
}
