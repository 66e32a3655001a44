using IomSessions.Benchmarks.Hosts;
using IomSessions.Benchmarks.Report;

namespace IomSessions.Benchmarks.Measures;

/// <summary>Rows 4, 5 and 6 on two nodes: IomSessions over PostgreSQL and Redis beside the bare hub over its Redis backplane.</summary>
internal static class NodeRows
{
    /// <summary>The people of every session are on both nodes, one by one.</summary>
    public static Task MeasureAsync(Lab lab) => MeasureAsync(lab, "two nodes", bySession: false);

    /// <summary>Each session is on one of them, as <c>nginx.conf</c> places it, half of them on each; the bare hub's people as well.</summary>
    public static Task MeasurePlacedAsync(Lab lab) => MeasureAsync(lab, "two nodes, a session on one", bySession: true);

    private static async Task MeasureAsync(Lab lab, string how, bool bySession)
    {
        await using var two = await TwoNodes.StartAsync(Path.Combine(lab.Folder, bySession ? "placed" : "two-nodes"), [RoomRows.Plans[0], .. MoveRows.Plans], bySession);
        MeasureTalk(lab, two, $"100x10, {how}");
        MeasureMoves(lab, two, how);
    }

    private static void MeasureTalk(Lab lab, TwoNodes two, string talk)
    {
        using var ours = two.Open(lab.Loop, two.Iom, RoomRows.Many);
        using var theirs = two.Open(lab.Loop, two.Bare, RoomRows.Many);
        var (iom, bare) = RoomRows.Rounds(lab, talk, ours, theirs, 0, runUps: 2);
        void Ratio(string figure, Func<Window, double> of, string unit, double? must, double? goal, bool more = false) =>
            lab.Findings.Add(new("4", talk, figure, Figures.Ratio(iom, bare, of), must, goal, RoomRows.Behind(iom, bare, of, unit), MoreIsBetter: more));
        Ratio("CPU per delivery", one => one.CpuPer100K, "s per 100,000", 0.9, 0.5);
        Ratio("p99", one => one.P99, "ms", 0.5, 0.15);
        Ratio("deliveries/s", one => one.PerSecond, "/s", null, null, more: true);
        lab.Findings.Add(new("5", talk, "rooms with two orders, lost, leaked", iom.Sum(one => one.Diverged + one.Lost + one.Leaks), 0, 0,
            $"of {iom.Sum(one => one.Deliveries):N0} deliveries; bare: {bare.Sum(one => one.Diverged)} of {bare.Count * 100} rooms and windows, {bare.Sum(one => one.Lost)} lost", ""));
    }

    private static void MeasureMoves(Lab lab, TwoNodes two, string how)
    {
        using var ours = two.Open(lab.Loop, two.Iom, MoveRows.Shape);
        using var theirs = two.Open(lab.Loop, two.Bare, MoveRows.Shape);
        var (iom, bare) = (new Moves(lab.Loop, ours), new Moves(lab.Loop, theirs));
        MoveRows.Rounds(lab, $"{how}, quiet", Bounds.TwoNodes, iom, bare);
        using var oursBeside = two.Open(lab.Loop, two.Iom, RoomRows.Many);
        using var theirsBeside = two.Open(lab.Loop, two.Bare, RoomRows.Many);
        MoveRows.Rounds(lab, $"{how}, beside 4,000 deliveries/s", Bounds.TwoNodes, iom, bare, new FanOut(lab.Loop, oursBeside), new FanOut(lab.Loop, theirsBeside));
    }
}
