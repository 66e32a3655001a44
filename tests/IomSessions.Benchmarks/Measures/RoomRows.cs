using IomSessions.Benchmarks.Hosts;
using IomSessions.Benchmarks.Load;
using IomSessions.Benchmarks.Report;

namespace IomSessions.Benchmarks.Measures;

/// <summary>Rows 1, 2, 3 and the first part of 5: talk in rooms.</summary>
internal static class RoomRows
{
    public const string Many = "100x10";
    public const string Some = "10x100";
    public const string One = "1x200";

    /// <summary>Messages a second of the paced window: 10,000 deliveries.</summary>
    private const double Pace = 1_000;

    /// <summary>A hundred rooms are the caucuses of twenty sessions.</summary>
    public static Plan[] Plans { get; } =
        [new(Many, 20, [0, 10, 10, 10, 10, 10]), new(Some, 10, [100]), new(One, 1, [200])];

    public static void Measure(Lab lab)
    {
        var (cpu, rate) = (new List<double>(), new List<double>());
        var all = new List<Window>();
        foreach (var shape in lab.Shapes)
        {
            using var ours = lab.Open(lab.Iom, shape);
            using var theirs = lab.Open(lab.Bare, shape);
            var (iom, bare) = Rounds(lab, shape, ours, theirs, 0);
            all.AddRange(iom);
            cpu.Add(Saturated(lab, shape, iom, bare, out var speed));
            rate.Add(speed);
            if (shape == Many)
            {
                var (pacedIom, pacedBare) = Rounds(lab, shape + " paced", ours, theirs, Pace);
                all.AddRange(pacedIom);
                Paced(lab, pacedIom, pacedBare);
            }
        }

        lab.Findings.InsertRange(0,
        [
            new("1", "talk in rooms, saturated", "CPU per delivery, mean of the shapes", Figures.Mean(cpu), 1.0, 0.7, "geometric mean"),
            new("2", "talk in rooms, saturated", "deliveries/s, mean of the shapes", Figures.Mean(rate), 1.0, 1.5, "geometric mean", MoreIsBetter: true),
        ]);
        lab.Findings.Add(new("5", "talk in rooms, all windows", "rooms with two orders, lost, leaked",
            all.Sum(one => one.Diverged + one.Lost + one.Leaks), 0, 0, $"of {all.Sum(one => one.Deliveries):N0} deliveries", ""));
    }

    /// <param name="runUps">How many of the first windows are not counted: of two nodes each compiles all that one does, with half of the calls.</param>
    internal static (List<Window> Ours, List<Window> Theirs) Rounds(Lab lab, string shape, Stage ours, Stage theirs, double pace, int runUps = 1)
    {
        var (iom, bare) = (new FanOut(lab.Loop, ours), new FanOut(lab.Loop, theirs));
        var (first, second) = (new List<Window>(), new List<Window>());
        for (var round = -runUps; round < lab.Extent.Rounds; round++)
        {
            // the first, not counted, give both servers the time to compile what they do often
            var time = round < 0 ? lab.Extent.RunUp : lab.Extent.Window;
            var (a, b) = (iom.Measure(time, pace), bare.Measure(time, pace));
            Lab.Say($"{shape} {Line(a)} | bare {Line(b)}{(round < 0 ? " (not counted)" : "")}");
            if (round < 0)
            {
                ours.Target.Host.Settle();
                theirs.Target.Host.Settle();
            }
            else
            {
                first.Add(a);
                second.Add(b);
            }
        }

        lab.Raw[shape] = new { iom = first, bare = second };
        return (first, second);
    }

    private static double Saturated(Lab lab, string shape, List<Window> iom, List<Window> bare, out double rate)
    {
        var cpu = Figures.Ratio(iom, bare, one => one.CpuPer100K);
        rate = Figures.Ratio(iom, bare, one => one.PerSecond);
        lab.Findings.Add(new("1", shape, "CPU per delivery", cpu, null, null, Behind(iom, bare, one => one.CpuPer100K, "s per 100,000")));
        lab.Findings.Add(new("2", shape, "deliveries/s", rate, null, null, Behind(iom, bare, one => one.PerSecond, "/s"), MoreIsBetter: true));
        lab.Findings.Add(new("5", shape + ", bare", "rooms with two orders, lost", bare.Sum(one => one.Diverged + one.Lost), null, null,
            $"of {bare.Count * (shape == Many ? 100 : shape == Some ? 10 : 1)} rooms and windows", ""));
        return cpu;
    }

    private static void Paced(Lab lab, List<Window> iom, List<Window> bare)
    {
        var flush = Enumerable.Range(0, 3).Select(_ => Disk.Flush(lab.Folder).P50).Order().ElementAt(1);
        var (ours, theirs) = (Figures.Median(iom.Select(one => one.P50)), Figures.Median(bare.Select(one => one.P50)));
        lab.Findings.Add(new("3", "100x10, 10,000 deliveries/s", "p50", ours, theirs + (2 * flush), theirs + flush,
            $"bare {Finding.Number(theirs)} ms, fdatasync {Finding.Number(flush)} ms", " ms"));
        lab.Findings.Add(new("3", "100x10, 10,000 deliveries/s", "p99", Figures.Ratio(iom, bare, one => one.P99), 2.0, 1.2,
            Behind(iom, bare, one => one.P99, "ms")));
        lab.Findings.Add(new("3", "100x10, 10,000 deliveries/s", "CPU per delivery", Figures.Ratio(iom, bare, one => one.CpuPer100K), 1.3, 1.0,
            Behind(iom, bare, one => one.CpuPer100K, "s per 100,000")));
    }

    internal static string Behind<T>(IEnumerable<T> iom, IEnumerable<T> bare, Func<T, double> of, string unit) =>
        $"{Finding.Number(Figures.Median(iom.Select(of)))} {unit}, bare {Finding.Number(Figures.Median(bare.Select(of)))}";

    private static string Line(Window one) =>
        $"{one.PerSecond:N0}/s {one.CpuPer100K:0.00} s/100k p50 {one.P50:0.0} p99 {one.P99:0.0} ms lost {one.Lost} orders {one.Diverged} refused {one.Refused}";
}
