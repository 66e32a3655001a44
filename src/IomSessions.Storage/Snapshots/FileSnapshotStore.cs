using System.Buffers.Binary;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Snapshots;

/// <summary>
/// A file per session in a folder of their own: folder or files may be deleted at any time, also while the server runs. Thread-safe; of
/// two snapshots kept at the same time the later one stays.
/// </summary>
/// <param name="folder">Made when it is missing, readable by its owner only.</param>
public sealed class FileSnapshotStore(string folder) : ISnapshotStore
{
    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async ValueTask<Snapshot?> FindAsync(SessionId session, CancellationToken stop = default)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(PathOf(session), stop);
            return bytes.Length > sizeof(long) ? new(BinaryPrimitives.ReadInt64LittleEndian(bytes), bytes[sizeof(long)..]) : null;
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">It cannot be written; the one before is still there.</exception>
    public ValueTask KeepAsync(SessionId session, Snapshot snapshot, CancellationToken stop = default)
    {
        var bytes = new byte[sizeof(long) + snapshot.Sealed.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, snapshot.Version);
        snapshot.Sealed.CopyTo(bytes, sizeof(long));
        // written aside and moved: whoever reads finds the one before or this one, never half of it
        var aside = Path.Combine(folder, $"{Guid.NewGuid():N}.new");
        try
        {
            OwnerOnly.CreateNew(aside, bytes);
            File.Move(aside, PathOf(session), overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }

        return ValueTask.CompletedTask;
    }

    private string PathOf(SessionId session) => Path.Combine(folder, $"{session.Value:N}.snapshot");
}
