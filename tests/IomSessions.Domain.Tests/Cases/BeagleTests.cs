using System.Collections.Immutable;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Cases;

/// <summary>Beagle Channel, Holy See, 1978 to 1985: separate talks, a secret proposal that one side never answered, a change of mediator.</summary>
public sealed class BeagleTests
{
    private const string Words = "The islands to Chile; facilities for Argentina, within limits; a Sea of Peace shared by both.";
    private static readonly (PartyId Chile, PartyId Argentina) Beagle = (A, B);
    private static readonly ProposalId Proposal = new(Named.Of("12 December 1980"));
    private static readonly DateTimeOffset Deadline = Scene.Noon.AddDays(90);
    private static readonly ImmutableArray<ProposedValue> Values =
    [
        new(Case.Issue("islands"), "To Chile; facilities for Argentina, within limits."),
        new(Case.Issue("boundary"), "A shared Sea of Peace: narrow Chilean waters, a wider Argentine band."),
    ];

    [Fact]
    public void PO2_what_both_sides_say_of_the_award_from_the_start_lies_on_the_table()
    {
        var scene = Case.Begun(("islands", null));
        scene.Raise(HeadA, "islands", "The award of 1977 is binding.", PositionLevel.Joint);
        scene.Raise(HeadB, "islands", "The award is void.", PositionLevel.Joint);
        foreach (var head in (PersonId[])[HeadA, HeadB])
        {
            Assert.Equal(["The award of 1977 is binding.", "The award is void."], scene.Heard<PositionShown>(head).Select(one => one.Value));
        }
    }

    [Fact]
    public void PR4_the_proposal_of_12_December_1980_is_answered_by_one_and_ends_without_telling_by_whom()
    {
        var (answered, silent) = (Proposed(chile: true), Proposed(chile: null));
        foreach (var scene in (Scene[])[answered, silent])
        {
            Assert.Equal(ProposalResult.NotAgreed, Expect.All<ProposalEnded>(Over(scene)).First().Result);
            // Chile's yes makes nothing firm, and no issue knows of what was proposed
            Assert.All(scene.State.Issues.Values, one => Assert.Equal((IssueStatus.Open, 0), (one.Status, one.Agreements.Count)));
        }

        // Argentina receives the same whether Chile has accepted or not
        Assert.Equal(
            Shape.Of(answered.Told(answered.State.Parties[Beagle.Argentina].Circle)), Shape.Of(silent.Told(silent.State.Parties[Beagle.Argentina].Circle)));
        Assert.NotEqual(Shape.Of(answered.Told(answered.State.Parties[Beagle.Chile].Circle)), Shape.Of(silent.Told(silent.State.Parties[Beagle.Chile].Circle)));

        // February 1983: the mediation passes on; what was answered stays with those who were told
        var cardinal = Named.Person("the cardinal who came after");
        answered.Register(cardinal, Role.Mediator);
        foreach (var head in (PersonId[])[HeadA, HeadB])
        {
            answered.Done(head, new ConsentToMediator(cardinal));
        }

        answered.Done(cardinal, new GiveUndertaking("2026-1"));
        Assert.Contains(cardinal, answered.State.Circles[answered.State.Bench].People);

        Assert.DoesNotContain(answered.Told(answered.State.Bench), body => body is AnswersOpened or ProposalMade);
    }

    [Fact]
    public void PR4_it_is_secret_told_to_each_side_separately_and_to_the_mediators_and_to_nobody_else()
    {
        var scene = Proposed(chile: true);
        Over(scene);
        var told = scene.Log.Where(one => Shape.Of(one.Body).Contains("Sea of Peace", StringComparison.Ordinal)).Select(one => one.Circle).ToHashSet();
        Assert.Equal(new HashSet<CircleId> { scene.State.Bench, scene.State.Parties[Beagle.Chile].Circle, scene.State.Parties[Beagle.Argentina].Circle }, told);
        foreach (var outsider in (PersonId[])[Secretary, Guest, Interpreter])
        {
            Assert.DoesNotContain(scene.Log, one => scene.Reads(outsider, one.Circle) && told.Contains(one.Circle));
        }
    }

