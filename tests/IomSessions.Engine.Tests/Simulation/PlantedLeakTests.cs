using System.Runtime.CompilerServices;
using System.Text;
using IomSessions.Domain;
using Xunit;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>A test that cannot fail proves nothing: each of these leaks has been made by somebody, and each must be found.</summary>
public sealed class PlantedLeakTests
{
    private const int Histories = 60;

    [Fact]
    public Task SI4_a_session_wide_counter_in_what_is_delivered_is_found() => DemandFoundAsync(plan => plan with
    {
        OnWire = (node, frame) => frame.Target == Target.Events
            ? new Frame(frame.Target, Encoding.UTF8.GetBytes($"[{node.Live.Ledger.Now.Version},{Encoding.UTF8.GetString(frame.Argument.Span)}]"))
            : frame,
    });

    [Fact]
    public Task SI4_ids_in_the_order_of_time_are_found() => DemandFoundAsync(plan =>
    {
        var drawn = 0L;
        return plan with { Seeds = _ => Cast.SeedOf(Interlocked.Increment(ref drawn)) };
    });

    [Fact]
    public Task SI4_a_limit_that_counts_everybodys_acts_is_found() => DemandFoundAsync(plan =>
    {
        var shared = new StrongBox<Allowance?>();
        return plan with { Admits = (clock, _) => (shared.Value ??= new Allowance(clock, 12, 1)).TryTake() };
    });

    [Fact]
    public Task SI4_a_beat_over_what_everybody_reads_is_found() => DemandFoundAsync(plan => plan with
    {
        OnWire = (node, frame) => frame.Target == Target.Beat
            ? Frame.Of(Target.Beat, new BeatSignal(Marks.Text(
                node.Live.Ledger.Now.Heads.Values.Aggregate(UInt128.Zero, (hash, head) => hash ^ head.Mark)), Marks.Text(0)))
            : frame,
    });

    [Fact]
    public Task SI4_an_outline_that_tells_how_long_the_log_is_is_found() => DemandFoundAsync(plan => plan with
    {
        OnWire = (node, frame) => frame.Target == Target.Outline
            ? new Frame(frame.Target, Encoding.UTF8.GetBytes($"[{node.Live.Ledger.Now.Version},{Encoding.UTF8.GetString(frame.Argument.Span)}]"))
            : frame,
    });

    [Fact]
    public Task SI4_an_answer_that_tells_how_long_the_log_is_is_found() => DemandFoundAsync(plan => plan with
    {
        OnAnswer = (node, answer) => [.. answer, .. BitConverter.GetBytes(node.Live.Ledger.Now.Version)],
    });

    [Fact]
    public Task SI4_a_difference_of_one_byte_in_length_is_found() => DemandFoundAsync(plan => plan with
    {
        OnWire = (node, frame) => frame.Target == Target.Presence && node.Live.Ledger.Now.Version % 2 == 0
            ? new Frame(frame.Target, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(frame.Argument.Span) + " "))
            : frame,
    });

    [Fact]
    public Task SI4_ids_in_the_order_of_time_are_found_between_two_nodes() => DemandFoundAsync(
        plan =>
        {
            var drawn = 0L;
            return plan with { Seeds = _ => Cast.SeedOf(Interlocked.Increment(ref drawn)) };
        },
        (seed, plant) => Twice.OverTwoNodesAsync(seed, CircleKind.Sitting, plant));

    [Fact]
    public Task SI4_a_limit_that_counts_everybodys_acts_is_found_between_two_nodes() => DemandFoundAsync(
        plan =>
        {
            var shared = new StrongBox<Allowance?>();
            return plan with { Admits = (clock, _) => (shared.Value ??= new Allowance(clock, 12, 1)).TryTake() };
        },
        (seed, plant) => Twice.OverTwoNodesAsync(seed, CircleKind.Sitting, plant));

    private static Task DemandFoundAsync(Func<WorldPlan, WorldPlan> plant) =>
        DemandFoundAsync(plant, (seed, planted) => Twice.RunAsync(seed, CircleKind.Sitting, planted));

    private static async Task DemandFoundAsync(
        Func<WorldPlan, WorldPlan> plant, Func<int, Func<WorldPlan, WorldPlan>, Task<string?>> run)
    {
        for (var seed = 1; seed <= Histories; seed++)
        {
            if (await run(seed, plant) is not null && await run(seed, plan => plan) is null)
            {
                return;
            }
        }

        Assert.Fail($"the leak was not found in {Histories} histories");
    }
}
