using IomSessions.Domain;
using IomSessions.Engine.InMemory;
using IomSessions.Engine.Tests.Drafts;
using Xunit;

namespace IomSessions.Engine.Tests.Sessions;

/// <summary>The house is ended by the program and by its container, in whatever order and also at once.</summary>
public sealed class EndingTests
{
    [Fact]
    public async Task A_house_that_is_ended_twice_at_once_ends_once()
    {
        var drafting = await Drafting.BeginAsync();
        var store = new SlowSnapshots();
        var house = new SessionHouse(drafting.World.Nodes[0].Ports with { Doorbell = new LocalDoorbell(), Snapshots = store, RunBeside = work => _ = work() });
        await house.OpenAsync(drafting.World.Cast.Session);
        var first = house.DisposeAsync().AsTask();
        var second = house.DisposeAsync().AsTask();
        Assert.False(first.IsCompleted || second.IsCompleted);
        store.Go.SetResult();
        await Task.WhenAll(first, second);
        await house.DisposeAsync();
        Assert.Equal(1, store.Kept);
    }

    [Fact]
    public async Task A_session_that_is_being_opened_when_the_house_ends_never_runs()
    {
        var drafting = await Drafting.BeginAsync();
        var store = new SlowSnapshots { IsFoundSlowly = true };
        var house = new SessionHouse(drafting.World.Nodes[0].Ports with { Doorbell = new LocalDoorbell(), Snapshots = store, RunBeside = work => _ = work() });
        var (opening, waiting) = (house.OpenAsync(drafting.World.Cast.Session), house.OpenAsync(new SessionId(Guid.NewGuid())));
        var ending = house.DisposeAsync().AsTask();
        Assert.False(ending.IsCompleted);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        store.Go.SetResult();
        await ending;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    /// <summary>A store of snapshots that takes its time.</summary>
    private sealed class SlowSnapshots : ISnapshotStore
    {
        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsFoundSlowly { get; init; }

        public int Kept { get; private set; }

        public async ValueTask<Snapshot?> FindAsync(SessionId session, CancellationToken stop = default)
        {
            await (IsFoundSlowly ? Go.Task : Task.CompletedTask);
            return null;
        }

        public async ValueTask KeepAsync(SessionId session, Snapshot snapshot, CancellationToken stop = default)
        {
            Kept++;
            await Go.Task;
        }
    }
}
