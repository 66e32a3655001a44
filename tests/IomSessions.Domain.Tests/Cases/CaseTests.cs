using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Cases;

/// <summary>Two mediations that were, as far as their positions and proposals are known. The words are ours.</summary>
public sealed class CaseTests
{
    private static readonly (PartyId Egypt, PartyId Israel) David = (A, B);
    private static readonly (PartyId Chile, PartyId Argentina) Beagle = (A, B);

    [Fact]
    public void PO3_Camp_David_what_was_confided_on_6_September_reaches_the_mediators_and_never_the_other_side()
    {
        var scene = Begun(("airfields", IssueKind.Choice, ["Stay", "Leave"], "Sinai"), ("settlements", IssueKind.Choice, ["Stay", "Leave"], "Sinai"));
        Raise(scene, HeadA, "none on Egyptian soil", "airfields", "Leave", PositionLevel.Joint);
        Raise(scene, HeadB, "the airfields stay", "airfields", "Stay", PositionLevel.Confided);
        // three pages of what could be given, to be used at the mediator's discretion
        Raise(scene, HeadA, "what could be given", "airfields", "Time to build others can be given.", PositionLevel.Confided, PositionKind.Interest);
        var seen = scene.Log.Where(one => scene.Reads(HeadB, one.Circle)).Select(one => one.Body).ToList();
        Assert.Equal("Leave", Assert.Single(seen.OfType<PositionShown>()).Value);
        Assert.Equal(2, scene.Told(scene.State.Bench).OfType<PositionShown>().Count());

        // 17 September: full withdrawal, with the settlements, or not at all
        foreach (var head in (PersonId[])[HeadA, HeadB])
        {
            Expect.None<IssueStatusSet>(scene.Done(head, new AgreeToIssue(Issue("airfields"), "Leave")));
        }

        scene.Done(HeadA, new AgreeToIssue(Issue("settlements"), "Leave"));
        Assert.Equal(2, Expect.All<IssueStatusSet>(scene.Done(HeadB, new AgreeToIssue(Issue("settlements"), "Leave"))).Count());
        Assert.All(scene.State.Issues.Values, one => Assert.Equal(new HashSet<PartyId> { David.Egypt, David.Israel }, one.Agreements.Keys.ToHashSet()));
    }

    [Fact]
    public void PR4_Beagle_the_proposal_of_12_December_1980_is_answered_by_one_and_ends_without_telling_by_whom()
    {
        var (answered, silent) = (Proposed(chile: true), Proposed(chile: null));
        foreach (var scene in (Scene[])[answered, silent])
        {
            var note = scene.Next(Command.House, new NoteProposal(Proposal, Deadline)) with { At = Deadline };
            Assert.Equal(ProposalResult.NotAgreed, Expect.All<ProposalEnded>(((Decision.Accepted)scene.Do(note)).Events).First().Result);
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
    public void PR1_Beagle_in_April_1984_each_is_asked_separately_and_neither_sees_the_others_before_it_is_conveyed()
    {
        var scene = Begun(("islands", IssueKind.Text, [], null));
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
            Assert.All(
                scene.Log.Where(one => scene.Reads(head, one.Circle)).Select(one => one.Body).OfType<PartyProposalHeld>(), held => Assert.Equal(own, held.Party));
        }
    }

    private static readonly ProposalId Proposal = new(Named.Of("12 December 1980"));
    private static readonly DateTimeOffset Deadline = Scene.Noon.AddDays(90);

    private static IssueId Issue(string name) => new(Named.Of("issue " + name));

    private static Scene Proposed(bool? chile)
    {
        var scene = Begun(("islands", IssueKind.Text, [], null));
        const string words = "The islands to Chile; facilities for Argentina; a Sea of Peace shared by both.";
        scene.Done(Mediator, new OfferProposal(Proposal, "A way out", [Beagle.Chile, Beagle.Argentina], Deadline));
        scene.Done(HeadA, new AnswerOffer(Proposal, true));
        scene.Done(HeadB, new AnswerOffer(Proposal, true));
        scene.Done(Mediator, new MakeProposal(Proposal, words, "en", [], Deadline));
        if (chile is { } yes)
        {
            scene.Done(HeadA, new AnswerProposal(Proposal, MediatorsProposal.DigestOf("en", words, []), yes));
        }

        return scene;
    }

    private static Scene Begun(params (string Name, IssueKind Kind, string[] Options, string? Package)[] issues)
    {
        var scene = Stage.Open();
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Submit));
        scene.Done(HeadB, new GrantAuthority(HeadB, Authority.Submit));
        foreach (var (name, kind, options, package) in issues)
        {
            scene.Done(Mediator, new PutIssue(Issue(name), name, kind, null, [.. options], [A, B], package, 1));
        }

        return scene;
    }

    private static void Raise(
        Scene scene, PersonId by, string name, string issue, string value, PositionLevel level, PositionKind kind = PositionKind.Position)
    {
        var id = new PositionId(Named.Of(name));
        scene.Done(by, new TakePosition(id, Issue(issue), kind, value, null));
        var held = Expect.One<RaiseHeld>(scene.Done(by, new RaisePosition(id, level, [])));
        Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(Command.House, new NoteRaise(id, held.At)) with { At = held.At }));
    }
}
