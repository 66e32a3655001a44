using IomSessions.Domain;
using IomSessions.Engine.InMemory;
using IomSessions.Engine.Tests.Outlines;
using Xunit;

namespace IomSessions.Engine.Tests.Sealing;

/// <summary>A key that is gone, as after its destruction or the restoring of older keys, stays gone: nothing is put in its place.</summary>
public sealed class MissingKeyTests
{
    [Fact]
    public async Task ST2_a_log_whose_circle_has_no_key_does_not_open_and_gets_no_other_key()
    {
        var (talk, session) = await BeginAsync();
        var (keys, hall) = (await KeysAsync(talk, without: Hall(talk)), Hall(talk));
        var ports = talk.World.PortsOf(0) with { Keys = keys, Snapshots = new MemorySnapshotStore() };
        await Assert.ThrowsAsync<KeyMissingException>(() => Ledger.OpenAsync(session, ports));
        Assert.Empty(await keys.FindAsync(session, [hall]));
    }

    [Fact]
    public async Task ST2_a_log_whose_session_has_no_key_does_not_open_and_gets_no_other_key()
    {
        var (talk, session) = await BeginAsync();
        var keys = new MemoryKeyStore();
        var ports = talk.World.PortsOf(0) with { Keys = keys, Snapshots = new MemorySnapshotStore() };
        await Assert.ThrowsAsync<KeyMissingException>(() => Ledger.OpenAsync(session, ports));
        Assert.Null(await keys.FindAsync(session));
    }

    [Fact]
    public async Task ST2_to_a_circle_that_has_begun_and_has_no_key_nothing_is_appended_under_another()
    {
        var (talk, session) = await BeginAsync();
        var (keys, hall, by) = (await KeysAsync(talk, without: Hall(talk)), Hall(talk), talk.Delegates[0]);
        var ports = talk.World.PortsOf(0) with { Keys = keys, Snapshots = new MemorySnapshotStore() };
        // the snapshot knows all that was said, so that nothing of the circle is read
        await (await Ledger.OpenAsync(session, ports with { Keys = talk.World.Keys })).SnapshotAsync();
        var live = new LiveSession(session, await Ledger.OpenAsync(session, ports), ports);
        var before = live.Ledger.Now.Version;
        var said = live.DoAsync(by, new(talk.World.Cast.Id("said")), new Say(hall, "Words", "en"));
        await Assert.ThrowsAsync<KeyMissingException>(() => live.Desk.TurnAsync(default));
        Assert.Equal(EngineRefusals.Unavailable, Assert.IsType<CommandOutcome.Refused>(await said).Refusal);
        Assert.Equal(before, await ports.Store.HeadAsync(session));
        Assert.Empty(await keys.FindAsync(session, [hall]));
    }

    [Fact]
    public async Task ST2_what_another_node_has_begun_a_moment_ago_is_opened_with_its_key()
    {
        var (talk, session) = await BeginAsync();
        var ports = talk.World.PortsOf(0) with { Snapshots = new MemorySnapshotStore() };
        var other = await Ledger.OpenAsync(session, ports);
        await talk.DoAsync(talk.Mediator, new MakeRoom(new(talk.World.Cast.Id("new")), "New"));
        await talk.MoveAsync(talk.Delegates[^1], talk.Caucus);
        await talk.SayAsync(talk.Delegates[^1], 1);
        await other.CatchUpAsync();
        Assert.Equal(talk.Live.Ledger.Now.Version, other.Now.Version);
    }

    private static async Task<(Talking Talk, SessionId Session)> BeginAsync()
    {
        var talk = await Talking.BeginAsync();
        await talk.SayAsync(talk.Delegates[0], 3);
        return (talk, talk.World.Cast.Session);
    }

    private static CircleId Hall(Talking talk) => talk.State.SittingOf(talk.State.People[talk.Delegates[0]])!.Value;

    // the same keys but one; where another is made it is not the lost one
    private static async Task<MemoryKeyStore> KeysAsync(Talking talk, CircleId without)
    {
        var session = talk.World.Cast.Session;
        var ring = (await talk.World.Keys.FindAsync(session))!;
        var keys = new MemoryKeyStore((_, circle) => circle is not { } of ? ring.Session
            : of == without ? Chance.Bytes(32)
            : ring.Circles.GetValueOrDefault(of) ?? Chance.Bytes(32));
        await keys.EnsureAsync(session, [.. ring.Circles.Keys.Where(circle => circle != without)]);
        return keys;
    }
}
