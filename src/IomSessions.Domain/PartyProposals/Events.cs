using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Party, the author: what it proposes; nobody else knows of it yet.</summary>
public sealed record PartyProposalWritten(
    ProposalId Proposal, PersonId By, string Title, string Text, string Language, ImmutableArray<ProposedValue> Values, ProposalId? Instead,
    ImmutableArray<ProposedValue>? If = null) : EventBody;

/// <summary>Bench, and the author's party: the mediators have it.</summary>
/// <param name="Parties">Whom it is meant for.</param>
public sealed record PartyProposalHeld(
    ProposalId Proposal, PartyId Party, string Title, string Text, string Language, ImmutableArray<ProposedValue> Values, ProposalId? Instead,
    ImmutableArray<PartyId> Parties, bool Openly, DateTimeOffset? Expires, ImmutableArray<ProposedValue>? If = null) : EventBody;

/// <summary>A recipient's party: a proposal of another party lies before it.</summary>
/// <param name="Instead">The last one of the author that it takes the place of, or the recipient's own that it counters; nothing that did not reach the recipient.</param>
/// <param name="Others">Of one that is conveyed openly: whom else it is meant for.</param>
public sealed record PartyProposalConveyed(
    ProposalId Proposal, PartyId Party, string Title, string Text, string Language, ImmutableArray<ProposedValue> Values, ProposalId? Instead,
    ImmutableArray<PartyId>? Others, DateTimeOffset? Expires, ImmutableArray<ProposedValue>? If = null) : EventBody;

/// <summary>A recipient's party, which answers: who did.</summary>
public sealed record PartyProposalAnswered(ProposalId Proposal, PersonId By, bool Yes) : EventBody;

/// <summary>Bench, the author's party, and the recipient that it concerns, if it has reached it: no other recipient.</summary>
public sealed record ProposalStandingChanged(ProposalId Proposal, PartyId Party, ProposalStanding Standing) : EventBody;
