using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Issues and positions: by whoever may, most of the time. What a delegation put down in secret is nobody's choice.</summary>
internal sealed partial class Choices
{
    private (PersonId By, CommandBody Body) OfPositions(Session seen)
    {
        var issues = seen.Issues.Values.OrderBy(one => one.Id.Value).ToList();
        if (issues.Count == 0 || (issues.Count < 3 && chance.Next(6) == 0))
        {
            return (Any(cast.Mediators), new PutIssue(
                new(New("issue")), "An issue", IssueKind.Share, null, [], [.. seen.TakingPart.OrderBy(party => party.Value)], chance.Next(2) == 0 ? "Package" : null, _made % 100));
        }

        var issue = Any(issues);
        var open = seen.Positions.Values.Where(one => one.Note?.StartsWith("secret", StringComparison.Ordinal) != true).OrderBy(one => one.Id.Value).ToList();
        if (open.Find(one => one.Raise is not null) is { } held && chance.Next(4) == 0)
        {
            return ByHead(seen, held.Party, Authority.Speak, new RecallRaise(held.Id));
        }

        if (_settles || chance.Next(2) == 0)
        {
            return Towards(seen, issues);
        }

        return chance.Next(14) switch
        {
            0 => (Any(cast.Mediators), new SetIssueStatus(issue.Id, (IssueStatus)chance.Next(5))),
            1 => (Any(cast.Mediators), new EditIssue(issue.Id, $"Title {_made++}", issue.Parties, issue.Package, chance.Next(100))),
            2 or 3 => ByHead(seen, Any(issue.Parties), Authority.Accept, new AgreeToIssue(issue.Id, "50")),
            4 => ByHead(seen, Any(issue.Parties), Authority.Accept, new WithdrawAgreement(issue.Id)),
            5 when open.Count > 0 && Any(open) is var one => ByHead(seen, one.Party, Authority.Submit, new WithdrawPosition(one.Id)),
            < 12 when open.Count > 0 && Any(open) is var one => ByHead(seen, one.Party, Authority.Submit, Raise(seen, one)),
            _ => ByHead(seen, Any(issue.Parties), Authority.Speak, new TakePosition(
                new(New("position")), issue.Id, (PositionKind)(chance.Next(3) == 0 ? chance.Next(5) : 0), "3", chance.Next(2) == 0 ? "A note." : null)),
        };
    }

    // to an agreement, and from there to what is made of it
    private (PersonId By, CommandBody Body) Towards(Session seen, List<Issue> issues)
    {
        var agreed = issues.FindAll(one => one.Status == IssueStatus.Agreed);
        var open = issues.Find(one => one.Status is not (IssueStatus.Agreed or IssueStatus.Deferred));
        return agreed.Count == 0 || (open is not null && chance.Next(4) == 0)
            ? open is null ? (Any(cast.Mediators), new SetIssueStatus(issues[0].Id, IssueStatus.Open))
                : ByHead(seen, open.Parties.FirstOrDefault(party => !open.Agreements.ContainsKey(party), open.Parties[0]), Authority.Accept, new AgreeToIssue(open.Id, "50"))
            : chance.Next(_settles ? 20 : 8) switch
            {
                0 => (Any(cast.Mediators), new SetIssueStatus(Any(agreed).Id, IssueStatus.Open)),
                < 4 => OfResults(seen, open is null ? ResultKind.Agreed : ResultKind.Partial),
                _ => OfSettlements(seen, agreed),
            };
    }

    private (PersonId By, CommandBody Body) OfResults(Session seen, ResultKind kind) => seen.Result?.Approvals.FirstOrDefault(one => one.Standing == ApprovalStanding.Awaited) is { } awaited && chance.Next(2) == 0
        ? ByHead(seen, awaited.Party, Authority.Accept, new SettleApproval(awaited.Id, chance.Next(2) == 0))
        : (Any(cast.Mediators), new StateResult(kind, chance.Next(2) == 0 ? [] :
            [new(new(New("approval")), Any(seen.TakingPart.OrderBy(party => party.Value).ToList()), "The assembly", Deadline())]));

    private RaisePosition Raise(Session seen, Position one)
    {
        var level = (PositionLevel)chance.Next(1, 4);
        var others = seen.Parties.Keys.Where(party => party != one.Party).OrderBy(party => party.Value).ToList();
        return new(one.Id, level, level == PositionLevel.Disclosed ? [Any(others)] : []);
    }

    private (PersonId By, CommandBody Body) ByHead(Session seen, PartyId party, Authority needed, CommandBody body)
    {
        var heads = seen.People.Values.Where(p => p.Party == party && p.Status == PersonStatus.Admitted && p.Holds(Authority.Appoint))
            .OrderBy(p => p.Id.Value).ToList();
        return heads.Count == 0 ? (Person(seen), body)
            : (heads[0].Id, heads[0].Holds(needed) ? body : new GrantAuthority(heads[0].Id, needed));
    }
}
