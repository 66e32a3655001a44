using IomSessions.Domain.Tests.Positions;
using static IomSessions.Domain.Tests.Cast;
using static IomSessions.Domain.Tests.Positions.Bargaining;

namespace IomSessions.Domain.Tests.Issues;

/// <summary>The agenda, and when an issue is agreed (PO1, PO7).</summary>
public sealed class IssueTests
{
    [Theory]
    [InlineData(IssueKind.Amount, "0 1500000 -3 0.5 100.00", "01 1, 1,5 +3 -0 1. .5 1e3 1.1234567 ''")]
    [InlineData(IssueKind.Share, "0 51 49.5 100", "-1 100.1 51% x")]
    [InlineData(IssueKind.Date, "1979-03-26 2028-02-29", "1979-3-26 2026-02-29 26.3.1979 1979-03-26T00:00:00Z")]
    [InlineData(IssueKind.Choice, "here there", "Here elsewhere 0")]
    [InlineData(IssueKind.YesNo, "yes no", "true Yes 1")]
    [InlineData(IssueKind.Text, "Words. 100", "'' \u0001")]
    public void PO1_values_are_of_the_issues_kind_and_have_one_way_of_writing(IssueKind kind, string good, string bad)
    {
        var scene = Begun();
        scene.Put("other", kind, kind == IssueKind.Amount ? "USD" : null, [A, B]);
        var issue = scene.State.Issues[Issue("other")];
        Assert.All(good.Split(' '), value => Assert.True(IssueValues.Fits(issue, value), value));
        Assert.All(bad.Split(' '), value => Assert.False(IssueValues.Fits(issue, value == "''" ? "" : value), value));
    }

    [Fact]
    public void PO1_an_issue_lies_on_the_table_and_keeps_its_kind()
    {
        var scene = Begun();
        var told = scene.Put("land", IssueKind.Choice, null, [A, B], "borders");
        Assert.Equal(scene.State.Table, Assert.Single(told).Circle);
        var edited = Expect.One<IssueSet>(scene.Done(Mediator, new EditIssue(Issue("land"), "The line", [A], null, 3)));
        Assert.Equal((IssueKind.Choice, "The line", 3), (edited.Kind, edited.Title, edited.Order));
        Assert.Empty(scene.Done(Mediator, new EditIssue(Issue("land"), "The line", [A], null, 3)));
        scene.Refused(Refusal.NotAllowed, HeadA, new EditIssue(Issue("land"), "Ours", [A], null, 3));
        scene.Refused(Refusal.Invalid, Mediator, new PutIssue(Issue("land"), "Again", IssueKind.Text, null, [], [A], null, 1));
        scene.Refused(Refusal.Invalid, Mediator, new PutIssue(Issue("x"), "No currency", IssueKind.Amount, null, [], [A], null, 1));
        scene.Refused(Refusal.Invalid, Mediator, new PutIssue(Issue("x"), "One option", IssueKind.Choice, null, ["a"], [A], null, 1));
        scene.Refused(Refusal.Invalid, Mediator, new PutIssue(Issue("x"), "Nobody's", IssueKind.Text, null, [], [], null, 1));
    }

    [Fact]
    public void PO7_agreed_is_what_every_party_to_the_issue_agrees_to_word_for_word()
    {
        var scene = Begun(third: true);
        Expect.None<IssueStatusSet>(scene.Done(HeadA, new AgreeToIssue(Money, "900000")));
        Expect.None<IssueStatusSet>(scene.Done(HeadB, new AgreeToIssue(Money, "900000")));
        // two of three: an agreement of some is shown as that
        Assert.Equal(2, scene.State.Issues[Money].Agreements.Count);
        Expect.None<IssueStatusSet>(scene.Done(HeadC, new AgreeToIssue(Money, "900000.00")));
        Assert.Equal(new IssueStatusSet(Money, IssueStatus.Agreed), Expect.One<IssueStatusSet>(scene.Done(HeadC, new AgreeToIssue(Money, "900000"))));
        scene.Refused(Refusal.IssueAgreed, HeadA, new AgreeToIssue(Money, "1"));
        scene.Refused(Refusal.IssueAgreed, HeadA, new WithdrawAgreement(Money));
        scene.Refused(Refusal.IssueAgreed, Mediator, new EditIssue(Money, "money", [A], null, 1));
        scene.Refused(Refusal.Invalid, Mediator, new SetIssueStatus(Money, IssueStatus.Agreed));
    }

