namespace IomSessions.Wire;

/// <summary>What the values of an issue are (PO1). Numbers are written in digits with an optional minus and at most six digits after a point.</summary>
public enum IssueKind
{
    /// <summary>Money; the unit is its currency.</summary>
    Amount,
    Quantity,

    /// <summary>2026-03-02.</summary>
    Date,

    /// <summary>One of the options, word for word.</summary>
    Choice,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,

    /// <summary>Percent, 0 to 100.</summary>
    Share,
    Text,
}

/// <summary>How far an issue is.</summary>
public enum IssueStatus
{
    Open,
    Bracketed,
    AgreedInPrinciple,

    /// <summary>Every party to it agrees to the same value (PO7).</summary>
    Agreed,
    Deferred,
}

/// <summary>To what a party has agreed.</summary>
public sealed record PartyAgreement(string Party, string Value);

/// <summary>By a mediator: a new issue. Its kind, unit and options never change.</summary>
/// <param name="Issue">Id made by the caller.</param>
/// <param name="Unit">Of amounts and quantities.</param>
/// <param name="Options">Of choices; else none.</param>
/// <param name="Package">Issues of one package are agreed together or not at all.</param>
/// <param name="Order">Its place, 0 to 9,999.</param>
public sealed record PutIssue(
    string Issue, string Title, IssueKind Kind, IReadOnlyList<string> Options, IReadOnlyList<string> Parties, int Order, string? Unit = null,
    string? Package = null) : CommandBody;

/// <summary>By a mediator.</summary>
public sealed record EditIssue(string Issue, string Title, IReadOnlyList<string> Parties, int Order, string? Package = null) : CommandBody;

/// <summary>By a mediator: any status but <see cref="IssueStatus.Agreed"/>.</summary>
public sealed record SetIssueStatus(string Issue, IssueStatus Status) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/> of a party to the issue, before all at the table.</summary>
public sealed record AgreeToIssue(string Issue, string Value) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/>, while not everybody agrees.</summary>
public sealed record WithdrawAgreement(string Issue) : CommandBody;

/// <summary>Table: an issue, new or edited.</summary>
public sealed record IssueSet(
    string Issue, string Title, IssueKind Kind, IReadOnlyList<string> Options, IReadOnlyList<string> Parties, int Order, string? Unit = null,
    string? Package = null) : EventBody;

/// <summary>Table.</summary>
public sealed record IssueStatusSet(string Issue, IssueStatus Status) : EventBody;

/// <summary>Table: to what each party agrees now.</summary>
public sealed record AgreementsChanged(string Issue, IReadOnlyList<PartyAgreement> Agreements) : EventBody;
