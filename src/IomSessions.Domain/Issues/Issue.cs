using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>What the values of an issue are (PO1).</summary>
public enum IssueKind
{
    /// <summary>Money, in the currency that is the issue's unit.</summary>
    Amount,

    /// <summary>A number of the issue's unit.</summary>
    Quantity,

    /// <summary>A day, written 2026-03-02.</summary>
    Date,

    /// <summary>One of the issue's options, word for word.</summary>
    Choice,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,

    /// <summary>Percent, from 0 to 100.</summary>
    Share,

    /// <summary>Words.</summary>
    Text,
}

/// <summary>How far an issue is.</summary>
public enum IssueStatus
{
    Open,

    /// <summary>Words or figures stand in brackets.</summary>
    Bracketed,

    /// <summary>The parties agree on the principle, and not on the words yet.</summary>
    AgreedInPrinciple,

    /// <summary>Every party to it agrees to the same value (PO7); never set by hand.</summary>
    Agreed,

    /// <summary>Put off, or taken out.</summary>
    Deferred,
}

/// <summary>A point to be settled.</summary>
/// <param name="Unit">Of amounts the currency, of quantities what is counted; else null.</param>
/// <param name="Options">Of choices: what there is to choose from.</param>
/// <param name="Parties">The parties to it, in the order of their ids.</param>
/// <param name="Package">Issues of one package are agreed together or not at all; null: it stands for itself.</param>
/// <param name="Order">Its place on the agenda.</param>
public sealed record Issue(
    IssueId Id, string Title, IssueKind Kind, string? Unit, ImmutableArray<string> Options, ImmutableArray<PartyId> Parties, string? Package, int Order)
{
    public IssueStatus Status { get; init; } = IssueStatus.Open;

    /// <summary>To what each party has agreed.</summary>
    public ImmutableDictionary<PartyId, string> Agreements { get; init; } = ImmutableDictionary<PartyId, string>.Empty;

    /// <summary>The newest position of each party that lies on the table.</summary>
    public ImmutableDictionary<PartyId, PositionId> Joint { get; init; } = ImmutableDictionary<PartyId, PositionId>.Empty;
}

/// <summary>To what a party has agreed.</summary>
public sealed record PartyAgreement(PartyId Party, string Value);
