using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>One row of a draft's log: one accepted change.</summary>
/// <param name="Version">1, 2, 3 … within the circle: that of the text after it.</param>
/// <param name="AtMs">Unix milliseconds by the server's clock.</param>
/// <param name="Sealed">Nonce, ciphertext and tag; opaque to the store.</param>
/// <param name="Hash">32 bytes: this link of the draft's own hash chain.</param>
public sealed record StoredChange(long Version, long AtMs, byte[] Sealed, byte[] Hash);

/// <summary>What one append to a draft's log writes: one transaction.</summary>
/// <param name="Changes">Consecutive versions; at least one. The first follows the version that they were decided on.</param>
public sealed record DraftBatch(SessionId Session, CircleId Circle, IReadOnlyList<StoredChange> Changes);

/// <summary>The text of a draft at a version.</summary>
/// <param name="Hash">32 bytes: the link of the change that led to it.</param>
/// <param name="Sealed">Opaque to the store.</param>
public sealed record StoredCheckpoint(CircleId Circle, long Version, byte[] Hash, byte[] Sealed);

/// <summary>A circle of a draft that ends with an append of events, if its log stands at this version.</summary>
public sealed record DraftEnd(CircleId Circle, long Version);

/// <summary>What became of an append to a draft's log.</summary>
public enum DraftOutcome
{
    /// <summary>Stored and durable.</summary>
    Appended,

    /// <summary>The draft is at another version; nothing was written.</summary>
    Conflict,

    /// <summary>The circle has ended; nothing was written, and nothing ever will be.</summary>
    Ended,
}
