using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Bench, and each party that is asked, separately.</summary>
public sealed record ProposalOffered(ProposalId Proposal, string Title, ImmutableArray<PartyId> Parties, DateTimeOffset Deadline) : EventBody;

/// <summary>The party that answers, and nobody else.</summary>
public sealed record OfferAnswered(ProposalId Proposal, PersonId By, bool Yes) : EventBody;

/// <summary>Bench, and each party that was asked: whether all would receive one.</summary>
public sealed record OfferEnded(ProposalId Proposal, ProposalResult Result) : EventBody;

/// <summary>Bench, and each party, separately: what is proposed.</summary>
public sealed record ProposalMade(
    ProposalId Proposal, string Text, string Language, ImmutableArray<ProposedValue> Values, DateTimeOffset Deadline) : EventBody;

/// <summary>The party that answers, and nobody else.</summary>
public sealed record ProposalAnswered(ProposalId Proposal, PersonId By, bool Yes) : EventBody;

/// <summary>Bench, and each party: all agreed, or not, or it was called off. Nothing else is told.</summary>
public sealed record ProposalEnded(ProposalId Proposal, ProposalResult Result) : EventBody;

/// <summary>Bench alone, when it has ended by itself: what each party answered.</summary>
public sealed record AnswersOpened(ProposalId Proposal, ImmutableArray<PartyAnswer> Answers) : EventBody;
