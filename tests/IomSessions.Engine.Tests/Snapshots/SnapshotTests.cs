using System.Text;
using IomSessions.Domain;
using IomSessions.Engine.InMemory;
using IomSessions.Engine.Tests.Outlines;
using IomSessions.Engine.Tests.Simulation;
using Xunit;

namespace IomSessions.Engine.Tests.Snapshots;

/// <summary>A snapshot is a cache of the log: it may be gone, damaged or another's, and nothing changes but the time to open.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public async Task ST6_a_session_opens_by_its_snapshot_and_what_came_after_it_alone()
    {
        var talk = await Talking.BeginAsync();
        await talk.SayAsync(talk.Delegates[0], 40);
        var ports = Ports(talk);
        await KeepAsync(talk, ports);
        await talk.SayAsync(talk.Delegates[0], 3);
        var counting = new CountingStore(ports.Store);
        var opened = await Ledger.OpenAsync(talk.World.Cast.Session, ports with { Store = counting });
        Assert.Null(Same.Differs(talk.Live.Ledger.Now, opened.Now));
        // the one that proves that the snapshot is of this log, and the three
        Assert.Equal(4, counting.Rows);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("altered")]
    [InlineData("another version")]
    [InlineData("of another session")]
    [InlineData("store fails")]
    public async Task ST6_without_a_snapshot_that_can_be_trusted_the_log_is_read(string what)
    {
        var talk = await Talking.BeginAsync();
        await talk.SayAsync(talk.Delegates[0], 5);
        var ports = Ports(talk);
        var session = talk.World.Cast.Session;
        await KeepAsync(talk, ports);
        var kept = (await ports.Snapshots.FindAsync(session))!;
        ports = ports with
        {
            Snapshots = what switch
            {
                "gone" => new MemorySnapshotStore(),
                "altered" => await HoldingAsync(session, kept with { Sealed = [.. kept.Sealed[..^1], (byte)~kept.Sealed[^1]] }),
                "another version" => await HoldingAsync(session, kept with { Version = kept.Version - 1 }),
                "of another session" => await HoldingAsync(session, await OfAnotherAsync(talk)),
                _ => new FailingSnapshots(),
            },
        };
        var counting = new CountingStore(ports.Store);
        var opened = await Ledger.OpenAsync(session, ports with { Store = counting });
        Assert.Null(Same.Differs(talk.Live.Ledger.Now, opened.Now));
        Assert.True(counting.Rows >= opened.Now.Version);
    }

    [Fact]
    public async Task ST6_a_snapshot_of_a_longer_log_than_this_is_not_believed()
    {
        var talk = await Talking.BeginAsync();
        var ports = Ports(talk);
        var session = talk.World.Cast.Session;
        var backup = new MemoryEventStore();
        await CopyAsync(talk.World.Store, backup, session);
        await talk.SayAsync(talk.Delegates[0], 5);
        await KeepAsync(talk, ports);
        var opened = await Ledger.OpenAsync(session, ports with { Store = backup });
        Assert.Equal(await backup.HeadAsync(session), opened.Now.Version);
    }

    [Fact]
    public async Task ST6_a_snapshot_of_another_log_of_the_same_length_is_not_believed()
    {
        var talk = await Talking.BeginAsync();
        var ports = Ports(talk);
        var session = talk.World.Cast.Session;
        var other = new MemoryEventStore();
        await CopyAsync(talk.World.Store, other, session);
        await talk.SayAsync(talk.Delegates[0], 1);
        await KeepAsync(talk, ports);
        var there = new LiveSession(session, await Ledger.OpenAsync(session, ports with { Store = other, Snapshots = new MemorySnapshotStore() }), ports with { Store = other });
        var said = there.DoAsync(talk.Delegates[2], new(talk.World.Cast.Id("said there")), new Say(there.State!.SittingOf(there.State.People[talk.Delegates[2]])!.Value, "Elsewhere", "en"));
        await there.Desk.TurnAsync(default);
        Assert.IsType<CommandOutcome.Done>(await said);
        Assert.Equal(talk.Live.Ledger.Now.Version, there.Ledger.Now.Version);
        var opened = await Ledger.OpenAsync(session, ports with { Store = other });
        Assert.Null(Same.Differs(there.Ledger.Now, opened.Now));
    }

    [Fact]
    public async Task ST6_a_snapshot_is_taken_after_so_many_events_and_a_failure_fails_no_command()
    {
        var talk = await Talking.BeginAsync();
        var session = talk.World.Cast.Session;
        var faults = new List<Exception>();
        var beside = new Queue<Func<Task>>();
        var ports = Ports(talk) with { SnapshotEvery = 10, RunBeside = beside.Enqueue, Fault = faults.Add, Snapshots = new FailingSnapshots { Finds = true } };
        var live = new LiveSession(session, await Ledger.OpenAsync(session, ports), ports);
        for (var at = 0; at < 25; at++)
        {
            var said = live.DoAsync(talk.Delegates[0], new(talk.World.Cast.Id($"more {at}")), new Say(live.State!.SittingOf(live.State.People[talk.Delegates[0]])!.Value, "Words", "en"));
            await live.Desk.TurnAsync(default);
            Assert.IsType<CommandOutcome.Done>(await said);
            Assert.InRange(beside.Count, 0, 1);
            while (beside.TryDequeue(out var work))
            {
                await work();
            }
        }

        // one at the opening of a long log, and two of the twenty-five
        Assert.Equal(3, faults.Count);
    }

    [Fact]
    public async Task ST6_a_quiet_session_is_kept_as_it_stands_and_not_again_for_nothing()
    {
        var talk = await Talking.BeginAsync();
        var beside = new Queue<Func<Task>>();
        var ports = Ports(talk) with { SnapshotEvery = int.MaxValue, RunBeside = beside.Enqueue };
        var ledger = await Ledger.OpenAsync(talk.World.Cast.Session, ports);
        ledger.Tick();
        ledger.Tick();
        Assert.Empty(beside);
        talk.World.Clock.Advance(Engine.Snapshots.Quiet);
        ledger.Tick();
        await Assert.Single(beside)();
        beside.Clear();
        Assert.Equal(ledger.Now.Version, (await ports.Snapshots.FindAsync(talk.World.Cast.Session))!.Version);
        talk.World.Clock.Advance(Engine.Snapshots.Quiet);
        ledger.Tick();
        Assert.Empty(beside);
    }

    [Fact]
    public async Task PE7_a_snapshot_holds_no_name_that_can_be_read()
    {
        var talk = await Talking.BeginAsync();
        await talk.DoAsync(talk.Mediator, new MakeRoom(new(talk.World.Cast.Id("marked")), "Marrakesh"));
        var ports = Ports(talk);
        await KeepAsync(talk, ports);
        var kept = (await ports.Snapshots.FindAsync(talk.World.Cast.Session))!;
        Assert.DoesNotContain("Marrakesh", Encoding.UTF8.GetString(kept.Sealed), StringComparison.Ordinal);
        Assert.Contains(talk.State.Rooms.Values, room => room.Name == "Marrakesh");
    }

    private static EnginePorts Ports(Talking talk) => talk.World.PortsOf(0) with { Snapshots = new MemorySnapshotStore() };

    [Fact]
    public async Task OP3_a_log_is_read_whole_though_each_page_of_it_is_cut_where_it_is_full()
    {
        var talk = await Talking.BeginAsync();
        var (by, texts) = (talk.Delegates[0], 2 * Limits.PageBytes / Limits.TextLength);
        var sitting = talk.State.SittingOf(talk.State.People[by])!.Value;
        for (var at = 0; at < texts; at++)
        {
            await talk.DoAsync(by, new Say(sitting, new string('w', Limits.TextLength), "en"));
        }

        var opened = await Ledger.OpenAsync(talk.World.Cast.Session, Ports(talk));
        Assert.Null(Same.Differs(talk.Live.Ledger.Now, opened.Now));
        Assert.Equal(texts, (await opened.ReadCircleAsync(sitting, 0, int.MaxValue)).Count(one => one.Event.Body is Said));
    }

    private static async Task KeepAsync(Talking talk, EnginePorts ports) =>
        await (await Ledger.OpenAsync(talk.World.Cast.Session, ports)).SnapshotAsync();

    private static async Task<ISnapshotStore> HoldingAsync(SessionId session, Snapshot snapshot)
    {
        var store = new MemorySnapshotStore();
        await store.KeepAsync(session, snapshot);
        return store;
    }

    // under a key of its own
    private static async Task<Snapshot> OfAnotherAsync(Talking talk)
    {
        var (other, ports) = (new SessionId(talk.World.Cast.Id("another")), Ports(talk));
        var store = new MemoryEventStore();
        var live = new LiveSession(other, await Ledger.OpenAsync(other, ports with { Store = store }), ports with { Store = store });
        var prepared = live.NoteAsync(new PrepareSession("M-2", "Another matter", SessionKind.Commercial, ["en"], talk.World.Cast.Secretary, "Secretary"));
        await live.Desk.TurnAsync(default);
        await prepared;
        await live.Ledger.SnapshotAsync();
        return (await ports.Snapshots.FindAsync(other))!;
    }

    private static async Task CopyAsync(SimStore from, MemoryEventStore to, SessionId session)
    {
        var rows = await from.ReadAsync(session, 0, int.MaxValue);
        await to.AppendAsync(new AppendBatch(session, 0, rows, []));
    }

    private sealed class FailingSnapshots : ISnapshotStore
    {
        public bool Finds { get; init; }

        public ValueTask<Snapshot?> FindAsync(SessionId session, CancellationToken stop = default) => Finds ? new((Snapshot?)null) : throw new IOException();

        public ValueTask KeepAsync(SessionId session, Snapshot snapshot, CancellationToken stop = default) => throw new IOException();
    }
}
