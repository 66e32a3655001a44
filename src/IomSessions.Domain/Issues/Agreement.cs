namespace IomSessions.Domain;

/// <summary>Agreed is what every party to it agrees to, word for word; a package is agreed whole or not at all (PO7).</summary>
internal static class Agreement
{
    public static Decision Decide(Session state, AgreeToIssue ask, Person by, Draw draw)
    {
        if (Refused(state, by, ask.Issue, out var issue, out var party) is { } refusal)
        {
            return refusal;
        }

        return !IssueValues.Fits(issue, ask.Value) ? Refusal.Invalid
            : issue.Status is IssueStatus.Deferred ? Refusal.IssueDeferred
            : issue.Agreements.GetValueOrDefault(party) == ask.Value ? new List<Event>()
            : Settle(state, draw, issue.Id, Of(issue with { Agreements = issue.Agreements.SetItem(party, ask.Value) }));
    }

    public static Decision Decide(Session state, WithdrawAgreement ask, Person by, Draw draw) =>
        Refused(state, by, ask.Issue, out var issue, out var party) is { } refusal ? refusal
        : !issue.Agreements.ContainsKey(party) ? new List<Event>()
        : Table.Tell(state, draw, Of(issue with { Agreements = issue.Agreements.Remove(party) }));

    /// <summary>Tells a change of an issue, and what is agreed by it.</summary>
    public static List<Event> Settle(Session state, Draw draw, IssueId id, params IEnumerable<EventBody> changes)
    {
        List<EventBody> told = [.. changes];
        var now = Evolution.Apply(state, told.Select(body => new Event(state.Hall, body)));
        var issue = now.Issues[id];
        // who is no party to it any more has agreed to nothing
        if (issue.Agreements.Keys.Except(issue.Parties).ToList() is { Count: > 0 } others)
        {
            told.Add(Of(issue with { Agreements = issue.Agreements.RemoveRange(others) }));
            now = Evolution.Apply(now, new Event(state.Hall, told[^1]));
        }

        var together = Together(now, now.Issues[id]).ToList();
        if (together.TrueForAll(one => IsComplete(now, one)))
        {
            told.AddRange(together.Where(one => one.Status != IssueStatus.Agreed).Select(one => new IssueStatusSet(one.Id, IssueStatus.Agreed)));
        }

        return Table.Tell(state, draw, told);
    }

    /// <summary>The issues of its package that are not put off; itself, if it is in none.</summary>
    public static IEnumerable<Issue> Together(Session state, Issue issue) => state.Issues.Values
        .Where(one => one.Status != IssueStatus.Deferred && (one.Id == issue.Id || (issue.Package is not null && one.Package == issue.Package)))
        .OrderBy(one => one.Id.Value);

    /// <summary>Whether every party to it takes part and agrees to the same value.</summary>
    public static bool IsComplete(Session state, Issue issue) =>
        issue.Parties.All(party => !state.HasWithdrawn(party) && issue.Agreements.ContainsKey(party))
        && issue.Parties.Select(party => issue.Agreements[party]).Distinct().Count() == 1;

    public static AgreementsChanged Of(Issue issue) =>
        new(issue.Id, [.. issue.Agreements.OrderBy(one => one.Key.Value).Select(one => new PartyAgreement(one.Key, one.Value))]);

    private static Refusal? Refused(Session state, Person by, IssueId id, out Issue issue, out PartyId party)
    {
        (issue, party) = (null!, by.Party ?? default);
        return by.Party is null ? Refusal.NotAllowed
            : !state.Issues.TryGetValue(id, out issue!) || !issue.Parties.Contains(party) ? Refusal.NotFound
            : !by.Holds(Authority.Accept) ? Refusal.NotAuthorised
            : state.Phase == Phase.Concluded ? Refusal.WrongPhase
            : issue.Status == IssueStatus.Agreed ? Refusal.IssueAgreed
            : null;
    }
}
