using IomSessions.Server.Demo;
using IomSessions.Wire;

namespace IomSessions.Client.Tests;

public sealed class DemoTests
{
    private readonly DemoScript _script = DemoScript.CampDavid();

    [Fact]
    public void The_case_is_played_from_5_to_17_September_with_a_source_for_each_step()
    {
        Assert.StartsWith("5 Sep 1978", _script.Steps[0].When, StringComparison.Ordinal);
        Assert.StartsWith("17 Sep 1978", _script.Steps[^1].When, StringComparison.Ordinal);
        Assert.All(_script.Steps, step => Assert.True(step.Source.IsAbsoluteUri));
    }

    [Fact]
    public void The_case_shows_an_answer_a_file_a_rendition_a_release_turns_a_saved_arrangement_a_deadline_and_a_call()
    {
        var acts = _script.Steps.SelectMany(step => step.Acts).ToList();
        Assert.Contains(acts.OfType<SayAct>(), say => say.Answers is not null);
        Assert.Contains(acts.OfType<SayAct>(), say => say.File is not null);
        Assert.All(
            [typeof(RenderAct), typeof(ReleaseAct), typeof(TurnsAct), typeof(FloorAct), typeof(SaveAct), typeof(DeadlineAct), typeof(CallAct)],
            kind => Assert.Contains(acts, act => act.GetType() == kind));
        Assert.False(acts.OfType<TurnsAct>().Last().ByTurn);
    }

    [Fact]
    public void The_case_shows_issues_where_the_parties_begin_what_is_agreed_and_two_versions_of_a_text()
    {
        var acts = _script.Steps.SelectMany(step => step.Acts).ToList();
        Assert.Equal(5, acts.OfType<IssueAct>().Count());
        Assert.All(
            [PositionLevel.Confided, PositionLevel.Disclosed, PositionLevel.Joint], level => Assert.Contains(acts.OfType<PositionAct>(), one => one.Level == level));
        // what one side confided is not what the other is told
        Assert.DoesNotContain(acts.OfType<PositionAct>(), one => one is { By: "begin", Level: PositionLevel.Joint });
        Assert.Equal(4, acts.OfType<AgreeAct>().GroupBy(one => (one.Issue, one.Value)).Count(one => one.Count() == 2));
        Assert.Equal(["framework", "framework"], acts.OfType<DraftAct>().Select(one => one.Draft));
        Assert.DoesNotContain('[', acts.OfType<DraftAct>().Last().Text);
    }

    [Fact]
    public void PR4_the_proposal_of_12_December_1980_is_answered_by_Chile_and_not_by_Argentina()
    {
        var script = DemoScript.Beagle();
        Assert.All(script.Steps, step => Assert.True(step.Source.IsAbsoluteUri));
        var step = script.Steps.Single(one => one.When == "12 Dec 1980");
        var proposal = Assert.Single(step.Acts.OfType<ProposeAct>());
        Assert.Equal(["islands", "boundary"], proposal.Values.Keys);
        Assert.Equal(new AnswerAct("head-cl", proposal.Proposal, true), Assert.Single(script.Steps.SelectMany(one => one.Acts).OfType<AnswerAct>()));
        Assert.DoesNotContain(script.Steps.SelectMany(one => one.Acts).OfType<PublishAct>().SelectMany(one => one.Texts), one => one.Text.Contains("Peace", StringComparison.Ordinal));
    }

    [Fact]
    public void PO1_PO2_PR4_on_paper_nobody_speaks_of_an_issue_or_a_proposal_that_is_not_there()
    {
        var issue = new IssueAct("carter", "oil", "Oil");
        Assert.Contains("oil is no issue", Fault([new PositionAct("sadat", "oil", "x", PositionLevel.Joint)]), StringComparison.Ordinal);
        Assert.Contains("kamel is no head", Fault([issue, new PositionAct("kamel", "oil", "x", PositionLevel.Joint)]), StringComparison.Ordinal);
        Assert.Contains("sadat discloses to nobody", Fault([issue, new PositionAct("sadat", "oil", "x", PositionLevel.Disclosed, Parties: ["egypt"])]), StringComparison.Ordinal);
        Assert.Contains("sadat names parties and does not disclose", Fault([issue, new PositionAct("sadat", "oil", "x", PositionLevel.Joint, Parties: ["israel"])]), StringComparison.Ordinal);
        Assert.Contains("sadat is not a mediator", Fault([issue with { By = "sadat" }]), StringComparison.Ordinal);
        Assert.Contains("way is not waited for", Fault([new ProposeAct("carter", "way", "x", new Dictionary<string, string>(), 1)]), StringComparison.Ordinal);
        Assert.Contains("way lies before nobody", Fault([new OfferAct("carter", "way", "A way", 1), new AnswerAct("begin", "way", true)]), StringComparison.Ordinal);
    }

