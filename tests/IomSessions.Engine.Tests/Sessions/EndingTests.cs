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

    /// <summary>A store of snapshots that takes its time.</summary>
    private sealed class SlowSnapshots : ISnapshotStore
    {
        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Kept { get; private set; }

        public ValueTask<Snapshot?> FindAsync(SessionId session, CancellationToken stop = default) => new((Snapshot?)null);

        public async ValueTask KeepAsync(SessionId session, Snapshot snapshot, CancellationToken stop = default)
        {
            Kept++;
            await Go.Task;
        }
    }
}
