using System.Collections.Immutable;
using IomSessions.Domain.Tests.Positions;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Results;

/// <summary>What the parties have come to, and the approvals that it is subject to (PO7, PO8).</summary>
public sealed class ResultTests
{
    private static readonly ApprovalId Parliament = new(Named.Of("approval parliament"));

    [Fact]
    public void PO8_agreed_is_stated_only_when_every_issue_that_is_not_put_off_is_agreed()
    {
        var scene = Begun();
        scene.Refused(Refusal.ResultNotSo, Mediator, State(ResultKind.Agreed));
        scene.Refused(Refusal.ResultNotSo, Mediator, State(ResultKind.Partial));
        Agree(scene, "money", "900000");
        scene.Refused(Refusal.ResultNotSo, Mediator, State(ResultKind.Agreed));
        var partial = Assert.Single(scene.Done(Mediator, State(ResultKind.Partial)));
        Assert.Equal(scene.State.Table, partial.Circle);
        Assert.Equal(Bargaining.Money, Assert.Single(Assert.IsType<ResultStated>(partial.Body).Issues));
        scene.Done(Mediator, new SetIssueStatus(Bargaining.Issue("share"), IssueStatus.Deferred));
        scene.Refused(Refusal.ResultNotSo, Mediator, State(ResultKind.Partial));
        scene.Done(Mediator, State(ResultKind.Agreed));
        Assert.Equal(ResultKind.Agreed, scene.State.Result!.Kind);
    }

    [Fact]
    public void PO8_in_principle_is_what_is_agreed_at_least_in_principle_and_not_all_of_it_in_words()
    {
        var scene = Begun();
        Agree(scene, "money", "900000");
        scene.Refused(Refusal.ResultNotSo, Mediator, State(ResultKind.AgreedInPrinciple));
        scene.Done(Mediator, new SetIssueStatus(Bargaining.Issue("share"), IssueStatus.AgreedInPrinciple));
        Assert.Equal(2, Expect.One<ResultStated>(scene.Done(Mediator, State(ResultKind.AgreedInPrinciple))).Issues.Length);
        Agree(scene, "share", "50");
        Assert.NotNull(scene.State.Result);
        scene.Refused(Refusal.ResultNotSo, Mediator, State(ResultKind.AgreedInPrinciple));
    }

    [Fact]
    public void PO7_a_package_is_in_a_result_whole_or_not_at_all()
    {
        var scene = Begun();
        scene.Put("one", IssueKind.YesNo, null, [A, B], "package");
        scene.Put("other", IssueKind.YesNo, null, [A, B], "package");
        Agree(scene, "money", "900000");
        Agree(scene, "one", "yes");
        Assert.Equal(Bargaining.Money, Assert.Single(Expect.One<ResultStated>(scene.Done(Mediator, State(ResultKind.Partial))).Issues));
        Agree(scene, "other", "yes");
        Assert.Equal(3, Expect.One<ResultStated>(scene.Done(Mediator, State(ResultKind.Partial))).Issues.Length);
    }

