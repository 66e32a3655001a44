using IomSessions.Benchmarks.Hosts;
using IomSessions.Benchmarks.Report;

namespace IomSessions.Benchmarks.Measures;

/// <summary>Row 6: moves.</summary>
internal static class MoveRows
{
    public const string Shape = "moves";

    /// <summary>Messages a second of other sessions: 4,000 deliveries.</summary>
    internal const double Beside = 400;

    /// <summary>Fifty who are moved, two who stay in the joint room, and one in each caucus.</summary>
    public static Plan[] Plans { get; } = [new(Shape, 1, [52, 1, 1, 1, 1, 1])];

    public static void Measure(Lab lab)
    {
        using var ours = lab.Open(lab.Iom, Shape);
        using var theirs = lab.Open(lab.Bare, Shape);
        var (iom, bare) = (new Moves(lab.Loop, ours), new Moves(lab.Loop, theirs));
        Rounds(lab, "quiet", Bounds.OneNode, iom, bare);
        using var oursBeside = lab.Open(lab.Iom, RoomRows.Many);
        using var theirsBeside = lab.Open(lab.Bare, RoomRows.Many);
        Rounds(lab, "beside 4,000 deliveries/s", Bounds.OneNode, iom, bare, new FanOut(lab.Loop, oursBeside), new FanOut(lab.Loop, theirsBeside));
    }

    internal static void Rounds(Lab lab, string how, Bounds bounds, Moves iom, Moves bare, FanOut? iomBeside = null, FanOut? bareBeside = null)
    {
        var (first, second) = (new List<Moved>(), new List<Moved>());
        foreach (var moves in (Moves[])[iom, bare])
        {
            // not counted: both servers compile what they do often
            moves.Measure(lab.Extent.BareMovesPerRound);
            moves.Settle();
            moves.Measure(10);
        }

        for (var round = 0; round < lab.Extent.Rounds; round++)
        {
            first.Add(With(iomBeside, () => iom.Measure(lab.Extent.MovesPerRound)));
            second.Add(With(bareBeside, () => bare.Measure(lab.Extent.BareMovesPerRound)));
            Lab.Say($"moves {how} {Line(first[^1])} | bare {Line(second[^1])}");
        }

        lab.Raw[$"moves, {how}"] = new { iom = first, bare = second };
        var what = $"{first.Sum(one => one.Moves):N0} moves of 50, {how}";
        lab.Findings.Add(new("6", what, "leaked, stale, missed", first.Sum(one => one.Leaks + one.Stale + one.Misses), 0, 0,
            $"bare, of {second.Sum(one => one.Moves)} moves: {second.Sum(one => one.Leaks)}, {second.Sum(one => one.Stale)}, {second.Sum(one => one.Misses)}", ""));
        lab.Findings.Add(new("6", what, "last told, p50", Figures.Ratio(first, second, one => one.P50), bounds.Told.Must, bounds.Told.Goal,
            RoomRows.Behind(first, second, one => one.P50, "ms")));
        lab.Findings.Add(new("6", what, "last told, p99", Figures.Ratio(first, second, one => one.P99), bounds.Told.Must, bounds.Told.Goal,
            RoomRows.Behind(first, second, one => one.P99, "ms")));
        lab.Findings.Add(new("6", what, "CPU per move, with what is said", Figures.Ratio(first, second, one => one.CpuPerMove), bounds.Cpu?.Must, bounds.Cpu?.Goal,
            RoomRows.Behind(first, second, one => one.CpuPerMove * 1000, "ms")));
    }

    private static Moved With(FanOut? beside, Func<Moved> measure)
    {
        beside?.Begin(Beside);
        var moved = measure();
        beside?.End();
        return moved;
    }

    private static string Line(Moved one) =>
        $"{one.P50:0.0}/{one.P99:0.0} ms, returned {one.ReturnP50:0.0}, {one.CpuPerMove * 1000:0.0} ms CPU, leaks {one.Leaks} stale {one.Stale} misses {one.Misses}";
}

/// <summary>What is asked of moves beside the bare hub.</summary>
/// <param name="Told">Until the last one is told.</param>
/// <param name="Cpu">Processor time for each move; null: nothing.</param>
internal sealed record Bounds((double Must, double Goal) Told, (double Must, double Goal)? Cpu)
{
    public static Bounds OneNode { get; } = new((1.5, 1.0), null);

    public static Bounds TwoNodes { get; } = new((0.5, 0.15), (0.5, 0.2));
}
