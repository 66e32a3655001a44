using IomSessions.Domain;
using IomSessions.Engine.InMemory;
using IomSessions.Engine.Tests.Outlines;
using IomSessions.Engine.Tests.Simulation;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IomSessions.Engine.Tests.Nodes;

/// <summary>Nodes whose own clocks differ.</summary>
public sealed class SharedClockTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Before_the_store_has_said_what_time_it_is_the_local_clock_is_asked()
    {
        var local = new FakeTimeProvider(Nine);
        Assert.Equal(Nine, new SharedClock(local).GetUtcNow());
    }

    [Fact]
    public void PR4_the_time_is_that_of_the_store_and_goes_on_between_looks()
    {
        var local = new FakeTimeProvider(Nine.AddMinutes(5));
        var clock = new SharedClock(local);
        clock.Told(Nine, local.GetTimestamp());
        local.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(Nine.AddSeconds(30), clock.GetUtcNow());
    }

    [Fact]
    public void PR4_of_the_last_looks_the_quickest_is_believed()
    {
        var local = new FakeTimeProvider(Nine);
        var clock = new SharedClock(local);
        Look(clock, local, Nine.AddSeconds(10), 0.1);
        Look(clock, local, Nine.AddSeconds(13), 4);
        // the quick one: 10 s when half of it was over, and so much later now
        Assert.Equal(Nine.AddSeconds(10 + 0.05 + 4), clock.GetUtcNow());

        // it is not believed for ever: the store's clock was put right
        for (var at = 0; at < 8; at++)
        {
            Look(clock, local, Nine.AddSeconds(100 + at), 1);
        }

        Assert.Equal(Nine.AddSeconds(100 + 0.5 + 7), clock.GetUtcNow());
    }

    [Fact]
    public async Task PO2_a_node_whose_own_clock_is_ahead_tells_no_position_early_and_stamps_by_the_time_of_all()
    {
        var talk = await Talking.BeginAsync();
        var (world, head, issue) = (talk.World, talk.World.Cast.Delegates.First(one => one.Role == Role.Head).Person, new IssueId(Guid.NewGuid()));
        await talk.DoAsync(talk.Mediator, new PutIssue(issue, "Money", IssueKind.Amount, "EUR", [], [talk.State.People[head].Party!.Value], null, 1));
        var (raised, other) = (new PositionId(Guid.NewGuid()), new PositionId(Guid.NewGuid()));
        await talk.DoAsync(head, new TakePosition(raised, issue, PositionKind.Position, "9", null));
        await talk.DoAsync(head, new RaisePosition(raised, PositionLevel.Joint, []));

        var ahead = new FakeTimeProvider(world.Clock.GetUtcNow().AddSeconds(10));
        await using var house = new SessionHouse(world.PortsOf(0) with
        {
            Clock = ahead,
            Doorbell = new LocalDoorbell(),
            Nodes = new Others(world),
            RunBeside = work => _ = work(),
        });
        var live = await house.OpenAsync(world.Cast.Session);
        Assert.IsType<CommandOutcome.Done>(await live.DoAsync(head, world.Cast.Command("other"), new TakePosition(other, issue, PositionKind.Position, "8", null)));
        Assert.Equal(world.Clock.GetUtcNow().ToUnixTimeMilliseconds(), live.Ledger.Now.AtMs);
        for (var tick = 0; tick < 4; tick++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(0.5));
            ahead.Advance(TimeSpan.FromSeconds(0.5));
        }

        Assert.NotNull(live.State!.Positions[raised].Raise);
    }

    private static void Look(SharedClock clock, FakeTimeProvider local, DateTimeOffset store, double seconds)
    {
        var asked = local.GetTimestamp();
        local.Advance(TimeSpan.FromSeconds(seconds));
        clock.Told(store, asked);
    }

    /// <summary>The store as a node sees it, with a clock of its own.</summary>
    private sealed class Others(World world) : INodes
    {
        public async ValueTask<Surroundings> LookAsync(IReadOnlyDictionary<SessionId, IReadOnlyCollection<PersonId>> here, CancellationToken stop = default) =>
            new([(world.Cast.Session, await world.Store.HeadAsync(world.Cast.Session, stop))], new Dictionary<SessionId, IReadOnlySet<PersonId>>(), 2, world.Clock.GetUtcNow());

        public ValueTask LeaveAsync() => ValueTask.CompletedTask;
    }
}
