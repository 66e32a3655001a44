using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>How far the parties have come, of what stands on the agenda.</summary>
public enum ResultKind
{
    /// <summary>Every issue that is not put off is agreed.</summary>
    Agreed,

    /// <summary>Every issue that is not put off is agreed, at least in principle.</summary>
    AgreedInPrinciple,

    /// <summary>Some issues are agreed, whole packages of them; others are open.</summary>
    Partial,
}

/// <summary>Where an approval at home stands.</summary>
public enum ApprovalStanding
{
    Awaited,
    Given,

    /// <summary>It was refused at home.</summary>
    Refused,

    /// <summary>It had not come in its time.</summary>
    Lapsed,
}

/// <summary>An approval that what was agreed is subject to (ad referendum).</summary>
/// <param name="Whose">In words: "the Parliament of Aland".</param>
/// <param name="Until">A whole second ahead, at most <see cref="Limits.ApprovalAhead"/>.</param>
public sealed record AwaitedApproval(ApprovalId Approval, PartyId Party, string Whose, DateTimeOffset Until);

/// <summary>An approval, and what became of it.</summary>
/// <param name="At">When it came, was refused, or lapsed; null: it is awaited.</param>
public sealed record Approval(ApprovalId Id, PartyId Party, string Whose, DateTimeOffset Until, ApprovalStanding Standing, DateTimeOffset? At);

/// <summary>By a mediator: how far the parties have come. It has to be so. Stated again, it takes the place of what was stated before.</summary>
/// <param name="Approvals">None: it is subject to none.</param>
public sealed record StateResult(ResultKind Kind, ImmutableArray<AwaitedApproval> Approvals) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/> of the party whose approval it is, also after the conclusion: it has come, or was refused. Final.</summary>
public sealed record SettleApproval(ApprovalId Approval, bool Given) : CommandBody;

/// <summary>By the house: its time is over. Asked twice it is done once, whichever server asks (ST5).</summary>
public sealed record NoteApproval(ApprovalId Approval, DateTimeOffset At) : CommandBody;

/// <summary>Table: how far the parties have come, with where the approvals stand now.</summary>
/// <param name="Issues">Which it rests on, in the order of their ids.</param>
public sealed record ResultStated(ResultKind Kind, ImmutableArray<IssueId> Issues, ImmutableArray<Approval> Approvals) : EventBody;

/// <summary>Table: it is not so any more; something that it rests on is open again.</summary>
public sealed record ResultVoided : EventBody;
