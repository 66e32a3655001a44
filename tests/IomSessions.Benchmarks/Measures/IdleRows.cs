using IomSessions.Benchmarks.Hosts;
using IomSessions.Benchmarks.Load;
using IomSessions.Benchmarks.Report;

namespace IomSessions.Benchmarks.Measures;

/// <summary>What a number of connections costs that only listen.</summary>
internal sealed record Idled(int People, double KbEach, double PerSecond, double CpuEachMs, double IdlePercent);

/// <summary>Row 9: connections in rooms of ten. Their memory on a server that has just started; how fast they are let in on the same server when
/// all have gone and come again: what a young one compiles meanwhile is no cost of a connection.</summary>
internal static class IdleRows
{
    public const string Shape = "idle";
    private const string First = "idle-first";

    /// <summary>More than one would say something of chance, and each takes long.</summary>
    private const int Rounds = 2;

    public static Plan[] Plans(Extent extent) => [new(Shape, extent.Idle / 10, [10]), new(First, extent.IsQuick ? 2 : 20, [10])];

    public static void Measure(Lab lab)
    {
        var (first, second) = (new List<Idled>(), new List<Idled>());
        for (var round = 0; round < Math.Min(Rounds, lab.Extent.Rounds); round++)
        {
            first.Add(Measure(lab, lab.Iom));
            second.Add(Measure(lab, lab.Bare));
            Lab.Say($"idle {Line(first[^1])} | bare {Line(second[^1])}");
        }

        lab.Raw["idle"] = new { iom = first, bare = second };
        var what = $"{first[0].People:N0} connections that listen";
        lab.Findings.Add(new("9", what, "memory of a connection", Figures.Ratio(first, second, one => one.KbEach), 1.2, 0.8,
            RoomRows.Behind(first, second, one => one.KbEach, "KB")));
        lab.Findings.Add(new("9", what, "connected, let in and seated a second, the second time", Figures.Ratio(first, second, one => one.PerSecond), 0.8, 1.2,
            RoomRows.Behind(first, second, one => one.PerSecond, "/s"), MoreIsBetter: true));
        lab.Findings.Add(new("9", what, "CPU while idle", Figures.Ratio(first, second, one => one.IdlePercent), 1.0, 0.3,
            RoomRows.Behind(first, second, one => one.IdlePercent, "% of a core") + " (a beat every 5 s; bare: every 15 s)"));
    }

    private static Idled Measure(Lab lab, Target target)
    {
        lab.Restart(target);
        using var before = lab.Open(target, First);
        lab.Loop.Run(TimeSpan.FromSeconds(2));
        var memory = target.Host.ResidentKb;
        int people;
        double each, percent;
        using (var stage = lab.Open(target, Shape))
        {
            people = stage.All.Count();
            lab.Loop.Run(TimeSpan.FromSeconds(lab.Extent.IsQuick ? 2 : 8));
            (each, var idle) = ((target.Host.ResidentKb - memory) / people, target.Host.CpuSeconds);
            var time = TimeSpan.FromSeconds(lab.Extent.IsQuick ? 3 : 15);
            lab.Loop.Run(time);
            percent = (target.Host.CpuSeconds - idle) / time.TotalSeconds * 100;
        }

        lab.Loop.Run(TimeSpan.FromSeconds(2));
        target.Host.Settle();
        var cpu = target.Host.CpuSeconds;
        using var again = lab.Open(target, Shape);
        return new(people, each, people / again.OpenedIn, (target.Host.CpuSeconds - cpu) * 1000 / people, percent);
    }

    private static string Line(Idled one) =>
        $"{one.KbEach:0.0} KB each, {one.PerSecond:N0}/s, {one.CpuEachMs:0.00} ms each, {one.IdlePercent:0.0} % idle";
}
