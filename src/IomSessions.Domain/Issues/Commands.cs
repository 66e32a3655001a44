using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By a mediator: a new issue on the agenda. Kind, unit and options stay as they are for ever: positions are values of them.</summary>
/// <param name="Issue">Id made by the caller.</param>
/// <param name="Parties">The parties to it, at least one.</param>
/// <param name="Order">Its place, 0 to 9,999.</param>
public sealed record PutIssue(
    IssueId Issue, string Title, IssueKind Kind, string? Unit, ImmutableArray<string> Options, ImmutableArray<PartyId> Parties, string? Package,
    int Order) : CommandBody;

/// <summary>By a mediator: another title, other parties, another package or place. What parties had agreed to is void when its parties change.</summary>
public sealed record EditIssue(IssueId Issue, string Title, ImmutableArray<PartyId> Parties, string? Package, int Order) : CommandBody;

/// <summary>By a mediator: any status but <see cref="IssueStatus.Agreed"/>, which follows from the parties alone. An agreed issue that is opened
/// again is agreed to by nobody any more.</summary>
public sealed record SetIssueStatus(IssueId Issue, IssueStatus Status) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/> of a party to the issue: it agrees to exactly this value, before all (PO7).</summary>
public sealed record AgreeToIssue(IssueId Issue, string Value) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/>, while not everybody agrees: his party does not any more.</summary>
public sealed record WithdrawAgreement(IssueId Issue) : CommandBody;
