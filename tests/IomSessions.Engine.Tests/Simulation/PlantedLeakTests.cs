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

    private static async Task DemandFoundAsync(Func<WorldPlan, WorldPlan> plant)
    {
        for (var seed = 1; seed <= Histories; seed++)
        {
            if (await Twice.RunAsync(seed, CircleKind.Sitting, plant) is not null
                && await Twice.RunAsync(seed, CircleKind.Sitting) is null)
            {
                return;
            }
        }

        Assert.Fail($"the leak was not found in {Histories} histories");
    }
}
