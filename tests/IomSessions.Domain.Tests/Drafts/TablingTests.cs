using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Drafts;

/// <summary>A frozen version is put forward as the text of a proposal (PR6).</summary>
public sealed class TablingTests
{
    private const string Clean = "The Parties shall meet.";
    private const string Disputed = "The Parties [State A: shall][State B: should] meet.";
    private static readonly DraftId Draft = Named.Draft("tabled");
    private static readonly ProposalId Id = new(Named.Of("tabled proposal"));
    private static readonly ProposalId Own = new(Named.Of("tabled for a party"));

    [Fact]
    public void PR6_the_mediators_put_the_words_of_a_frozen_version_before_the_parties_and_nothing_leads_back()
    {
        var (scene, circle) = OnBench();
        var told = scene.Done(Mediator, Make(Freeze(scene, circle, Clean)));
        Assert.Equal([scene.State.Bench, .. new[] { A, B }.OrderBy(one => one.Value).Select(one => scene.State.Parties[one].Circle)], told.Select(one => one.Circle));
        Assert.All(told, one => Assert.Equal(Clean, Assert.IsType<ProposalMade>(one.Body).Text));
        // it is told like any other: no id, number, hash, author or time of the version is in it
        Assert.Equal(Shape.Of(new ProposalMade(Id, Clean, "en", [], Scene.Noon.AddHours(2))), Shape.Of(told[0].Body));
        Assert.Equal(Clean, scene.State.MediatorsProposals[Id].Text);
    }

    [Fact]
    public void PR6_what_is_not_his_to_read_or_not_frozen_or_another_version_is_answered_alike()
    {
        var (scene, circle) = InCaucus();
        var version = Freeze(scene, circle, Clean);
        Assert.False(scene.Reads(CoMediator, circle));
        scene.Refused(Refusal.NotFound, CoMediator, Make(version));
        scene.Refused(Refusal.NotFound, HeadB, Write(version));
        scene.Refused(Refusal.NotFound, HeadA, Write(version with { Hash = new string('0', 64) }));
        scene.Refused(Refusal.NotFound, HeadA, Write(version with { Hash = null! }));
        foreach (var offset in (long[])[-1, 0, 1, 2, 4, long.MinValue, long.MaxValue])
        {
            scene.Refused(Refusal.NotFound, HeadA, Write(version with { Offset = offset }));
        }

        scene.Refused(Refusal.NotFound, HeadA, Write(version with { Circle = scene.State.Hall }));
        scene.Refused(Refusal.NotFound, HeadA, Write(version with { Circle = new(Named.Of("no circle")) }));
        // the text that others begin with has a number, and was never frozen
        scene.Do(scene.Next(Mediator, new SetDraftPeople(Draft, circle, [Mediator, HeadA, CounselA])) with { Drafts = [new(circle, 7, Clean)] });
        var begun = scene.State.Drafts[Draft].Circle;
        scene.Refused(Refusal.NotFound, HeadA, Write(new(begun, 2, FrozenText.HashOf(Clean, []))));
        // the first ones still have what was frozen among them
        scene.Done(HeadA, Write(version));
    }

    [Fact]
    public void PR6_only_the_words_that_were_previewed_are_proposed()
    {
        var (scene, circle) = OnBench();
        var make = Make(Freeze(scene, circle, Clean));
        scene.Refused(Refusal.DraftUnconfirmed, Mediator, make with { Text = "The Parties shall not meet." });
        scene.Refused(Refusal.DraftUnconfirmed, Mediator, make with { Text = "" });
        scene.Refused(Refusal.DraftUnconfirmed, Mediator, make with { Text = null! });
        var preview = Taking.Preview(scene.State, scene.Next(Mediator, make with { Text = "", Deadline = default }))!;
        Assert.Equal((Clean, make.From!.Hash), (preview.Text, preview.Confirm));
        Assert.Empty(preview.Brackets);
        Assert.Equal(Company.Of(Mediator, CoMediator, HeadA, CounselA, InterpreterA, HeadB, CounselB), preview.People);
        Assert.Null(Taking.Preview(scene.State, scene.Next(HeadA, make)));
        scene.Refused(Refusal.Invalid, Mediator, make with { Deadline = Scene.Noon });
        scene.Done(Mediator, make with { Text = preview.Text });
        Assert.Null(Taking.Preview(scene.State, scene.Next(Mediator, make)));
    }