    [Fact]
    public void PR4_what_is_answered_is_the_exact_proposal()
    {
        var made = new MakeProposal("p", "Text", "en", [new("i", "1")], default);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("en\nText\ni 1"u8)), made.Digest());
        Assert.Equal(made.Digest(), new ProposalMade(made.Proposal, made.Text, made.Language, made.Values, made.Deadline).Digest());
    }

    [Fact]
    public void The_public_items_of_both_cases_are_there_each_in_the_languages_of_its_session()
    {
        foreach (var (script, items, joint) in new[] { (_script, 7, 2), (DemoScript.TimorSea(), 9, 4) })
        {
            var published = script.Steps.SelectMany(step => step.Acts).OfType<PublishAct>().ToList();
            Assert.Equal((items, joint), (published.Count, published.Count(act => act.Kind == StatementKind.Joint)));
            Assert.All(published.SelectMany(act => act.Texts), text => Assert.Contains(text.Language, script.Languages));
            Assert.Contains(published, act => act.Texts.Count == 2);
        }
    }

    [Fact]
    public void CL1_what_is_cleared_is_the_exact_text() => Assert.Equal(
        "a781f68806726b8c499f521341874d2fd8db5f2580b16a7b9aab78dc10ebaf71", new StatementText("en", "Title", "Text").Digest());

    [Fact]
    public void SI3_SI5_nobody_answers_renders_or_releases_what_is_not_his()
    {
        IReadOnlyList<DemoAct> told = [new SayAct("sadat", "egypt", "x", As: "word")];
        Assert.Contains("begin cannot answer word", Fault([.. told, new SayAct("begin", "israel", "y", Answers: "word")]), StringComparison.Ordinal);
        Assert.Contains("begin cannot release word", Fault([.. told, new ReleaseAct("begin", "word", ["egypt"])]), StringComparison.Ordinal);
        Assert.Contains("kamel cannot render word", Fault([.. told, new RenderAct("kamel", "word", "z", "ar")]), StringComparison.Ordinal);
        Assert.Contains("interpreter cannot render nothing", Fault([.. told, new RenderAct("interpreter", "nothing", "z", "ar")]), StringComparison.Ordinal);
        Assert.Contains("sadat does not sit in joint", Fault([new ArrangeAct("carter", [new Move("joint", ["carter"], [])]), new FloorAct("carter", "joint", "sadat")]), StringComparison.Ordinal);
        Assert.Contains("begin is not a mediator", Fault([new PublishAct("begin", StatementKind.Joint, [])]), StringComparison.Ordinal);
        Assert.Contains("begin is not a mediator", Fault([new TurnsAct("begin", "joint", true)]), StringComparison.Ordinal);
    }

    private string Fault(IReadOnlyList<DemoAct> acts) => Assert.Single(DemoCheck.Faults(_script with { Steps = [_script.Steps[0] with { Acts = acts }] }));

    [Fact]
    public void A_line_for_a_room_in_which_the_speaker_does_not_sit_is_found()
    {
        var wrong = _script with { Steps = [_script.Steps[0] with { Acts = [new SayAct("begin", "egypt", "x")] }] };
        Assert.Contains("begin does not sit in egypt", Assert.Single(DemoCheck.Faults(wrong)), StringComparison.Ordinal);
    }

    [Fact]
    public void RM1_nobody_of_another_party_is_placed_in_a_home_room()
    {
        var wrong = _script with { Steps = [_script.Steps[0] with { Acts = [new ArrangeAct("carter", [new Move("egypt", ["begin"], [])])] }] };
        Assert.Contains("begin is never placed in egypt", Assert.Single(DemoCheck.Faults(wrong)), StringComparison.Ordinal);
    }
}
