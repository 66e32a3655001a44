using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By a mediator: asks parties whether they would receive a proposal. Blind too (PR4).</summary>
/// <param name="Proposal">Id made by the caller.</param>
/// <param name="Title">What it would be about; not what it would say.</param>
/// <param name="Parties">At least two, and fixed from here on.</param>
/// <param name="Deadline">A whole second, at most <see cref="Limits.ProposalAhead"/> ahead.</param>
public sealed record OfferProposal(ProposalId Proposal, string Title, ImmutableArray<PartyId> Parties, DateTimeOffset Deadline) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/>, once for his party: whether it would receive one. Final.</summary>
public sealed record AnswerOffer(ProposalId Proposal, bool Yes) : CommandBody;

/// <summary>By a mediator, when all would receive one: puts it before each of them separately.</summary>
/// <param name="From">The frozen version whose text it is (PR6); null: the text was written for it.</param>
public sealed record MakeProposal(
    ProposalId Proposal, string Text, string Language, ImmutableArray<ProposedValue> Values, DateTimeOffset Deadline, TabledVersion? From = null) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/>, once for his party: an unqualified yes or no to exactly this. Final.</summary>
/// <param name="Digest">Of what was before his eyes; see <see cref="MediatorsProposal.DigestOf"/>.</param>
public sealed record AnswerProposal(ProposalId Proposal, string Digest, bool Yes) : CommandBody;

/// <summary>By a mediator, who has seen no answer: it is over.</summary>
public sealed record CallOffProposal(ProposalId Proposal) : CommandBody;

/// <summary>By the house: the deadline has passed. Asked twice it is done once, whichever server asks (ST5).</summary>
public sealed record NoteProposal(ProposalId Proposal, DateTimeOffset At) : CommandBody;
