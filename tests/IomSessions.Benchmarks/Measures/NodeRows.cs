using IomSessions.Benchmarks.Hosts;
using IomSessions.Benchmarks.Report;

namespace IomSessions.Benchmarks.Measures;

/// <summary>Rows 4, 5 and 6 on two nodes: IomSessions over PostgreSQL and Redis beside the bare hub over its Redis backplane.</summary>
internal static class NodeRows
{
    private const string Talk = "100x10, two nodes";

    public static async Task MeasureAsync(Lab lab)
    {
        await using var two = await TwoNodes.StartAsync(Path.Combine(lab.Folder, "two-nodes"), [RoomRows.Plans[0], .. MoveRows.Plans]);
        MeasureTalk(lab, two);
        MeasureMoves(lab, two);
    }

    private static void MeasureTalk(Lab lab, TwoNodes two)
    {
        using var ours = two.Open(lab.Loop, two.Iom, RoomRows.Many);
        using var theirs = two.Open(lab.Loop, two.Bare, RoomRows.Many);
        var (iom, bare) = RoomRows.Rounds(lab, Talk, ours, theirs, 0);
        void Ratio(string figure, Func<Window, double> of, string unit, double? must, double? goal, bool more = false) =>
            lab.Findings.Add(new("4", Talk, figure, Figures.Ratio(iom, bare, of), must, goal, RoomRows.Behind(iom, bare, of, unit), MoreIsBetter: more));
        Ratio("CPU per delivery", one => one.CpuPer100K, "s per 100,000", 0.9, 0.5);
        Ratio("p99", one => one.P99, "ms", 0.5, 0.15);
        Ratio("deliveries/s", one => one.PerSecond, "/s", null, null, more: true);
        lab.Findings.Add(new("5", Talk, "rooms with two orders, lost, leaked", iom.Sum(one => one.Diverged + one.Lost + one.Leaks), 0, 0,
            $"of {iom.Sum(one => one.Deliveries):N0} deliveries; bare: {bare.Sum(one => one.Diverged)} of {bare.Count * 100} rooms and windows, {bare.Sum(one => one.Lost)} lost", ""));
    }

    private static void MeasureMoves(Lab lab, TwoNodes two)
    {
        using var ours = two.Open(lab.Loop, two.Iom, MoveRows.Shape);
        using var theirs = two.Open(lab.Loop, two.Bare, MoveRows.Shape);
        var (iom, bare) = (new Moves(lab.Loop, ours), new Moves(lab.Loop, theirs));
        MoveRows.Rounds(lab, "two nodes, quiet", Bounds.TwoNodes, iom, bare);
        using var oursBeside = two.Open(lab.Loop, two.Iom, RoomRows.Many);
        using var theirsBeside = two.Open(lab.Loop, two.Bare, RoomRows.Many);
        MoveRows.Rounds(lab, "two nodes, beside 4,000 deliveries/s", Bounds.TwoNodes, iom, bare, new FanOut(lab.Loop, oursBeside), new FanOut(lab.Loop, theirsBeside));
    }
}
