using System.Collections.Concurrent;
using IomSessions.Domain;
using IomSessions.Engine.InMemory;
using IomSessions.Engine.Tests.Outlines;
using IomSessions.Engine.Tests.Snapshots;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IomSessions.Engine.Tests.Sessions;

/// <summary>A house of three sessions, the first of which cannot be opened: its keys are not there.</summary>
public sealed class WakingTests
{
    private readonly ConcurrentQueue<Exception> _faults = [];
    private readonly List<SessionId> _others = [new(Guid.NewGuid()), new(Guid.NewGuid())];
    private readonly MemoryKeyStore _keys = MemoryKeyStore.Seeded(7);

    [Fact]
    public async Task ST5_a_session_that_cannot_be_opened_keeps_no_other_asleep()
    {
        var (talk, ports) = await BeginAsync();
        await using var house = new SessionHouse(ports);
        var all = await house.AllAsync();
        Assert.Equal(3, all.Count);
        Assert.Null(all[talk.World.Cast.Session]);
        Assert.All(_others, one => Assert.Equal(one, all[one]?.Id));
        Assert.IsType<KeyMissingException>(Assert.Single(_faults));
    }

    [Fact]
    public async Task ST5_it_is_tried_again_with_nobody_asking_after_pauses_that_grow()
    {
        var (talk, ports) = await BeginAsync();
        var counting = new CountingStore(ports.Store);
        await using var house = new SessionHouse(ports with { Store = counting });
        await house.AllAsync();
        Pass(talk.World.Clock, seconds: 120);
        Assert.InRange(_faults.Count, 4, 6);
        var tries = _faults.Count;
        await house.AllAsync();
        Assert.Equal(tries, _faults.Count);

        // the right keys are put back
        await _keys.EnsureAsync(talk.World.Cast.Session, [.. (await talk.World.Keys.FindAsync(talk.World.Cast.Session))!.Circles.Keys]);
        Pass(talk.World.Clock, seconds: 120);
        var read = counting.Rows;
        Assert.True(read > 0, "it was opened");
        Assert.NotNull((await house.AllAsync())[talk.World.Cast.Session]);
        Assert.Equal((read, tries), (counting.Rows, _faults.Count));
    }

    [Fact]
    public async Task ST5_what_is_seen_of_another_node_is_opened_also_after_one_that_cannot_be()
    {
        var (talk, ports) = await BeginAsync();
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var nodes = new Neighbour(talk.World.Clock, [talk.World.Cast.Session, .. _others]);
        var snapshots = new Asked(_others[1], opened);
        await using var house = new SessionHouse(ports with { Nodes = nodes, Snapshots = snapshots });
        while (!opened.Task.IsCompleted && nodes.Looks < 20)
        {
            talk.World.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        Assert.True(opened.Task.IsCompleted);
        Assert.NotEmpty(_faults);
    }

    [Fact]
    public async Task ST2_files_of_other_sessions_are_swept_although_one_cannot_be_opened()
    {
        var (talk, ports) = await BeginAsync();
        foreach (var session in (SessionId[])[talk.World.Cast.Session, .. _others])
        {
            await using var file = await ports.Files.CreateAsync(session, new(Guid.NewGuid()));
            await file.KeepAsync();
        }

        await using var house = new SessionHouse(ports);
        await house.SweepFilesAsync();
        Assert.Equal([talk.World.Cast.Session], await ports.Files.SessionsAsync());
        Assert.Single(_faults);
    }

    private static void Pass(FakeTimeProvider clock, int seconds)
    {
        for (var at = 0; at < seconds; at++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private async Task<(Talking Talk, EnginePorts Ports)> BeginAsync()
    {
        var talk = await Talking.BeginAsync();
        var ports = talk.World.PortsOf(0) with
        {
            Keys = _keys, Snapshots = new MemorySnapshotStore(), Files = new MemoryFileStore(), Doorbell = new LocalDoorbell(),
            RunBeside = work => _ = work(), Fault = _faults.Enqueue,
        };
        await using var house = new SessionHouse(ports);
        foreach (var id in _others)
        {
            var live = await house.OpenAsync(id);
            await live.NoteAsync(new PrepareSession("M-2", "Another matter", SessionKind.Commercial, ["en"], talk.World.Cast.Secretary, "Secretary"));
        }

        return (talk, ports);
    }

    /// <summary>Another node, with sessions that this one has not opened yet.</summary>
    private sealed class Neighbour(TimeProvider clock, IReadOnlyList<SessionId> sessions) : INodes
    {
        private int _looks;

        public int Looks => Volatile.Read(ref _looks);

        public ValueTask<Surroundings> LookAsync(IReadOnlyDictionary<SessionId, IReadOnlyCollection<PersonId>> here, CancellationToken stop = default)
        {
            Interlocked.Increment(ref _looks);
            return new(new Surroundings([.. sessions.Select(session => (session, 1L))], new Dictionary<SessionId, IReadOnlySet<PersonId>>(), 2, clock.GetUtcNow()));
        }

        public ValueTask LeaveAsync() => default;
    }

    /// <summary>Tells when a session is opened.</summary>
    private sealed class Asked(SessionId session, TaskCompletionSource opened) : ISnapshotStore
    {
        public ValueTask<Snapshot?> FindAsync(SessionId asked, CancellationToken stop = default)
        {
            if (asked == session)
            {
                opened.TrySetResult();
            }

            return default;
        }

        public ValueTask KeepAsync(SessionId asked, Snapshot snapshot, CancellationToken stop = default) => default;
    }
}
