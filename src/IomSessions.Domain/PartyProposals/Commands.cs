using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By a holder of <see cref="Authority.Submit"/>: a proposal of his party, known to his delegation alone.</summary>
/// <param name="Proposal">Id made by the caller.</param>
/// <param name="Text">May be empty where there are values.</param>
/// <param name="If">Of a bracket: where the recipient would have to go for it (PO6); null: it is none.</param>
/// <param name="Instead">One of the own party that the mediators have had, or one that has been conveyed to it: this one is to take its place, or counters it.</param>
/// <param name="From">The frozen version whose text it is (PR6); null: the text was written for it.</param>
public sealed record WritePartyProposal(
    ProposalId Proposal, string Title, string Text, string Language, ImmutableArray<ProposedValue> Values, ProposalId? Instead,
    ImmutableArray<ProposedValue>? If = null, TabledVersion? From = null) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Submit"/>: to the mediators, who hold it. Again when others have come to the bench.</summary>
/// <param name="Parties">Whom it is meant for, named; the same again when it is handed again.</param>
/// <param name="Openly">Whether they learn of each other.</param>
/// <param name="Expires">A whole second ahead, at most <see cref="Limits.ProposalAhead"/>; null: it does not expire.</param>
public sealed record HandPartyProposal(
    ProposalId Proposal, ImmutableArray<PartyId> Parties, bool Openly, DateTimeOffset? Expires) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Convey"/>: the mediators may pass it on to all whom it is meant for.</summary>
public sealed record AuthorisePartyProposal(ProposalId Proposal) : CommandBody;

/// <summary>By a mediator: to these, of those whom he may pass it on to; to each separately.</summary>
public sealed record ConveyPartyProposal(ProposalId Proposal, ImmutableArray<PartyId> Parties) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Submit"/> or <see cref="Authority.Convey"/> of its party: taken back. Whoever it has not reached never learns of it.</summary>
public sealed record RecallPartyProposal(ProposalId Proposal) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/> of a recipient: yes or no, for his party, to exactly this (PR3).</summary>
/// <param name="Digest">Of what was before his eyes; see <see cref="MediatorsProposal.DigestOf"/>.</param>
public sealed record AnswerPartyProposal(ProposalId Proposal, string Digest, bool Yes) : CommandBody;

/// <summary>By the house: its time is over. Asked twice it is done once, whichever server asks (ST5).</summary>
public sealed record NotePartyProposal(ProposalId Proposal, DateTimeOffset At) : CommandBody;
