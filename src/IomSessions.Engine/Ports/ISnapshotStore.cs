using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// Where sessions stood, so that opening one does not read its whole log (ST6). A cache: what it holds may be old, damaged or gone at any
/// time, and nothing is lost by it.
/// </summary>
public interface ISnapshotStore
{
    /// <summary>The snapshot kept of a session, or null.</summary>
    ValueTask<Snapshot?> FindAsync(SessionId session, CancellationToken stop = default);

    /// <summary>Keeps a snapshot in place of the one before.</summary>
    ValueTask KeepAsync(SessionId session, Snapshot snapshot, CancellationToken stop = default);
}

/// <summary>A session's log as applied up to a version.</summary>
/// <param name="Sealed">Opaque to the store.</param>
public sealed record Snapshot(long Version, byte[] Sealed);