    [Fact]
    public void PO7_a_package_is_agreed_whole_or_not_at_all()
    {
        var scene = Begun();
        scene.Put("land", IssueKind.Choice, null, [A, B], "peace");
        scene.Put("date", IssueKind.Date, null, [A, B], "peace");
        foreach (var head in (PersonId[])[HeadA, HeadB])
        {
            Expect.None<IssueStatusSet>(scene.Done(head, new AgreeToIssue(Issue("land"), "here")));
        }

        scene.Done(HeadA, new AgreeToIssue(Issue("date"), "1982-04-25"));
        var agreed = Expect.All<IssueStatusSet>(scene.Done(HeadB, new AgreeToIssue(Issue("date"), "1982-04-25"))).ToList();
        Assert.Equal(2, agreed.Count);
        Assert.All(agreed, one => Assert.Equal(IssueStatus.Agreed, one.Status));
        // nothing comes into it any more, and it is opened whole
        scene.Refused(Refusal.IssueAgreed, Mediator, new EditIssue(Money, "money", [A, B], "peace", 1));
        scene.Done(Mediator, new SetIssueStatus(Issue("land"), IssueStatus.Bracketed));
        Assert.Equal((IssueStatus.Bracketed, IssueStatus.Open), (scene.State.Issues[Issue("land")].Status, scene.State.Issues[Issue("date")].Status));
        Assert.Empty(scene.State.Issues[Issue("date")].Agreements);
    }

    [Fact]
    public void PO7_what_is_put_off_keeps_no_package_waiting()
    {
        var scene = Begun();
        scene.Put("land", IssueKind.Choice, null, [A, B], "peace");
        scene.Put("date", IssueKind.Date, null, [A, B], "peace");
        scene.Done(HeadA, new AgreeToIssue(Issue("land"), "here"));
        scene.Done(HeadB, new AgreeToIssue(Issue("land"), "here"));
        Assert.Equal(2, Expect.All<IssueStatusSet>(scene.Done(Mediator, new SetIssueStatus(Issue("date"), IssueStatus.Deferred))).Count());
        Assert.Equal(IssueStatus.Agreed, scene.State.Issues[Issue("land")].Status);
        scene.Refused(Refusal.IssueDeferred, HeadA, new AgreeToIssue(Issue("date"), "1982-04-25"));
        // it comes back into no package that was agreed without it
        scene.Refused(Refusal.IssueAgreed, Mediator, new SetIssueStatus(Issue("date"), IssueStatus.Open));
        scene.Done(Mediator, new EditIssue(Issue("date"), "date", [A, B], null, 1));
        scene.Done(Mediator, new SetIssueStatus(Issue("date"), IssueStatus.Open));
    }

    [Fact]
    public void PO7_who_has_withdrawn_agrees_to_nothing_and_who_is_no_party_to_it_counts_no_more()
    {
        var scene = Begun(third: true);
        scene.Done(HeadA, new AgreeToIssue(Money, "1"));
        scene.Done(HeadC, new AgreeToIssue(Money, "1"));
        scene.Withdraw(HeadC);
        Expect.None<IssueStatusSet>(scene.Done(HeadB, new AgreeToIssue(Money, "1")));
        var told = scene.Done(Mediator, new EditIssue(Money, "money", [A, B], null, 1));
        Assert.Equal(new HashSet<PartyId> { A, B }, Expect.All<AgreementsChanged>(told).Last().Agreements.Select(one => one.Party).ToHashSet());
        Assert.Equal(IssueStatus.Agreed, Expect.One<IssueStatusSet>(told).Status);
    }

    [Fact]
    public void SE5_a_new_table_is_told_the_agenda_and_the_joint_positions_as_they_are()
    {
        var scene = Begun(third: true);
        scene.Take(HeadA, "first", "5");
        scene.Raise(HeadA, "first", PositionLevel.Joint);
        scene.Take(HeadA, "second", "4");
        scene.Raise(HeadA, "second", PositionLevel.Joint);
        scene.Take(HeadB, "confided", "3");
        scene.Raise(HeadB, "confided", PositionLevel.Confided);
        scene.Withdraw(HeadC);
        var told = scene.Done(Mediator, new SetIssueStatus(Money, IssueStatus.Bracketed));
        Assert.IsType<TableOpened>(told[0].Body);
        Assert.Equal("money", Expect.One<IssueSet>(told).Title);
        Assert.Equal(Id("second"), Expect.One<PositionShown>(told).Position);
    }
}
