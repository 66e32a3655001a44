using IomSessions.Domain;
using IomSessions.Engine.Tests.Outlines;
using IomSessions.Engine.Tests.Simulation;
using Xunit;

namespace IomSessions.Engine.Tests.Sessions;

/// <summary>Two nodes that write to one session.</summary>
public sealed class TwoDesksTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DL1_who_was_moved_on_another_node_is_told_before_what_is_said_here_is_stored(bool isRung)
    {
        var talk = await BeginAsync();
        await talk.MoveAsync(talk.Delegates[^1], talk.Caucus);
        Assert.True(await IsToldWhenStoredAsync(talk, isRung));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DL1_what_was_only_said_on_another_node_is_told_together_with_what_is_said_here(bool isRung)
    {
        var talk = await BeginAsync();
        await talk.SayAsync(talk.Delegates[0], 1);
        Assert.False(await IsToldWhenStoredAsync(talk, isRung));
    }

    [Fact]
    public async Task Only_who_has_written_rings()
    {
        var talk = await BeginAsync();
        var (writer, reader) = (talk.World.Nodes[0], talk.World.Nodes[1]);
        for (var time = 0; time < 10; time++)
        {
            await talk.SayAsync(talk.Delegates[0], 1);
            await HearAsync(talk, reader);
            Assert.Equal(writer.Live.Ledger.Now.Version, reader.Live.Ledger.Now.Version);
        }

        Assert.Empty(writer.Rings);
        for (var time = 0; time < 10; time++)
        {
            await SubmitAsync(talk, reader, $"there {time}");
        }

        Assert.NotEmpty(writer.Rings);
    }

    [Fact]
    public async Task DL3_what_may_have_been_stored_is_rung_for()
    {
        var talk = await BeginAsync();
        var node = talk.World.Nodes[1];
        var before = node.Live.Ledger.Now.Version;
        for (var time = 0; time < 10; time++)
        {
            talk.World.Store.Failing = Failing.AfterWriting;
            Assert.IsType<CommandOutcome.Refused>(await AskAsync(talk, node, $"unknown {time}"));
            talk.World.Store.Failing = Failing.Not;
        }

        Assert.Contains(talk.World.Nodes[0].Rings, version => version > before);
    }

    [Fact]
    public async Task What_is_known_by_the_time_is_not_read_again()
    {
        var talk = await BeginAsync();
        var node = talk.World.Nodes[1];
        // the bell is heard while the turn that makes it old news is under way
        talk.World.Store.Written = batch => node.Live.Know(batch.Events[^1].Version);
        await SubmitAsync(talk, node, "here");
        Assert.True(node.Live.Desk.IsDue);
        var read = talk.World.Store.LogRead;
        await node.DeskAsync();
        Assert.Equal(read, talk.World.Store.LogRead);
        talk.World.Store.Written = null;
        await talk.SayAsync(talk.Delegates[0], 1);
        await HearAsync(talk, node);
        Assert.Equal(talk.Live.Ledger.Now.Version, node.Live.Ledger.Now.Version);
    }

    [Fact]
    public async Task Where_nobody_is_connected_a_bell_waits_for_whoever_comes_first()
    {
        var talk = await BeginAsync();
        var (node, by) = (talk.World.Nodes[1], talk.Delegates[1]);
        var seat = new Seat(by, talk.World.DeviceOf(by, 0), new Talking.Listener());
        await talk.SayAsync(talk.Delegates[0], 1);
        node.Live.Rung(talk.Live.Ledger.Now.Version);
        Assert.False(node.Live.Desk.IsDue);
        node.Live.Arrive(seat);
        await node.DeskAsync();
        Assert.Equal(talk.Live.Ledger.Now.Version, node.Live.Ledger.Now.Version);

        // while he is there each is heard at once
        await talk.SayAsync(talk.Delegates[0], 1);
        node.Live.Rung(talk.Live.Ledger.Now.Version);
        Assert.True(node.Live.Desk.IsDue);
        await node.DeskAsync();
        node.Live.Leave(seat);
        await talk.SayAsync(talk.Delegates[0], 1);
        node.Live.Rung(talk.Live.Ledger.Now.Version);
        Assert.False(node.Live.Desk.IsDue);

        // and the look at all sessions finds it
        node.Live.Know(talk.Live.Ledger.Now.Version);
        Assert.True(node.Live.Desk.IsDue);
    }

    private static async Task<Talking> BeginAsync()
    {
        var talk = await Talking.BeginAsync(nodes: 2);
        var node = talk.World.Nodes[1];
        await HearAsync(talk, node);
        await talk.World.PumpAsync(node);
        node.Rings.Clear();
        return talk;
    }

    // the bells of these worlds are not reliable
    private static async Task HearAsync(Talking talk, SimNode node)
    {
        node.Live.Know(talk.World.Nodes[0].Live.Ledger.Now.Version);
        await talk.World.DeskAsync(node);
    }

    private static async Task<bool> IsToldWhenStoredAsync(Talking talk, bool isRung)
    {
        var (node, told) = (talk.World.Nodes[1], false);
        Assert.False(node.Live.Pump.IsDue);
        talk.World.Store.Written = _ => told = node.Live.Pump.IsDue;
        if (isRung)
        {
            node.Live.Know(talk.Live.Ledger.Now.Version);
        }

        await SubmitAsync(talk, node, "here");
        talk.World.Store.Written = null;
        return told;
    }

    private static async Task SubmitAsync(Talking talk, SimNode node, string text) =>
        Assert.IsType<CommandOutcome.Done>(await AskAsync(talk, node, text));

    private static async Task<CommandOutcome> AskAsync(Talking talk, SimNode node, string text)
    {
        var (by, id) = (talk.Delegates[0], talk.World.Cast.Command(text));
        var state = node.Live.State!;
        var asked = node.Live.Desk.SubmitAsync(
            new Command(id, by, talk.World.Clock.GetUtcNow(), Cast.SeedOf(id), new Say(state.SittingOf(state.People[by])!.Value, text, "en")));
        await node.DeskAsync();
        return await asked;
    }
}