    [Theory]
    [InlineData("The Parties [shall][should] meet.")]
    [InlineData(Disputed)]
    [InlineData("The Parties shall] meet.")]
    // without the name it would be a box to tick off, and pass for clean
    [InlineData("- [State A: x] meet")]
    public void PR6_what_is_answered_yes_or_no_to_exactly_its_words_has_no_open_bracket(string words)
    {
        var (scene, circle) = OnBench();
        var make = Make(Freeze(scene, circle, words));
        scene.Refused(Refusal.DraftBrackets, Mediator, make with { Text = words });
        Assert.Null(Taking.Preview(scene.State, scene.Next(Mediator, make)));
    }

    [Fact]
    public void PR6_a_partys_proposal_may_leave_words_open_and_does_not_say_whose_they_are()
    {
        var (scene, circle) = InCaucus();
        var version = Freeze(scene, circle, Disputed);
        scene.Refused(Refusal.DraftUnconfirmed, HeadA, Write(version, Disputed));
        var preview = Taking.Preview(scene.State, scene.Next(HeadA, Write(version, "")))!;
        Assert.Equal("The Parties [shall][should] meet.", preview.Text);
        Assert.Equal(["[shall]", "[should]"], preview.Brackets.Select(one => preview.Text[one.Start..one.End]));
        var told = Assert.Single(scene.Done(HeadA, Write(version, preview.Text)));
        Assert.Equal(scene.State.Parties[A].Circle, told.Circle);
        Assert.Equal(Shape.Of(new PartyProposalWritten(Own, HeadA, "ours", preview.Text, "en", [], null)), Shape.Of(told.Body));
    }

    [Theory]
    [InlineData("[State A: State B: shall]", "[shall]")]
    [InlineData("[State A, State B: [State B: shall]] [State C: x]", "[[shall]] [State C: x]")]
    [InlineData("a [State A:[State A:[State A: b] c] d] e", "a [[[b] c] d] e")]
    [InlineData("[State A: State A, State B/State B :  ] \\[State A: no]", "[] \\[State A: no]")]
    [InlineData("none", "none")]
    public void DR4_no_attribution_is_left_also_where_one_stood_behind_another(string text, string words)
    {
        Assert.Equal(words, Attributions.Without(text, ["State A", "State B"]));
        Assert.DoesNotContain(Brackets.In(words, ["State A", "State B"]).Open, one => one.From.Length > 0);
    }

    [Fact]
    public void DR4_names_of_parties_that_hold_brackets_break_nothing() =>
        Assert.Equal("[shall]", Attributions.Without("[A [x]: shall]", ["A [x]"]));

