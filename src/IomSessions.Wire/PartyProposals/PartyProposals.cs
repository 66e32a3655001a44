namespace IomSessions.Wire;

/// <summary>Where a proposal of a party stands with one of those whom it is meant for (PR1).</summary>
public enum ProposalStanding
{
    Held,
    Authorised,
    Conveyed,
    Accepted,
    Refused,
    Countered,
    Withdrawn,
    Superseded,
    Expired,
}

/// <summary>By a holder of <see cref="Authority.Submit"/>: known to his delegation alone.</summary>
/// <param name="Proposal">Id made by the caller.</param>
/// <param name="If">Of a bracket: where the recipient would have to go.</param>
/// <param name="Instead">One of the own party that the mediators have had, or one that has been conveyed to it.</param>
/// <param name="From">The frozen version whose text it is, as the preview gave it (PR6); null: the text was written for it.</param>
public sealed record WritePartyProposal(
    string Proposal, string Title, string Text, string Language, IReadOnlyList<ProposedValue> Values, string? Instead = null,
    IReadOnlyList<ProposedValue>? If = null, TabledVersion? From = null) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Submit"/>: to the mediators, who hold it; again when others have come to the bench.</summary>
/// <param name="Parties">Whom it is meant for.</param>
/// <param name="Expires">A whole second ahead; null: it does not.</param>
public sealed record HandPartyProposal(string Proposal, IReadOnlyList<string> Parties, bool Openly, DateTimeOffset? Expires = null) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Convey"/>.</summary>
public sealed record AuthorisePartyProposal(string Proposal) : CommandBody;

/// <summary>By a mediator, to those of whom it is authorised.</summary>
public sealed record ConveyPartyProposal(string Proposal, IReadOnlyList<string> Parties) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Submit"/> or <see cref="Authority.Convey"/> of its party.</summary>
public sealed record RecallPartyProposal(string Proposal) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/> of a recipient: final.</summary>
/// <param name="Digest">As in <see cref="AnswerProposal"/>.</param>
public sealed record AnswerPartyProposal(string Proposal, string Digest, bool Yes) : CommandBody;

/// <summary>The author's party.</summary>
public sealed record PartyProposalWritten(
    string Proposal, string By, string Title, string Text, string Language, IReadOnlyList<ProposedValue> Values, string? Instead = null,
    IReadOnlyList<ProposedValue>? If = null) : EventBody;

/// <summary>Bench, and the author's party.</summary>
public sealed record PartyProposalHeld(
    string Proposal, string Party, string Title, string Text, string Language, IReadOnlyList<ProposedValue> Values, IReadOnlyList<string> Parties, bool Openly,
    string? Instead = null, DateTimeOffset? Expires = null, IReadOnlyList<ProposedValue>? If = null) : EventBody;

/// <summary>A recipient's party.</summary>
/// <param name="Others">Of one that is conveyed openly: whom else it is meant for.</param>
public sealed record PartyProposalConveyed(
    string Proposal, string Party, string Title, string Text, string Language, IReadOnlyList<ProposedValue> Values, string? Instead = null,
    IReadOnlyList<string>? Others = null, DateTimeOffset? Expires = null, IReadOnlyList<ProposedValue>? If = null) : EventBody;

/// <summary>A recipient's party, which answers.</summary>
public sealed record PartyProposalAnswered(string Proposal, string By, bool Yes) : EventBody;

/// <summary>Bench, the author's party, and the recipient that it concerns, if it has reached it.</summary>
public sealed record ProposalStandingChanged(string Proposal, string Party, ProposalStanding Standing) : EventBody;
