namespace IomSessions.Wire;

/// <summary>What becomes of information given in caucus.</summary>
public enum Disclosure
{
    ConfidentialUnlessReleased,
    DisclosableUnlessMarked,
}

/// <summary>Whether the parties are told that a caucus is held.</summary>
public enum CaucusNotice
{
    None,
    Afterwards,
    Now,
}

/// <summary>Whose clearance a public statement needs.</summary>
public enum Clearance
{
    EveryPartyAndMediator,
}

/// <summary>The agreed terms of procedure (SE2).</summary>
public sealed record Protocol(
    Disclosure Disclosure, CaucusNotice CaucusNotice, bool ExistencePublic, IReadOnlyList<string> Languages,
    int RetentionDays, bool Receipts, Clearance Clearance, bool JointBriefing = false);

/// <summary>By the secretariat or a mediator.</summary>
public sealed record ProposeProtocol(Protocol Protocol) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/>, for his party.</summary>
public sealed record AcceptProtocol(int Number) : CommandBody;

/// <summary>Hall.</summary>
public sealed record ProtocolProposed(int Number, Protocol Protocol) : EventBody;

/// <summary>Hall.</summary>
public sealed record ProtocolAccepted(int Number, string Party) : EventBody;