    [Fact]
    public void DR4_what_a_party_wrote_in_caucus_the_mediators_propose_only_by_its_release()
    {
        var (scene, circle) = InCaucus();
        var make = Make(Freeze(scene, circle, Clean));
        scene.Refused(Refusal.NotAuthorised, Mediator, make);
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Release));
        scene.Done(HeadA, new ReleaseVersion(circle, 1));
        scene.Done(Mediator, make);
    }

    [Fact]
    public void DR4_a_version_frozen_as_disclosable_the_mediators_may_propose()
    {
        var (scene, circle) = InCaucus(Stage.Usual with { Disclosure = Disclosure.DisclosableUnlessMarked });
        scene.Done(Mediator, Make(Freeze(scene, circle, Clean)));
    }

    [Fact]
    public void DR4_what_others_had_a_hand_in_a_party_proposes_when_they_have_let_it_go_or_all_at_the_table_have_it()
    {
        var (scene, circle) = Jointly(Mediator, HeadA, HeadB);
        var version = Freeze(scene, circle, Clean);
        // the other mediator does not have it
        scene.Refused(Refusal.NotAuthorised, HeadA, Write(version));
        scene.Done(HeadB, new GrantAuthority(HeadB, Authority.Release));
        scene.Done(HeadB, new ReleaseVersion(circle, 1));
        scene.Done(HeadA, Write(version));

        (scene, circle) = Jointly(Mediator, CoMediator, HeadA, HeadB);
        scene.Done(HeadA, Write(Freeze(scene, circle, Clean)));

        // a third party would be told at the table
        (scene, circle) = Jointly(true, false, Mediator, CoMediator, HeadA, HeadB);
        scene.Refused(Refusal.NotAuthorised, HeadA, Write(Freeze(scene, circle, Clean)));
    }

    [Fact]
    public void PR5_what_only_mediators_wrote_a_party_does_not_carry_to_others()
    {
        var (scene, circle) = Jointly(false, true, Mediator, HeadA);
        var version = Freeze(scene, circle, Clean);
        scene.Refused(Refusal.NotAuthorised, HeadA, Write(version));
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Release));
        scene.Refused(Refusal.NotAuthorised, HeadA, Write(version));
        scene.Done(Mediator, Make(version));
    }

    [Fact]
    public void SE5_what_a_withdrawn_party_had_a_hand_in_is_proposed_to_nobody_else()
    {
        var (scene, circle) = Jointly(true, false, Mediator, HeadA, HeadC);
        var version = Freeze(scene, circle, Clean);
        scene.Done(HeadC, new GrantAuthority(HeadC, Authority.Release));
        scene.Done(HeadC, new ReleaseVersion(circle, 1));
        scene.Withdraw(HeadC);
        scene.Refused(Refusal.NotAuthorised, HeadA, Write(version));
        scene.Refused(Refusal.NotAuthorised, Mediator, Make(version));
    }

    [Fact]
    public void OP3_what_is_longer_than_a_proposal_may_be_is_refused_as_that_and_what_says_nothing_too()
    {
        var (scene, circle) = OnBench();
        scene.Refused(Refusal.ProposalTooLong, Mediator, Make(Freeze(scene, circle, new string('a', Limits.TextLength + 1))));
        scene.Refused(Refusal.Invalid, Mediator, Make(Freeze(scene, circle, " \n"), " \n"));
        var full = new string('a', Limits.TextLength);
        scene.Done(Mediator, Make(Freeze(scene, circle, full), full));
    }

    [Fact]
    public void PR6_whoever_may_not_make_such_a_proposal_tables_no_version()
    {
        var (scene, circle) = InCaucus();
        var version = Freeze(scene, circle, Clean);
        scene.Refused(Refusal.NotAllowed, HeadA, Make(version));
        scene.Refused(Refusal.NotAllowed, Mediator, Write(version));
        scene.Done(HeadA, new RevokeAuthority(HeadA, Authority.Submit));
        scene.Refused(Refusal.NotAuthorised, HeadA, Write(version));
        Assert.Null(Taking.Preview(scene.State, scene.Next(HeadA, Write(version))));
        scene.Refused(Refusal.NotFound, Mediator, Make(version) with { Proposal = new(Named.Of("no proposal")) });
    }

    private static MakeProposal Make(TabledVersion from, string words = Clean) => new(Id, words, "en", [], Scene.Noon.AddHours(2), from);

    private static WritePartyProposal Write(TabledVersion from, string words = Clean) => new(Own, "ours", words, "en", [], null, From: from);

    private static (Scene Scene, CircleId Circle) OnBench()
    {
        var scene = Begun();
        return Opened(scene, Mediator, scene.State.Bench);
    }

    private static (Scene Scene, CircleId Circle) InCaucus(Protocol? protocol = null)
    {
        var scene = Begun(protocol: protocol);
        var room = new RoomId(Named.Of("caucus"));
        scene.Done(Mediator, new MakeRoom(room, "Caucus"));
        scene.Move(room, Mediator, HeadA);
        return Opened(scene, HeadA, scene.SittingOf(HeadA));
    }

    private static (Scene Scene, CircleId Circle) Jointly(params PersonId[] people) => Jointly(false, false, people);

    private static (Scene Scene, CircleId Circle) Jointly(bool third, bool singleText, params PersonId[] people)
    {
        var scene = Begun(third);
        var room = new RoomId(Named.Of("some of them"));
        scene.Done(Mediator, new MakeRoom(room, "Some of them"));
        scene.Move(room, people);
        return Opened(scene, Mediator, scene.SittingOf(Mediator), singleText);
    }

    private static (Scene Scene, CircleId Circle) Opened(Scene scene, PersonId by, CircleId circle, bool singleText = false)
    {
        scene.Done(by, new OpenDraft(Draft, "Draft", circle, singleText));
        return (scene, scene.State.Drafts[Draft].Circle);
    }

    // all would receive a proposal, and the heads may write one
    private static Scene Begun(bool third = false, Protocol? protocol = null)
    {
        var scene = Stage.Open(third, protocol);
        PersonId[] heads = third ? [HeadA, HeadB, HeadC] : [HeadA, HeadB];
        Array.ForEach(heads, head => scene.Done(head, new GrantAuthority(head, Authority.Submit)));
        scene.Done(Mediator, new OfferProposal(Id, "a way out", [A, B], Scene.Noon.AddHours(1)));
        scene.Done(HeadA, new AnswerOffer(Id, true));
        scene.Done(HeadB, new AnswerOffer(Id, true));
        return scene;
    }

    private static TabledVersion Freeze(Scene scene, CircleId circle, string words)
    {
        var version = 7 + scene.State.Drafts[Draft].Frozen.Count;
        var command = scene.Next(Mediator, new FreezeDraft(Draft, circle, version)) with { Drafts = [new(circle, version, words)] };
        var told = Assert.IsType<Decision.Accepted>(scene.Do(command)).Events;
        return new(circle, scene.Head(circle), Assert.IsType<VersionFrozen>(told[0].Body).Hash);
    }
}
