using IomSessions.Engine.Tests.Outlines;
using IomSessions.Engine.Tests.Simulation;
using Xunit;

namespace IomSessions.Engine.Tests.Deadlines;

/// <summary>That no mediator is there, and that one is back, is noted also when the store has failed at first.</summary>
public sealed class MediatorWatchTests
{
    [Fact]
    public async Task PE5_a_note_that_was_not_stored_is_asked_for_again()
    {
        var talk = await Talking.BeginAsync();
        await PassAsync(talk, MediatorWatch.Patience, Failing.BeforeWriting);
        Assert.False(talk.State.MediatorsAbsent);
        await PassAsync(talk, TimeSpan.FromSeconds(5));
        Assert.True(talk.State.MediatorsAbsent);

        await talk.OutlineAsync(talk.Mediator, recent: 0);
        await PassAsync(talk, TimeSpan.FromMilliseconds(500), Failing.BeforeWriting);
        Assert.True(talk.State.MediatorsAbsent);
        await PassAsync(talk, TimeSpan.FromSeconds(5));
        Assert.False(talk.State.MediatorsAbsent);
    }

    [Fact]
    public async Task PE5_it_is_not_asked_for_with_every_look_meanwhile()
    {
        var talk = await Talking.BeginAsync();
        talk.World.Clock.Advance(MediatorWatch.Patience);
        talk.Live.Pump.Tick();
        await talk.World.PumpAsync(talk.World.Nodes[0]);
        talk.World.Clock.Advance(TimeSpan.FromSeconds(4));
        talk.Live.Pump.Tick();
        await talk.World.PumpAsync(talk.World.Nodes[0]);
        Assert.Equal(1, await talk.Live.Desk.TurnAsync(default));
    }

    private static async Task PassAsync(Talking talk, TimeSpan time, Failing failing = Failing.Not)
    {
        talk.World.Clock.Advance(time);
        talk.Live.Pump.Tick();
        await talk.World.PumpAsync(talk.World.Nodes[0]);
        await talk.World.DeskAsync(talk.World.Nodes[0], failing);
    }
}
