using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>One row of the log.</summary>
/// <param name="Version">1, 2, 3 … within the session. Never shown to a participant.</param>
/// <param name="Circle">The one circle that reads it.</param>
/// <param name="Offset">1, 2, 3 … within the circle.</param>
/// <param name="AtMs">Unix milliseconds by the server's clock, never falling within a session.</param>
/// <param name="Sealed">Nonce, ciphertext and tag of the body; opaque to the store.</param>
/// <param name="Hash">32 bytes: this link of the circle's hash chain.</param>
public sealed record StoredEvent(long Version, CircleId Circle, long Offset, long AtMs, byte[] Sealed, byte[] Hash);

/// <summary>A command that was carried out, kept so that the same command sent again gets the first answer.</summary>
/// <param name="Digest">32 bytes: keyed digest of the command's body; another digest under the same id is another command.</param>
/// <param name="Answer">The sealed answer.</param>
public sealed record StoredCommand(PersonId By, CommandId Id, byte[] Digest, byte[] Answer);

/// <summary>What one append writes: one transaction.</summary>
/// <param name="Session">Whose log.</param>
/// <param name="ExpectedVersion">The version the events were decided on; the first event carries the next.</param>
/// <param name="Events">Consecutive versions from <paramref name="ExpectedVersion"/> + 1; at least one.</param>
/// <param name="Commands">The commands these events come from.</param>
public sealed record AppendBatch(
    SessionId Session, long ExpectedVersion, IReadOnlyList<StoredEvent> Events, IReadOnlyList<StoredCommand> Commands)
{
    /// <summary>Circles of drafts that end with these events: all of them stand at their versions, or nothing is written.</summary>
    public IReadOnlyList<DraftEnd> Ends { get; init; } = [];
}

/// <summary>What became of an append.</summary>
public abstract record AppendOutcome
{
    private AppendOutcome() { }

    /// <summary>Stored and durable.</summary>
    public sealed record Appended : AppendOutcome;

    /// <summary>Somebody else was first; nothing was written.</summary>
    public sealed record Conflict : AppendOutcome;

    /// <summary>A draft that would end has been written on meanwhile, or has ended; nothing was written.</summary>
    /// <param name="Circle">Of the first such draft.</param>
    public sealed record DraftMoved(CircleId Circle) : AppendOutcome;

    /// <summary>At least one command is already stored; nothing was written.</summary>
    /// <param name="Known">The stored commands, as they were first answered.</param>
    public sealed record Duplicate(IReadOnlyList<StoredCommand> Known) : AppendOutcome;
}
