using IomSessions.Storage.Access;
using IomSessions.Storage.Files;
using IomSessions.Storage.Keys;
using IomSessions.Storage.Snapshots;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Server.Operations;

/// <summary>Everything that one node keeps, in one folder: the log, the keys, the access store, and beside them the master key.</summary>
public sealed class DataFolder : Stores
{
    private readonly string _path;

    private DataFolder(
        string path, SqliteEventStore events, SqliteKeyStore keys, SqliteAccessStore access, FileSnapshotStore snapshots, FolderFileStore files) =>
        (_path, Events, Keys, Access, Snapshots, Files) = (path, events, keys, access, snapshots, files);

    public override SqliteEventStore Events { get; }

    public override SqliteKeyStore Keys { get; }

    public override SqliteAccessStore Access { get; }

    public override FileSnapshotStore Snapshots { get; }

    public override FolderFileStore Files { get; }

    /// <param name="told">Reads a setting, the master key among them; the process's environment by default.</param>
    /// <exception cref="MasterKeyException">The master key is missing or not this folder's.</exception>
    public static DataFolder Open(string path, Func<string, string?>? told = null)
    {
        Directory.CreateDirectory(path);
        var keys = Path.Combine(path, "keys.db");
        using var master = MasterKey.Open(Path.Combine(path, "master.key"), keys, told);
        return new(
            path,
            SqliteEventStore.Open(Path.Combine(path, "events.db")),
            SqliteKeyStore.Open(keys, master),
            SqliteAccessStore.Open(Path.Combine(path, "access.db")),
            new FileSnapshotStore(Path.Combine(path, "snapshots")),
            FolderFileStore.Open(Path.Combine(path, "files")));
    }

    public override async Task ProbeAsync()
    {
        await Events.ProbeAsync();
        await Keys.ProbeAsync();
        using var file = new FileStream(
            Path.Combine(_path, ".probe"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        file.WriteByte(0);
        file.Flush(flushToDisk: true);
    }

    public override long? FreeBytes() => new DriveInfo(Path.GetFullPath(_path)).AvailableFreeSpace;

    protected override void Dispose(bool disposing)
    {
        Events.Dispose();
        Keys.Dispose();
        Access.Dispose();
    }
}
