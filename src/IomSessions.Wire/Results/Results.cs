namespace IomSessions.Wire;

/// <summary>How far the parties have come.</summary>
public enum ResultKind
{
    /// <summary>Every issue that is not put off is agreed.</summary>
    Agreed,

    /// <summary>Every issue that is not put off is agreed, at least in principle.</summary>
    AgreedInPrinciple,

    /// <summary>Some issues are agreed, whole packages of them.</summary>
    Partial,
}

/// <summary>Where an approval at home stands.</summary>
public enum ApprovalStanding
{
    Awaited,
    Given,
    Refused,
    Lapsed,
}

/// <summary>What is agreed is subject to it (ad referendum).</summary>
/// <param name="Approval">Id made by the caller.</param>
/// <param name="Until">A whole second ahead.</param>
public sealed record AwaitedApproval(string Approval, string Party, string Whose, DateTimeOffset Until);

/// <summary>An approval, and what became of it.</summary>
/// <param name="At">When it came, was refused, or lapsed.</param>
public sealed record Approval(string Id, string Party, string Whose, DateTimeOffset Until, ApprovalStanding Standing, DateTimeOffset? At = null);

/// <summary>By a mediator: it has to be so. It takes the place of what was stated before.</summary>
public sealed record StateResult(ResultKind Kind, IReadOnlyList<AwaitedApproval> Approvals) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/> of the party whose approval it is; final.</summary>
public sealed record SettleApproval(string Approval, bool Given) : CommandBody;

/// <summary>Table: with where the approvals stand now.</summary>
/// <param name="Issues">Which it rests on.</param>
public sealed record ResultStated(ResultKind Kind, IReadOnlyList<string> Issues, IReadOnlyList<Approval> Approvals) : EventBody;

/// <summary>Table: something that it rests on is open again.</summary>
public sealed record ResultVoided : EventBody;
