using IomSessions.Domain;
using IomSessions.Engine.Tests.Outlines;
using Xunit;

namespace IomSessions.Engine.Tests.Deadlines;

/// <summary>Time, told by the house: once, and not before.</summary>
public sealed class DueWatchTests
{
    [Fact]
    public async Task RM11_the_house_warns_at_60_and_10_seconds_and_tells_the_end()
    {
        var talk = await SetAsync(300);
        await AfterAsync(talk, 239);
        Assert.Equal([], Told(talk));
        await AfterAsync(talk, 1);
        Assert.Equal([DeadlineStage.Minute], Told(talk));
        await AfterAsync(talk, 49);
        await AfterAsync(talk, 1);
        Assert.Equal([DeadlineStage.Minute, DeadlineStage.TenSeconds], Told(talk));
        await AfterAsync(talk, 10);
        await AfterAsync(talk, 100);
        Assert.Equal([DeadlineStage.Minute, DeadlineStage.TenSeconds, DeadlineStage.Passed], Told(talk));
    }

    [Fact]
    public async Task ST5_after_a_restart_the_rest_is_told_and_nothing_twice()
    {
        var talk = await SetAsync(300);
        await AfterAsync(talk, 245);
        await talk.World.RestartAsync(talk.World.Nodes[0]);
        await AfterAsync(talk, 1);
        Assert.Equal([DeadlineStage.Minute], Told(talk));
        await talk.World.RestartAsync(talk.World.Nodes[0]);
        await AfterAsync(talk, 3_000);
        Assert.Equal([DeadlineStage.Minute, DeadlineStage.Passed], Told(talk));
    }

    [Fact]
    public async Task ST5_of_two_servers_one_tells_it()
    {
        var talk = await SetAsync(300, nodes: 2);
        talk.World.Clock.Advance(TimeSpan.FromSeconds(250));
        foreach (var node in talk.World.Nodes)
        {
            await talk.World.LookAsync(node);
            node.Live.Pump.Tick();
            await talk.World.PumpAsync(node);
        }

        foreach (var node in talk.World.Nodes)
        {
            await talk.World.DeskAsync(node);
        }

        Assert.Equal([DeadlineStage.Minute], Told(talk));
    }

    [Fact]
    public async Task ST5_a_store_that_failed_is_asked_again()
    {
        var talk = await SetAsync(300);
        talk.World.Clock.Advance(TimeSpan.FromSeconds(250));
        talk.Live.Pump.Tick();
        await talk.World.PumpAsync(talk.World.Nodes[0]);
        await talk.World.DeskAsync(talk.World.Nodes[0], Simulation.Failing.BeforeWriting);
        Assert.Equal([], Told(talk));
        await AfterAsync(talk, 5);
        Assert.Equal([DeadlineStage.Minute], Told(talk));
    }

    [Fact]
    public async Task RM11_a_recall_takes_effect_when_its_grace_is_over_once_and_also_after_a_restart()
    {
        var talk = await Talking.BeginAsync();
        await talk.MoveAsync(talk.Delegates[0], talk.Caucus);
        var (sitting, everybody) = (talk.State.Rooms[talk.Caucus].Sitting!.Value, new Confirmation([], Company.Of(talk.State.People.Keys)));
        await talk.DoAsync(talk.Mediator, new RecallRoom(talk.Caucus, sitting, 60, everybody));
        await AfterAsync(talk, 58);
        Assert.NotNull(talk.State.Rooms[talk.Caucus].Sitting);
        await talk.World.RestartAsync(talk.World.Nodes[0]);
        await AfterAsync(talk, 3);
        Assert.Null(talk.State.Rooms[talk.Caucus].Sitting);
        await AfterAsync(talk, 60);
        Assert.Single(talk.World.Oracle.Log, entry => entry.Type == "recall.announced" && entry.Circle == sitting);
    }

    [Fact]
    public async Task PO2_positions_that_came_due_while_the_server_was_down_are_told_in_the_order_in_which_they_were_due()
    {
        var talk = await Talking.BeginAsync();
        var (head, issue) = (talk.World.Cast.Delegates.First(one => one.Role == Role.Head).Person, new IssueId(Guid.NewGuid()));
        var party = talk.State.People[head].Party!.Value;
        await talk.DoAsync(talk.Mediator, new PutIssue(issue, "Money", IssueKind.Amount, "EUR", [], [party], null, 1));
        string[] values = ["9", "8", "7", "6", "5", "4"];
        foreach (var value in values)
        {
            var position = new PositionId(Guid.NewGuid());
            await talk.DoAsync(head, new TakePosition(position, issue, PositionKind.Position, value, null));
            await talk.DoAsync(head, new RaisePosition(position, PositionLevel.Joint, []));
            talk.World.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await talk.World.RestartAsync(talk.World.Nodes[0]);
        await AfterAsync(talk, 60);
        Assert.Equal(values, talk.World.Oracle.Log.Where(entry => entry.Type == "position.shown" && entry.Circle == talk.State.Table)
            .Select(entry => entry.Body.GetProperty("value").GetString()!));
    }

    private static async Task<Talking> SetAsync(int seconds, int nodes = 1)
    {
        var talk = await Talking.BeginAsync(nodes);
        await talk.DoAsync(talk.Mediator, new SetDeadline(talk.Caucus, talk.World.Clock.GetUtcNow().AddSeconds(seconds)));
        return talk;
    }

    private static async Task AfterAsync(Talking talk, int seconds)
    {
        talk.World.Clock.Advance(TimeSpan.FromSeconds(seconds));
        talk.Live.Pump.Tick();
        await talk.World.PumpAsync(talk.World.Nodes[0]);
        await talk.World.DeskAsync(talk.World.Nodes[0]);
    }

    private static IEnumerable<DeadlineStage> Told(Talking talk) => talk.World.Oracle.Log
        .Where(entry => entry.Type == "deadline.near" && entry.Circle == talk.State.Bench)
        .Select(entry => Enum.Parse<DeadlineStage>(entry.Body.GetProperty("stage").GetString()!, ignoreCase: true));
}
