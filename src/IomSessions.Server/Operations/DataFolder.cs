using IomSessions.Storage.Access;
using IomSessions.Storage.Files;
using IomSessions.Storage.Keys;
using IomSessions.Storage.Snapshots;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Server.Operations;

/// <summary>Everything the server keeps, in one folder: the log, the keys, the access store, and beside them the master key.</summary>
public sealed class DataFolder : IDisposable
{
    private DataFolder(SqliteEventStore events, SqliteKeyStore keys, AccessStore access, FileSnapshotStore snapshots, FolderFileStore files) =>
        (Events, Keys, Access, Snapshots, Files) = (events, keys, access, snapshots, files);

    public SqliteEventStore Events { get; }

    public SqliteKeyStore Keys { get; }

    public AccessStore Access { get; }

    /// <summary>A cache: may be deleted at any time.</summary>
    public FileSnapshotStore Snapshots { get; }

    public FolderFileStore Files { get; }

    /// <exception cref="MasterKeyException">The master key is missing or not this folder's.</exception>
    public static DataFolder Open(string path)
    {
        Directory.CreateDirectory(path);
        var keys = Path.Combine(path, "keys.db");
        using var master = MasterKey.Open(Path.Combine(path, "master.key"), keys);
        return new(
            SqliteEventStore.Open(Path.Combine(path, "events.db")),
            SqliteKeyStore.Open(keys, master),
            AccessStore.Open(Path.Combine(path, "access.db")),
            new FileSnapshotStore(Path.Combine(path, "snapshots")),
            FolderFileStore.Open(Path.Combine(path, "files")));
    }

    public void Dispose()
    {
        Events.Dispose();
        Keys.Dispose();
        Access.Dispose();
    }
}