    [Fact]
    public void PO8_it_is_stated_by_a_mediator_while_the_parties_negotiate()
    {
        var scene = Begun();
        Agree(scene, "money", "900000");
        scene.Refused(Refusal.NotAllowed, HeadA, State(ResultKind.Partial));
        scene.Refused(Refusal.Invalid, Mediator, State((ResultKind)9));
        scene.Refused(Refusal.Invalid, Mediator, Subject(Scene.Noon));
        scene.Refused(Refusal.Invalid, Mediator, Subject(Scene.Noon.AddDays(30), whose: " "));
        scene.Refused(Refusal.NotFound, Mediator, Subject(Scene.Noon.AddDays(30), of: C));
        scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.PartlySettled));
        scene.Refused(Refusal.WrongPhase, Mediator, State(ResultKind.Partial));
    }

    [Fact]
    public void PO8_an_approval_at_home_comes_or_is_refused_once_by_who_accepts_for_that_party_also_after_the_conclusion()
    {
        foreach (var given in (bool[])[true, false])
        {
            var scene = Begun();
            Agree(scene, "money", "900000");
            scene.Done(Mediator, Subject(Scene.Noon.AddDays(30)));
            scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.PartlySettled));
            scene.Refused(Refusal.NotFound, HeadB, new SettleApproval(Parliament, given));
            scene.Refused(Refusal.NotAuthorised, CounselA, new SettleApproval(Parliament, given));
            var told = Assert.Single(scene.Done(HeadA, new SettleApproval(Parliament, given)));
            var one = Assert.Single(Assert.IsType<ResultStated>(told.Body).Approvals);
            Assert.Equal((given ? ApprovalStanding.Given : ApprovalStanding.Refused, A), (one.Standing, one.Party));
            Assert.NotNull(one.At);
            scene.Refused(Refusal.AlreadyDone, HeadA, new SettleApproval(Parliament, !given));
        }
    }

    [Fact]
    public void PO8_an_approval_that_has_not_come_at_its_date_has_lapsed_once_and_comes_no_more()
    {
        var scene = Begun();
        var until = Scene.Noon.AddHours(2);
        Agree(scene, "money", "900000");
        scene.Done(Mediator, Subject(until));
        Assert.Empty(Due(scene, until, until.AddTicks(-1)));
        var late = scene.Do(scene.Next(HeadA, new SettleApproval(Parliament, true)) with { At = until });
        Assert.Equal(Refusal.AlreadyDone.Code, Assert.IsType<Decision.Refused>(late).Refusal.Code);
        Assert.Equal(ApprovalStanding.Lapsed, Assert.IsType<ResultStated>(Assert.Single(Due(scene, until, until)).Body).Approvals[0].Standing);
        Assert.Empty(Due(scene, until, until.AddSeconds(5)));
    }

    [Fact]
    public void PO8_when_an_issue_that_it_rests_on_is_opened_again_it_is_void_in_the_same_act()
    {
        var scene = Begun();
        Agree(scene, "money", "900000");
        scene.Done(Mediator, State(ResultKind.Partial));
        Expect.None<ResultVoided>(scene.Done(Mediator, new SetIssueStatus(Bargaining.Issue("share"), IssueStatus.Bracketed)));
        Expect.One<ResultVoided>(scene.Done(Mediator, new SetIssueStatus(Bargaining.Money, IssueStatus.Open)));
        Assert.Null(scene.State.Result);
        scene.Done(Mediator, new SetIssueStatus(Bargaining.Money, IssueStatus.AgreedInPrinciple));
        scene.Done(Mediator, new SetIssueStatus(Bargaining.Issue("share"), IssueStatus.AgreedInPrinciple));
        scene.Done(Mediator, State(ResultKind.AgreedInPrinciple));
        Expect.One<ResultVoided>(scene.Done(Mediator, new SetIssueStatus(Bargaining.Issue("share"), IssueStatus.Bracketed)));
    }

    [Fact]
    public void PO8_a_table_that_opens_later_is_told_what_stands()
    {
        var scene = Bargaining.Begun(third: true);
        scene.Put("local", IssueKind.YesNo, null, [A, B]);
        Agree(scene, "local", "yes");
        scene.Done(Mediator, State(ResultKind.Partial));
        scene.Done(HeadC, new GrantAuthority(HeadC, Authority.Withdraw));
        scene.Done(HeadC, new WithdrawParty(C));
        scene.Put("later", IssueKind.YesNo, null, [A, B]);
        Assert.Single(scene.Told(scene.State.Table!.Value).OfType<ResultStated>());
    }

    private static StateResult State(ResultKind kind) => new(kind, []);

    private static StateResult Subject(DateTimeOffset until, string whose = "the Parliament of Aland", PartyId? of = null) =>
        new(ResultKind.Partial, [new(Parliament, of ?? A, whose, until)]);

    private static ImmutableArray<Event> Due(Scene scene, DateTimeOffset at, DateTimeOffset now) =>
        Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(Command.House, new NoteApproval(Parliament, at)) with { At = now })).Events;

    private static void Agree(Scene scene, string issue, string value)
    {
        foreach (var head in (PersonId[])[HeadA, HeadB])
        {
            scene.Done(head, new AgreeToIssue(Bargaining.Issue(issue), value));
        }
    }

    private static Scene Begun()
    {
        var scene = Bargaining.Begun();
        scene.Put("share", IssueKind.Share, null, [A, B]);
        return scene;
    }
}