    [Fact]
    public void PR4_had_Argentina_said_yes_too_what_was_proposed_would_have_been_agreed_at_the_table()
    {
        var scene = Proposed(chile: true);
        var events = scene.Done(HeadB, new AnswerProposal(Proposal, MediatorsProposal.DigestOf("en", Words, Values), true));
        Assert.All(Expect.All<ProposalEnded>(events), one => Assert.Equal(ProposalResult.AllAgreed, one.Result));
        Assert.All(Values, one =>
        {
            var issue = scene.State.Issues[one.Issue];
            Assert.Equal((IssueStatus.Agreed, 2), (issue.Status, issue.Agreements.Count));
            Assert.All(issue.Agreements.Values, value => Assert.Equal(one.Value, value));
        });
        Assert.Equal(IssueStatus.Open, scene.State.Issues[Case.Issue("navigation")].Status);
    }

    [Fact]
    public void PR1_in_April_1984_each_is_asked_separately_and_neither_sees_the_others_before_it_is_conveyed()
    {
        var scene = Case.Begun(("islands", null));
        foreach (var (head, other, name) in ((PersonId, PartyId, string)[])[(HeadA, Beagle.Argentina, "of Chile"), (HeadB, Beagle.Chile, "of Argentina")])
        {
            var id = new ProposalId(Named.Of(name));
            scene.Done(head, new GrantAuthority(head, Authority.Convey));
            scene.Done(head, new WritePartyProposal(id, $"Final proposal {name}", "The line runs so.", "es", [], null));
            scene.Done(head, new HandPartyProposal(id, [other], false, null));
        }

        Assert.Equal(2, scene.Told(scene.State.Bench).OfType<PartyProposalHeld>().Count());
        foreach (var (head, own) in ((PersonId, PartyId)[])[(HeadA, Beagle.Chile), (HeadB, Beagle.Argentina)])
        {
            Assert.All(scene.Heard<PartyProposalHeld>(head), held => Assert.Equal(own, held.Party));
        }
    }

    [Fact]
    public void PO8_the_text_of_October_1984_stands_subject_to_a_referendum_and_to_approvals_on_both_sides()
    {
        var scene = Case.Begun(("islands", null));
        scene.Agree("islands", "To Chile.");
        (ApprovalId Id, PartyId Of, PersonId Head)[] awaited =
        [
            (new(Named.Of("referendum")), Beagle.Argentina, HeadB), (new(Named.Of("approval of Argentina")), Beagle.Argentina, HeadB),
            (new(Named.Of("approval of Chile")), Beagle.Chile, HeadA),
        ];
        scene.Done(Mediator, new StateResult(ResultKind.Agreed, [.. awaited.Select(one => new AwaitedApproval(one.Id, one.Of, "at home", Scene.Noon.AddDays(196)))]));
        // they came from November to April, after the mediation was over
        scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Settled));
        foreach (var (id, _, head) in awaited)
        {
            scene.Refused(Refusal.NotFound, head == HeadA ? HeadB : HeadA, new SettleApproval(id, true));
            scene.Done(head, new SettleApproval(id, true));
        }

        Assert.All(scene.State.Result!.Approvals, one => Assert.Equal(ApprovalStanding.Given, one.Standing));
    }

    private static ImmutableArray<Event> Over(Scene scene) => Assert.IsType<Decision.Accepted>(
        scene.Do(scene.Next(Command.House, new NoteProposal(Proposal, Deadline)) with { At = Deadline })).Events;

    private static Scene Proposed(bool? chile)
    {
        var scene = Case.Begun(("islands", null), ("boundary", null), ("navigation", null), ("Magellan, eastern mouth", null), ("settling disputes", null));
        scene.Done(Mediator, new OfferProposal(Proposal, "A way out", [Beagle.Chile, Beagle.Argentina], Deadline));
        scene.Done(HeadA, new AnswerOffer(Proposal, true));
        scene.Done(HeadB, new AnswerOffer(Proposal, true));
        scene.Done(Mediator, new MakeProposal(Proposal, Words, "en", Values, Deadline));
        if (chile is { } yes)
        {
            scene.Done(HeadA, new AnswerProposal(Proposal, MediatorsProposal.DigestOf("en", Words, Values), yes));
        }

        return scene;
    }
}
