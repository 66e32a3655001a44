using IomSessions.Domain;
using IomSessions.Engine.Tests.Drafts;
using IomSessions.Engine.Tests.Simulation;
using Xunit;

namespace IomSessions.Engine.Tests.Nodes;

/// <summary>Of two nodes one removes somebody, and the other sees that the log has grown but does not know how.</summary>
public sealed class SightTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task PE4_a_node_that_cannot_read_what_it_has_seen_stored_lets_nobody_in_and_tells_nobody_anything()
    {
        var drafting = await BeginAsync();
        var node = drafting.World.Nodes[1];
        var reader = await drafting.FollowAsync(drafting.B, node: 1);
        await RemoveAsync(drafting);
        await SecondsAsync(drafting, 3, async () => await drafting.World.DeskAsync(node, Failing.Reading));
        Assert.True(node.Live.IsBlind);

        var seat = new Seat(drafting.B, drafting.World.DeviceOf(drafting.B, 0), new Reader());
        Assert.Equal(EngineRefusals.Unavailable, await node.Live.HelloAsync(seat, [], null));
        Assert.Equal(EngineRefusals.Unavailable, (await node.Live.Questions.ReadBackAsync(drafting.B, drafting.Talk.State.Hall, long.MaxValue, 10)).Refusal);
        Assert.Equal(EngineRefusals.Unavailable, await node.Live.Drafts.FollowAsync(seat, drafting.Circle, null));
        Assert.Equal("unavailable", await WriteAsync(drafting, drafting.B, "planted", node));
        await HearsNothingOfAsync(drafting, reader, "among ourselves");

        // what could not be read is read
        await node.SeeAsync();
        await drafting.World.DeskAsync(node);
        Assert.False(node.Live.IsBlind);
        await drafting.World.PumpAsync(node);
        Assert.True(reader.IsClosed);
        Assert.DoesNotContain("among", reader.Text(drafting.Circle), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PE4_after_an_outage_nothing_is_told_before_the_log_has_been_read_up_to_what_was_seen()
    {
        var drafting = await BeginAsync();
        var node = drafting.World.Nodes[1];
        var reader = await drafting.FollowAsync(drafting.B, node: 1);
        await RemoveAsync(drafting);
        drafting.World.Clock.Advance(3 * Second);
        Assert.True(node.Live.IsBlind);
        await HearsNothingOfAsync(drafting, reader, "among ourselves");

        // the store is seen again; the pump comes before the desk
        await node.SeeAsync();
        await drafting.World.PumpAsync(node);
        Assert.Equal("", reader.Text(drafting.Circle));
        await drafting.World.DeskAsync(node);
        await drafting.World.PumpAsync(node);
        Assert.True(reader.IsClosed);
        Assert.Equal("", reader.Text(drafting.Circle));
    }

    [Fact]
    public async Task PE4_a_node_whose_desk_is_at_something_else_for_long_is_blind_until_it_has_read()
    {
        var drafting = await BeginAsync();
        var node = drafting.World.Nodes[1];
        await RemoveAsync(drafting);
        await SecondsAsync(drafting, 2, () => Task.CompletedTask);
        Assert.False(node.Live.IsBlind);
        await SecondsAsync(drafting, 1, () => Task.CompletedTask);
        Assert.True(node.Live.IsBlind);
        await drafting.World.DeskAsync(node);
        Assert.False(node.Live.IsBlind);
        Assert.Equal("not_found", await WriteAsync(drafting, drafting.B, "planted", node));
    }

    [Fact]
    public async Task PE4_a_log_that_always_grows_and_is_always_read_within_a_second_is_seen()
    {
        var drafting = await BeginAsync();
        var node = drafting.World.Nodes[1];
        for (var at = 0; at < 10; at++)
        {
            await drafting.Talk.SayAsync(drafting.Mediator, 1);
            await node.SeeAsync();
            drafting.World.Clock.Advance(0.9 * Second);
            Assert.False(node.Live.IsBlind);
            await drafting.World.DeskAsync(node);
            drafting.World.Clock.Advance(0.1 * Second);
            Assert.False(node.Live.IsBlind);
        }
    }

    [Fact]
    public async Task DR5_a_change_that_waits_while_its_node_goes_blind_is_not_stored()
    {
        var drafting = await BeginAsync();
        var node = drafting.World.Nodes[1];
        await drafting.FollowAsync(drafting.B, node: 1);
        await node.SeeAsync();
        var asked = EditAsync(drafting, drafting.B, "planted", node);
        await RemoveAsync(drafting);
        drafting.World.Clock.Advance(3 * Second);
        await node.BesideAsync(int.MaxValue);
        await drafting.World.PumpAsync(node);
        Assert.Equal(EngineRefusals.Unavailable, await asked.WaitAsync(10 * Second));
        Assert.Equal(0, await drafting.World.Store.DraftHeadAsync(drafting.World.Cast.Session, drafting.Circle));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(5)]
    public async Task PE4_what_is_read_for_a_connection_while_its_node_goes_blind_is_not_told_before_it_sees(int? recent)
    {
        var drafting = await BeginAsync();
        var node = drafting.World.Nodes[1];
        var reader = new Reader();
        await node.SeeAsync();
        Assert.Null(await node.Live.HelloAsync(new Seat(drafting.B, drafting.World.DeviceOf(drafting.B, 0), reader), [], null, recent));
        node.Live.Pump.Turn();
        drafting.World.Clock.Advance(3 * Second);
        await node.BesideAsync(int.MaxValue);
        Assert.Empty(reader.Frames);
        await node.SeeAsync();
        await drafting.World.PumpAsync(node);
        Assert.Contains(reader.Frames, frame => frame.Target is Target.Events or Target.Past);
    }

    private static async Task<Drafting> BeginAsync()
    {
        var drafting = await Drafting.BeginAsync(nodes: 2);
        drafting.World.Nodes[1].Looks = true;
        await drafting.World.RestartAsync(drafting.World.Nodes[1]);
        return drafting;
    }

    private static Task RemoveAsync(Drafting drafting) =>
        drafting.Talk.DoAsync(drafting.World.Cast.Secretary, new RemovePerson(drafting.B, "the registrar"));

    // somebody goes on writing elsewhere, and this node reads it: whether he may hear of it, it does not know
    private static async Task HearsNothingOfAsync(Drafting drafting, Reader reader, string words)
    {
        Assert.Null(await WriteAsync(drafting, drafting.A, words, drafting.World.Nodes[0]));
        var node = drafting.World.Nodes[1];
        node.Live.Drafts.Look();
        await node.BesideAsync(int.MaxValue);
        await drafting.World.PumpAsync(node);
        Assert.Equal("", reader.Text(drafting.Circle));
    }

    private static async Task SecondsAsync(Drafting drafting, int seconds, Func<Task> then)
    {
        for (var at = 0; at < seconds; at++)
        {
            drafting.World.Clock.Advance(Second);
            await drafting.World.Nodes[1].SeeAsync();
            await then();
        }
    }

    private static async Task<string?> WriteAsync(Drafting drafting, PersonId by, string words, SimNode node)
    {
        var asked = EditAsync(drafting, by, words, node);
        await node.BesideAsync(int.MaxValue);
        await drafting.World.PumpAsync(node);
        return (await asked.WaitAsync(10 * Second))?.Code;
    }

    private static Task<Refusal?> EditAsync(Drafting drafting, PersonId by, string words, SimNode node) =>
        node.Live.Drafts.EditAsync(by, drafting.Circle, drafting.EditorOf(by, "one"), 0, [ChangeSet.Replace(0, 0, 0, words)]);
}
