using System.Collections.Immutable;

namespace IomSessions.Domain.Tests;

/// <summary>Issues, and what the parties put down on them.</summary>
internal sealed partial class Chance
{
    private (PersonId, CommandBody) Positions(Session state)
    {
        var issues = state.Issues.Values.ToList();
        if (issues.Count == 0 || (issues.Count < 4 && OneIn(3)))
        {
            return (Someone(state, p => p.IsMediator), Issue(state));
        }

        if (OneIn(8))
        {
            return Results(state);
        }

        var (issue, own) = (Of(issues), state.Positions.Values.ToList());
        if (own.Count > 0 && own.Find(one => one.Raise is not null) is { } held && !OneIn(3))
        {
            return OneIn(4)
                ? (Someone(state, p => p.Party == held.Party), new RecallRaise(held.Id))
                : (Command.House, new NoteRaise(held.Id, held.Raise!.At));
        }

        return Upto(12) switch
        {
            0 => (Someone(state, p => p.IsMediator), new SetIssueStatus(issue.Id, (IssueStatus)Upto(5))),
            1 => (Someone(state, p => p.IsMediator), new EditIssue(issue.Id, $"issue {_made++}", PartiesTo(state), OneIn(2) ? "package" : null, Upto(9))),
            2 or 3 => Agree(state, issue),
            4 when own.Count > 0 => Withdraw(state, Of(own)),
            < 9 when own.Count > 0 => Raise(state, Of(own)),
            _ => (Someone(state, p => p.Party is not null), new TakePosition(
                new(Named.Of($"{seed} position {_made++}")), issue.Id, (PositionKind)(OneIn(2) ? 0 : Upto(5)), OneIn(3) ? Value(issue) : Upto(6).ToString(), OneIn(2) ? "a note" : null)),
        };
    }

    private (PersonId, CommandBody) Results(Session state) => state.Result?.Approvals.FirstOrDefault(one => one.Standing == ApprovalStanding.Awaited) is { } awaited && OneIn(2)
        ? OneIn(3) ? (Command.House, new NoteApproval(awaited.Id, awaited.Until)) : With(state, awaited.Party, Authority.Accept, new SettleApproval(awaited.Id, OneIn(2)))
        : (Someone(state, p => p.IsMediator), new StateResult((ResultKind)Upto(3), OneIn(2) ? [] :
            [new(new(Named.Of($"{seed} approval {_made++}")), Of(state.TakingPart), "the assembly", Scene.Noon.AddHours(3))]));

    private PutIssue Issue(Session state)
    {
        var kind = (IssueKind)Upto(7);
        return new(new(Named.Of($"{seed} issue {_made++}")), $"issue {_made}", kind, kind is IssueKind.Amount or IssueKind.Quantity ? "EUR" : null,
            kind == IssueKind.Choice ? ["this", "that"] : [], PartiesTo(state), OneIn(2) ? "package" : null, Upto(9));
    }

    private ImmutableArray<PartyId> PartiesTo(Session state) =>
        OneIn(3) ? [Of(state.Parties.Keys)] : [.. state.TakingPart.OrderBy(party => party.Value)];

    private static string Value(Issue issue) => issue.Kind switch
    {
        IssueKind.Date => "2026-03-02",
        IssueKind.Choice => "this",
        IssueKind.YesNo => "yes",
        IssueKind.Text => "words",
        _ => "51",
    };

    // most of the time somebody who may, or who makes himself so
    private (PersonId, CommandBody) With(Session state, PartyId party, Authority needed, CommandBody body)
    {
        var heads = state.Admitted.Where(p => p.Party == party && p.Holds(Authority.Appoint)).ToList();
        return heads.Count == 0 || OneIn(12) ? (Person(state), body)
            : (heads[0].Id, heads[0].Holds(needed) ? body : new GrantAuthority(heads[0].Id, needed));
    }

    private (PersonId, CommandBody) Agree(Session state, Issue issue)
    {
        var party = OneIn(6) ? Of(state.Parties.Keys) : Of(issue.Parties);
        return With(state, party, Authority.Accept, OneIn(5) ? new WithdrawAgreement(issue.Id) : new AgreeToIssue(issue.Id, Value(issue)));
    }

    private (PersonId, CommandBody) Withdraw(Session state, Position one) => With(state, one.Party, Authority.Submit, new WithdrawPosition(one.Id));

    private (PersonId, CommandBody) Raise(Session state, Position one)
    {
        var level = (PositionLevel)(1 + Upto(3));
        return With(state, one.Party, Authority.Submit, new RaisePosition(
            one.Id, level, level == PositionLevel.Disclosed ? [Of(state.Parties.Keys.Where(party => party != one.Party))] : []));
    }
}
