using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>What becomes of information given in caucus (SE2, SI5).</summary>
public enum Disclosure
{
    /// <summary>Nothing leaves the caucus unless its source releases it (ICSID Mediation Rule 17(4)).</summary>
    ConfidentialUnlessReleased,

    /// <summary>A mediator may pass on what was not marked (OHADA Uniform Act on mediation, art. 9).</summary>
    DisclosableUnlessMarked,
}

/// <summary>Whether the parties are told that a caucus is held; from the strictest to the most open.</summary>
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

/// <summary>The agreed terms of procedure.</summary>
/// <param name="ExistencePublic">Whether it may be known that the session exists.</param>
/// <param name="RetentionDays">Days after the end for which the record is kept.</param>
/// <param name="JointBriefing">Whether a party may copy joint sittings to somebody who comes to it later (PE9).</param>
/// <param name="Receipts">Whether the bench learns when a proposal was seen.</param>
public sealed record Protocol(
    Disclosure Disclosure, CaucusNotice CaucusNotice, bool ExistencePublic, ImmutableArray<string> Languages,
    int RetentionDays, bool Receipts, Clearance Clearance, bool JointBriefing = false)
{
    /// <summary>What holds until every party has accepted a protocol.</summary>
    public static Protocol Strictest { get; } = new(
        Disclosure.ConfidentialUnlessReleased, CaucusNotice.None, false, [], Limits.RetentionDays, false,
        Clearance.EveryPartyAndMediator);

    /// <summary>The stricter of two in each point: tightening holds at once, loosening waits for everybody (SE2).</summary>
    public static Protocol Stricter(Protocol accepted, Protocol proposed) => proposed with
    {
        Disclosure = (Disclosure)Math.Min((int)accepted.Disclosure, (int)proposed.Disclosure),
        CaucusNotice = (CaucusNotice)Math.Min((int)accepted.CaucusNotice, (int)proposed.CaucusNotice),
        ExistencePublic = accepted.ExistencePublic && proposed.ExistencePublic,
        // shorter destroys what people may read, longer keeps what should be gone: neither is stricter, so it waits for everybody
        RetentionDays = accepted.RetentionDays,
        Receipts = accepted.Receipts && proposed.Receipts,
        JointBriefing = accepted.JointBriefing && proposed.JointBriefing,
    };
}

/// <summary>The protocol of a session as it came about.</summary>
/// <param name="Number">How many were proposed; 0: none.</param>
/// <param name="Proposed">The last proposed.</param>
/// <param name="Accepted">The last that every party accepted.</param>
/// <param name="AcceptedBy">The parties that accepted <paramref name="Proposed"/>.</param>
public sealed record ProtocolBook(int Number, Protocol Proposed, Protocol Accepted, ImmutableHashSet<PartyId> AcceptedBy)
{
    public static ProtocolBook Empty { get; } = new(0, Protocol.Strictest, Protocol.Strictest, []);

    /// <summary>What holds now.</summary>
    public Protocol InForce => Protocol.Stricter(Accepted, Proposed);
}
