using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Table: an issue, new or edited.</summary>
public sealed record IssueSet(
    IssueId Issue, string Title, IssueKind Kind, string? Unit, ImmutableArray<string> Options, ImmutableArray<PartyId> Parties, string? Package,
    int Order) : EventBody;

/// <summary>Table.</summary>
public sealed record IssueStatusSet(IssueId Issue, IssueStatus Status) : EventBody;

/// <summary>Table: to what each party agrees now.</summary>
public sealed record AgreementsChanged(IssueId Issue, ImmutableArray<PartyAgreement> Agreements) : EventBody;
