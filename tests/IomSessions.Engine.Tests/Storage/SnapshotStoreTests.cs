using IomSessions.Engine.InMemory;
using IomSessions.Storage.Snapshots;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

public sealed class MemorySnapshotStoreTests : SnapshotStoreContract
{
    protected override ISnapshotStore Snapshots { get; } = new MemorySnapshotStore();
}

public sealed class FileSnapshotStoreTests : SnapshotStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();

    protected override ISnapshotStore Snapshots => new FileSnapshotStore(_folder.File("snapshots"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ST6_the_folder_may_be_deleted_at_any_time()
    {
        var session = Batches.Session();
        var snapshots = Snapshots;
        await snapshots.KeepAsync(session, new Snapshot(7, [1]));
        Directory.Delete(_folder.File("snapshots"), recursive: true);
        Assert.Null(await snapshots.FindAsync(session));
        await snapshots.KeepAsync(session, new Snapshot(8, [1]));
        Assert.Equal(8, (await snapshots.FindAsync(session))!.Version);
    }

    [Fact]
    public async Task ST6_a_file_cut_short_is_none()
    {
        var session = Batches.Session();
        await Snapshots.KeepAsync(session, new Snapshot(7, [1]));
        await File.WriteAllBytesAsync(_folder.File($"snapshots/{session.Value:N}.snapshot"), [1, 2, 3]);
        Assert.Null(await Snapshots.FindAsync(session));
    }

    [Fact]
    public async Task ST2_only_the_owner_reads_it()
    {
        var session = Batches.Session();
        await Snapshots.KeepAsync(session, new Snapshot(7, [1]));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File($"snapshots/{session.Value:N}.snapshot")));
            Assert.Empty(Directory.GetFiles(_folder.File("snapshots"), "*.new"));
        }
    }
}
