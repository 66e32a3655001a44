using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>What the mediation has come to. It follows from the issues, so that nobody states what is not so; packages are in it whole (PO7).</summary>
internal static class Results
{
    public static Decision Decide(Session state, StateResult ask, Person by, DateTimeOffset now, Draw draw)
    {
        if (Table.Refused(state, by) is { } refusal)
        {
            return refusal;
        }

        if (!Enum.IsDefined(ask.Kind) || ask.Approvals.IsDefault || ask.Approvals.Length > Limits.Approvals || !ask.Approvals.All(one => Fits(one, now))
            || ask.Approvals.DistinctBy(one => one.Approval).Count() != ask.Approvals.Length)
        {
            return Refusal.Invalid;
        }

        return !ask.Approvals.All(one => state.TakingPart.Contains(one.Party)) ? Refusal.NotFound
            : Of(state, ask.Kind) is not { } issues ? Refusal.ResultNotSo
            : Table.Tell(state, draw, new ResultStated(ask.Kind, issues, [.. ask.Approvals.Select(one =>
                new Approval(one.Approval, one.Party, one.Whose, one.Until, ApprovalStanding.Awaited, null))]));
    }

    public static Decision Decide(Session state, SettleApproval ask, Person by, DateTimeOffset now, Draw draw) =>
        Find(state, ask.Approval) is not { } one || one.Party != by.Party ? Refusal.NotFound
        : !by.Holds(Authority.Accept) ? Refusal.NotAuthorised
        // what has lapsed is stated anew by a mediator, with another date
        : one.Standing != ApprovalStanding.Awaited || one.Until <= now ? Refusal.AlreadyDone
        : Told(state, draw, one with { Standing = ask.Given ? ApprovalStanding.Given : ApprovalStanding.Refused, At = now.Second() });

    public static Decision Decide(Session state, NoteApproval ask, Command command, Draw draw) =>
        command.By != Command.House ? Refusal.NotAllowed
        : Find(state, ask.Approval) is { Standing: ApprovalStanding.Awaited } one && one.Until == ask.At && one.Until <= command.At
            ? Told(state, draw, one with { Standing = ApprovalStanding.Lapsed, At = one.Until })
            : new List<Event>();

    /// <summary>What is told beside a change of these issues, if what was stated rests on one of them.</summary>
    public static IEnumerable<EventBody> Voided(Session state, params IEnumerable<Issue> changed) =>
        state.Result is { } result && changed.Any(one => result.Issues.Contains(one.Id)) ? [new ResultVoided()] : [];

    // null: it is not so
    private static ImmutableArray<IssueId>? Of(Session state, ResultKind kind)
    {
        var issues = state.Issues.Values.Where(one => one.Status != IssueStatus.Deferred).OrderBy(one => one.Id.Value).ToList();
        var agreed = issues.Where(one => one.Status == IssueStatus.Agreed).ToList();
        var so = kind switch
        {
            ResultKind.Agreed => agreed.Count == issues.Count,
            ResultKind.AgreedInPrinciple => agreed.Count < issues.Count && issues.TrueForAll(one => one.Status is IssueStatus.Agreed or IssueStatus.AgreedInPrinciple),
            _ => agreed.Count > 0 && agreed.Count < issues.Count,
        };
        return !so || issues.Count == 0 ? null : [.. (kind == ResultKind.Partial ? agreed : issues).Select(one => one.Id)];
    }

    private static List<Event> Told(Session state, Draw draw, Approval now) => Table.Tell(state, draw, state.Result! with
    {
        Approvals = [.. state.Result!.Approvals.Select(one => one.Id == now.Id ? now : one)],
    });

    private static Approval? Find(Session state, ApprovalId id) => state.Result?.Approvals.FirstOrDefault(one => one.Id == id);

    private static bool Fits(AwaitedApproval one, DateTimeOffset now) => one is not null && one.Approval.Value != Guid.Empty && Words.IsName(one.Whose)
        && one.Until > now && one.Until <= now + Limits.ApprovalAhead && one.Until.Ticks % TimeSpan.TicksPerSecond == 0;
}
