using IomSessions.Domain;
using IomSessions.Engine.Tests.Outlines;
using IomSessions.Engine.Tests.Simulation;
using Xunit;

namespace IomSessions.Engine.Tests.Sessions;

/// <summary>The queue of a session's commands.</summary>
public sealed class DeskTests
{
    [Fact]
    public async Task OP3_what_finds_the_queue_full_is_refused_at_once_and_the_rest_is_done()
    {
        var talk = await Talking.BeginAsync();
        var desk = talk.Live.Desk;
        var (by, sitting) = (talk.Delegates[0], talk.State.SittingOf(talk.State.People[talk.Delegates[0]])!.Value);
        var asked = Enumerable.Range(0, Limits.QueuedCommands + 1)
            .Select(at => talk.World.Cast.Command($"full {at}"))
            .Select((id, at) => desk.SubmitAsync(
                new Command(id, by, talk.World.Clock.GetUtcNow(), Cast.SeedOf(id), new Say(sitting, $"{at}", "en"))))
            .ToList();
        var refused = Assert.IsType<CommandOutcome.Refused>(await asked[^1].WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal(EngineRefusals.Busy, refused.Refusal);
        while (!asked[0].IsCompleted)
        {
            await desk.TurnAsync(CancellationToken.None);
        }

        Assert.IsType<CommandOutcome.Done>(await asked[0]);
    }

    [Fact]
    public async Task OP2_whoever_waits_for_what_others_have_stored_is_not_kept_by_a_desk_that_has_closed()
    {
        var talk = await Talking.BeginAsync();
        var desk = talk.Live.Desk;
        var before = desk.CatchUpAsync();
        desk.Close();
        // what has come is still done
        var with = desk.CatchUpAsync();
        Assert.False(before.IsCompleted || with.IsCompleted);
        await desk.TurnAsync(CancellationToken.None);
        Assert.True(before.IsCompletedSuccessfully && with.IsCompletedSuccessfully);
        Assert.True(desk.CatchUpAsync().IsCanceled);
    }
}
