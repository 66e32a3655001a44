using Xunit;

namespace IomSessions.Engine.Tests.Storage;

/// <summary>What the engine may rely on, wherever snapshots are kept.</summary>
public abstract class SnapshotStoreContract
{
    protected abstract ISnapshotStore Snapshots { get; }

    [Fact]
    public async Task ST6_the_newest_kept_is_found()
    {
        var session = Batches.Session();
        Assert.Null(await Snapshots.FindAsync(session));
        await Snapshots.KeepAsync(session, new Snapshot(7, [1, 2, 3]));
        await Snapshots.KeepAsync(session, new Snapshot(5, [4]));
        var found = await Snapshots.FindAsync(session);
        Assert.Equal(5, found!.Version);
        Assert.Equal([4], found.Sealed);
    }

    [Fact]
    public async Task SE4_sessions_have_snapshots_of_their_own()
    {
        var (one, other) = (Batches.Session(), Batches.Session());
        await Snapshots.KeepAsync(one, new Snapshot(7, [1]));
        Assert.Null(await Snapshots.FindAsync(other));
    }

    [Fact]
    public async Task ST6_snapshots_kept_at_the_same_time_leave_a_whole_one()
    {
        var session = Batches.Session();
        await Task.WhenAll(Enumerable.Range(1, 32).Select(n =>
            Task.Run(async () => await Snapshots.KeepAsync(session, new Snapshot(n, [.. Enumerable.Repeat((byte)n, 5_000)])))));
        var found = await Snapshots.FindAsync(session);
        Assert.Equal(5_000, found!.Sealed.Length);
        Assert.All(found.Sealed, one => Assert.Equal((byte)found.Version, one));
    }
}
