using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// The keys that bodies are sealed with: one per circle, wrapped by the session's key, which is wrapped by the master key. Kept apart
/// from the log, so that the log alone tells nothing and destroying a key destroys what it sealed.
/// </summary>
public interface IKeyStore
{
    /// <summary>All keys of a session; the session's own key is made when there is none.</summary>
    ValueTask<KeyRing> OpenAsync(SessionId session, CancellationToken stop = default);

    /// <summary>All keys that there are of a session; null when it has none of its own. Makes nothing.</summary>
    ValueTask<KeyRing?> FindAsync(SessionId session, CancellationToken stop = default);

    /// <summary>The keys that there are for these circles, without those that have none. Makes nothing: whoever reads what was sealed must find
    /// the key that it was sealed with, and never put another in its place.</summary>
    ValueTask<IReadOnlyDictionary<CircleId, byte[]>> FindAsync(
        SessionId session, IReadOnlyCollection<CircleId> circles, CancellationToken stop = default);

    /// <summary>Keys for circles that begin, made where missing; durable when it returns.</summary>
    ValueTask<IReadOnlyDictionary<CircleId, byte[]>> EnsureAsync(
        SessionId session, IReadOnlyCollection<CircleId> circles, CancellationToken stop = default);

    /// <summary>Keeps the key of a file, wrapped by the session's; durable when it returns.</summary>
    ValueTask AddFileKeyAsync(SessionId session, FileId file, byte[] key, CancellationToken stop = default);

    /// <summary>The key of a file, or null.</summary>
    ValueTask<byte[]?> FileKeyAsync(SessionId session, FileId file, CancellationToken stop = default);

    /// <summary>Forgets the key of a file; nothing happens when there is none.</summary>
    ValueTask DropFileKeyAsync(SessionId session, FileId file, CancellationToken stop = default);
}

/// <summary>Keys of 32 bytes each.</summary>
public sealed record KeyRing(byte[] Session, IReadOnlyDictionary<CircleId, byte[]> Circles);
