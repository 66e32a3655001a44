using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Which issues there are, and how far each is (PO1). They lie on the table: guests and the secretariat are in the hall, and a question
/// with its options is substance.</summary>
internal static class Agenda
{
    public static Decision Decide(Session state, PutIssue ask, Person by, Draw draw)
    {
        if (Refused(state, by) is { } refusal)
        {
            return refusal;
        }

        if (ask.Issue.Value == Guid.Empty || state.Issues.ContainsKey(ask.Issue) || !Enum.IsDefined(ask.Kind) || !FitsKind(ask)
            || !Fits(ask.Title, ask.Parties, ask.Package, ask.Order))
        {
            return Refusal.Invalid;
        }

        return !ask.Parties.All(state.TakingPart.Contains) ? Refusal.NotFound
            : IsClosed(state, ask.Package) ? Refusal.IssueAgreed
            : state.Issues.Count >= Limits.Issues ? Refusal.TooMany
            : Table.Tell(state, draw, new IssueSet(
                ask.Issue, ask.Title, ask.Kind, ask.Unit, ask.Options, ask.Parties.InOrder(), ask.Package, ask.Order));
    }

    public static Decision Decide(Session state, EditIssue ask, Person by, Draw draw)
    {
        if (Refused(state, by) is { } refusal)
        {
            return refusal;
        }

        if (!state.Issues.TryGetValue(ask.Issue, out var issue))
        {
            return Refusal.NotFound;
        }

        if (!Fits(ask.Title, ask.Parties, ask.Package, ask.Order))
        {
            return Refusal.Invalid;
        }

        // what is agreed is agreed by those who were party to it, in the package that it was part of
        var (parties, moved) = (ask.Parties.InOrder(), ask.Package != issue.Package);
        if ((issue.Status == IssueStatus.Agreed && (moved || !parties.SequenceEqual(issue.Parties))) || (moved && IsClosed(state, ask.Package)))
        {
            return Refusal.IssueAgreed;
        }

        if (!parties.All(party => issue.Parties.Contains(party) || state.TakingPart.Contains(party)))
        {
            return Refusal.NotFound;
        }

        var set = Set(issue) with { Title = ask.Title, Parties = parties, Package = ask.Package, Order = ask.Order };
        return Shown(set) == Shown(Set(issue)) ? new List<Event>() : Agreement.Settle(
            state, draw, issue.Id, [set, .. parties.SequenceEqual(issue.Parties) ? [] : Results.Voided(state, issue)]);
    }

    public static Decision Decide(Session state, SetIssueStatus ask, Person by, DateTimeOffset now, Draw draw) =>
        Refused(state, by) is { } refusal ? refusal
        : !Enum.IsDefined(ask.Status) || ask.Status == IssueStatus.Agreed ? Refusal.Invalid
        : !state.Issues.TryGetValue(ask.Issue, out var issue) ? Refusal.NotFound
        : issue.Status == ask.Status ? new List<Event>()
        // the rest of its package was agreed without it
        : issue.Status == IssueStatus.Deferred && IsClosed(state, issue.Package) ? Refusal.IssueAgreed
        : issue.Status == IssueStatus.Agreed && Settling.AreBeingSigned(state, Agreement.Together(state, issue)) ? Refusal.SettlementBeingSigned
        : issue.Status == IssueStatus.Agreed
            // what was agreed together is opened together
            ? Table.Tell(state, draw, Agreement.Together(state, issue).SelectMany(one => (EventBody[])
                [new AgreementsChanged(one.Id, []), new IssueStatusSet(one.Id, one.Id == issue.Id ? ask.Status : IssueStatus.Open)])
                .Concat(Results.Voided(state, Agreement.Together(state, issue))).Concat(Settling.Unsigned(state, Agreement.Together(state, issue), by, now)))
        // without what is put off, the rest of a package may be agreed
        : Agreement.Settle(state, draw, issue.Id, [new IssueStatusSet(issue.Id, ask.Status), .. Results.Voided(state, issue)]);

    /// <summary>What a table that opens has to be told of issues and of positions that lie on it.</summary>
    public static IEnumerable<EventBody> Standing(Session state) => state.Issues.Values.OrderBy(one => one.Id.Value).SelectMany(one => (IEnumerable<EventBody>)
    [
        Set(one),
        .. one.Agreements.IsEmpty ? (EventBody[])[] : [Agreement.Of(one)],
        .. one.Status == IssueStatus.Open ? (EventBody[])[] : [new IssueStatusSet(one.Id, one.Status)],
        .. one.Joint.OrderBy(joint => joint.Key.Value).Select(joint => state.Positions[joint.Value])
            .Where(position => !position.Withdrawn).Select(position => Raising.Shown(position, null)),
    ]).Concat(state.Result is { } result ? [result] : []);

    public static Session Take(Session state, IssueSet told)
    {
        var issue = state.Issues.TryGetValue(told.Issue, out var known) ? known with
        {
            Title = told.Title, Parties = told.Parties, Package = told.Package, Order = told.Order,
        } : new Issue(told.Issue, told.Title, told.Kind, told.Unit, told.Options, told.Parties, told.Package, told.Order);
        return state with { Issues = state.Issues.SetItem(told.Issue, issue) };
    }

    public static Session Edit(Session state, IssueId id, Func<Issue, Issue> edit) =>
        state with { Issues = state.Issues.SetItem(id, edit(state.Issues[id])) };

    public static IssueSet Set(Issue one) => new(one.Id, one.Title, one.Kind, one.Unit, one.Options, one.Parties, one.Package, one.Order);

    private static (string, string, string?, int) Shown(IssueSet one) =>
        (one.Title, string.Join(' ', one.Parties.Select(party => party.Value)), one.Package, one.Order);

    // what is agreed is agreed as it was: nothing comes into its package
    private static bool IsClosed(Session state, string? package) =>
        package is not null && state.Issues.Values.Any(one => one.Package == package && one.Status == IssueStatus.Agreed);

    private static Refusal? Refused(Session state, Person by) =>
        !by.IsMediator ? Refusal.NotAllowed
        : state.Phase == Phase.Concluded ? Refusal.WrongPhase
        : null;

    private static bool FitsKind(PutIssue ask) => !ask.Options.IsDefault
        && (ask.Kind is IssueKind.Amount or IssueKind.Quantity ? Words.IsName(ask.Unit) : ask.Unit is null)
        && (ask.Kind == IssueKind.Choice
            ? ask.Options.Length is > 1 and <= Limits.IssueOptions && ask.Options.All(Words.IsName) && ask.Options.Distinct().Count() == ask.Options.Length
            : ask.Options.IsEmpty);

    private static bool Fits(string title, ImmutableArray<PartyId> parties, string? package, int order) =>
        Words.IsName(title) && !parties.IsDefaultOrEmpty && parties.Length <= Limits.Parties && (package is null || Words.IsName(package))
        && order is >= 0 and <= 9_999;
}
