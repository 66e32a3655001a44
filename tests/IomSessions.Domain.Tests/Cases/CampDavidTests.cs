using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Cases;

/// <summary>Camp David, 5 to 17 September 1978: a single text, shuttling, what was confided.</summary>
public sealed class CampDavidTests
{
    private const string Stay = "They stay.";
    private const string Knesset = "The Knesset votes on them.";
    private static readonly (PartyId Egypt, PartyId Israel) David = (A, B);
    private static readonly DraftId Framework = Named.Draft("framework");

    [Fact]
    public void PO3_what_was_confided_on_6_September_reaches_the_mediators_and_never_the_other_side()
    {
        var scene = Case.Begun(("airfields", "Sinai"), ("settlements", "Sinai"));
        scene.Raise(HeadA, "airfields", "None on Egyptian soil.", PositionLevel.Joint);
        scene.Raise(HeadB, "airfields", "They are kept.", PositionLevel.Confided);
        // three pages of what could be given, to be used at the mediator's discretion
        scene.Raise(HeadA, "airfields", "Three pages of concessions.", PositionLevel.Confided, PositionKind.Interest);
        Assert.Equal("None on Egyptian soil.", Assert.Single(scene.Heard<PositionShown>(HeadB)).Value);
        Assert.Equal(2, scene.Told(scene.State.Bench).OfType<PositionShown>().Count());

        // 17 September: full withdrawal, with the settlements, or not at all
        scene.Agree("airfields", "Full withdrawal.");
        Assert.NotEqual(IssueStatus.Agreed, scene.State.Issues[Case.Issue("airfields")].Status);
        scene.Agree("settlements", Knesset);
        Assert.All(scene.State.Issues.Values, one =>
        {
            Assert.Equal(IssueStatus.Agreed, one.Status);
            Assert.Equal(new HashSet<PartyId> { David.Egypt, David.Israel }, one.Agreements.Keys.ToHashSet());
        });
    }

    [Fact]
    public void PO4_on_16_September_Egypt_is_told_of_the_vote_of_the_Knesset_and_of_nothing_before_it()
    {
        var scene = Case.Begun(("settlements", null));
        scene.Raise(HeadA, "settlements", "All of them are given up.", PositionLevel.Joint);
        scene.Raise(HeadB, "settlements", Stay, PositionLevel.Confided);
        scene.Raise(HeadB, "settlements", Knesset, PositionLevel.Disclosed, to: David.Egypt);
        var told = Assert.Single(scene.Heard<PositionShown>(HeadA), one => one.Party == David.Israel);
        Assert.Equal((Knesset, null), (told.Value, told.Parties));
        Assert.DoesNotContain(Stay, Shape.Of(scene.Log.Where(one => scene.Reads(HeadA, one.Circle)).Select(one => one.Body)), StringComparison.Ordinal);
        // the mediators have both, and whom it was disclosed to
        var bench = scene.Told(scene.State.Bench).OfType<PositionShown>().Where(one => one.Party == David.Israel).ToList();
        Assert.Equal([Stay, Knesset], bench.Select(one => one.Value));
        Assert.Equal(David.Egypt, Assert.Single(bench[1].Parties!.Value));
    }

    [Fact]
    public void PO8_on_17_September_all_but_Jerusalem_is_agreed_subject_to_the_vote_of_the_Knesset()
    {
        var scene = Case.Begun(("settlements", "Sinai"), ("airfields", "Sinai"), ("242", "Framework"), ("self-rule", "Framework"), ("Jerusalem", null));
        var knesset = new ApprovalId(Named.Of("Knesset"));
        var state = new StateResult(ResultKind.Agreed, [new(knesset, David.Israel, "the Knesset", Scene.Noon.AddDays(14))]);
        scene.Agree("settlements", Knesset);
        scene.Agree("airfields", "Full withdrawal.");
        scene.Agree("242", "Both resolutions are the basis.");
        scene.Agree("self-rule", "An elected authority, for up to five years.");
        scene.Refused(Refusal.ResultNotSo, Mediator, state);
        // it was taken out, into an exchange of letters
        scene.Done(Mediator, new SetIssueStatus(Case.Issue("Jerusalem"), IssueStatus.Deferred));
        Assert.Equal(4, Expect.One<ResultStated>(scene.Done(Mediator, state)).Issues.Length);
        scene.Refused(Refusal.NotFound, HeadA, new SettleApproval(knesset, true));
        Assert.Equal(ApprovalStanding.Given, Expect.One<ResultStated>(scene.Done(HeadB, new SettleApproval(knesset, true))).Approvals[0].Standing);
    }

    [Fact]
    public void PR5_on_10_September_Israel_sees_the_first_version_and_what_it_asks_for_is_not_told_with_the_second_to_Egypt()
    {
        var scene = Stage.Open();
        scene.Done(Mediator, new OpenDraft(Framework, "Framework", scene.State.Bench, SingleText: true));
        var bench = scene.State.Drafts[Framework].Circle;
        var israel = Shown(scene, bench, 1, "Withdrawal is the principle.", David.Israel, scene.Room("Israel"));
        Assert.False(scene.Reads(HeadA, israel));
        Assert.Equal(Refusal.NotAllowed, Writing.MayEdit(HeadB, israel, scene.State));
        var comment = new CommentOnDraft(israel, 0, 0, 10, "It is not self-implementing.", "en");
        Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(HeadB, comment) with { Drafts = [new(israel, 0, "Withdrawal is the principle.")] }));

        // 11 September, morning: with those of the changes that were taken, and without whose they are
        var egypt = Shown(scene, bench, 2, "Withdrawal is one principle of several.", David.Egypt, scene.Room("Egypt"));
        Assert.False(scene.Reads(HeadB, egypt));
        var told = Shape.Of(scene.Log.Where(one => scene.Reads(HeadA, one.Circle)).Select(one => one.Body));
        Assert.Contains("one principle of several", told, StringComparison.Ordinal);
        Assert.DoesNotContain("self-implementing", told, StringComparison.Ordinal);
        Assert.DoesNotContain("is the principle", told, StringComparison.Ordinal);
        Assert.Single(scene.Heard<CommentMade>(Mediator));
    }

    // frozen on the bench, and taken to where the mediator sits with one delegation
    private static CircleId Shown(Scene scene, CircleId bench, int number, string text, PartyId to, RoomId room)
    {
        var froze = scene.Next(Mediator, new FreezeDraft(Framework, bench, number)) with { Drafts = [new(bench, number, text)] };
        Assert.IsType<Decision.Accepted>(scene.Do(froze));
        scene.Move(new Move(room, [Mediator], [to]));
        var take = new TakeDraft(Named.Draft($"shown {number}"), "Framework", bench, scene.Head(bench), scene.SittingOf(Mediator), [], null, SingleText: true);
        var preview = Taking.Preview(scene.State, scene.Next(Mediator, take))!;
        Assert.Equal(text, preview.Text);
        scene.Done(Mediator, take with { Confirm = preview.Confirm });
        return scene.State.Drafts[take.Draft].Circle;
    }
}
