using IomSessions.Domain;
using IomSessions.Engine.InMemory;
using Xunit;

namespace IomSessions.Engine.Tests.Drafts;

/// <summary>A node hears its own bell too.</summary>
public sealed class DraftBellTests
{
    [Fact]
    public async Task DR1_what_is_said_in_a_room_reads_no_draft_that_is_open()
    {
        var drafting = await Drafting.BeginAsync();
        var seat = (await drafting.ConnectAsync(drafting.A)).Seat;
        await using var house = new SessionHouse(drafting.World.Nodes[0].Ports with { Doorbell = new LocalDoorbell(), RunBeside = work => _ = work() });
        var live = await house.OpenAsync(drafting.World.Cast.Session);
        Assert.Null(await live.Drafts.FollowAsync(seat, drafting.Circle, null));
        var reads = drafting.World.Store.ChangesRead;
        var said = await live.DoAsync(drafting.A, new CommandId(Guid.NewGuid()), new SayInDelegation("A word.", "en"));
        Assert.IsType<CommandOutcome.Done>(said);
        Assert.Equal(reads, drafting.World.Store.ChangesRead);
    }
}
