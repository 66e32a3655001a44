using System.Collections.Immutable;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Drafts;

public sealed class TakingTests
{
    private const string Words = "The Parties [State A: shall][State B: should] meet.";
    private static readonly DraftId Id = Named.Draft("first");
    private static readonly DraftId Next = Named.Draft("second");

    [Fact]
    public void DR3_the_version_that_is_seen_is_frozen_and_another_is_not()
    {
        var (scene, circle) = InCaucus();
        scene.Refused(Refusal.DraftStale, HeadA, new FreezeDraft(Id, circle, 8));
        var told = Freeze(scene, HeadA, circle);
        var frozen = Assert.IsType<VersionFrozen>(told[0].Body);
        Assert.Equal((1, 7L, HeadA, 2), (frozen.Number, frozen.Version, frozen.By, frozen.Brackets));
        Assert.Equal(frozen.Hash, FrozenText.HashOf(Words, Convert.FromHexString(frozen.Salt)));
        Assert.Equal(new VersionText(Id, 1, Words), told[1].Body);
        Assert.Equal(2, ((VersionFrozen)Freeze(scene, Mediator, circle, version: 8)[0].Body).Number);
        scene.Refused(Refusal.NotFound, HeadB, new FreezeDraft(Id, circle, 7));
    }

    [Fact]
    public void DR3_a_version_is_frozen_once()
    {
        var (scene, circle) = InCaucus();
        Freeze(scene, HeadA, circle);
        var again = scene.Next(Mediator, new FreezeDraft(Id, circle, 7)) with { Drafts = [new(circle, 7, Words)] };
        Assert.Equal(Refusal.AlreadyDone, Assert.IsType<Decision.Refused>(scene.Do(again)).Refusal);
        Freeze(scene, Mediator, circle, version: 8);
    }

    [Fact]
    public void DR2_a_frozen_version_is_marked_clean_when_no_bracket_is_open_in_it_and_not_before()
    {
        var (scene, circle) = InCaucus();
        Freeze(scene, HeadA, circle);
        scene.Refused(Refusal.DraftBrackets, HeadA, new MarkVersionClean(circle, 1));
        scene.Refused(Refusal.NotFound, HeadA, new MarkVersionClean(circle, 2));
        Freeze(scene, HeadA, circle, "The Parties shall meet.", version: 8);
        scene.Refused(Refusal.NotFound, HeadB, new MarkVersionClean(circle, 2));
        Assert.Equal(new Event(circle, new VersionMarkedClean(Id, 2, HeadA)), Assert.Single(scene.Done(HeadA, new MarkVersionClean(circle, 2))));
        Assert.Equal([false, true], scene.State.Drafts[Id].Frozen.Select(one => one.Clean));
        scene.Refused(Refusal.AlreadyDone, Mediator, new MarkVersionClean(circle, 2));
        // a bracket without its pair is one
        Freeze(scene, HeadA, circle, "The Parties shall] meet.", version: 9);
        scene.Refused(Refusal.DraftBrackets, HeadA, new MarkVersionClean(circle, 3));
    }

    [Fact]
    public void DR5_only_who_may_write_in_it_marks_a_version_clean()
    {
        var (scene, circle) = InCaucus();
        Freeze(scene, HeadA, circle, "The Parties shall meet.");
        scene.Done(HeadA, new RevokeAuthority(HeadA, Authority.Speak));
        scene.Refused(Refusal.NotAuthorised, HeadA, new MarkVersionClean(circle, 1));
        scene.Do(scene.Next(Mediator, new SetDraftPeople(Id, circle, [Mediator])) with { Drafts = [new(circle, 7, "The Parties shall meet.")] });
        scene.Refused(Refusal.DraftEnded, Mediator, new MarkVersionClean(circle, 1));
        // nor does it go on with the text: the next circle freezes its own
        scene.Refused(Refusal.NotFound, Mediator, new MarkVersionClean(scene.State.Drafts[Id].Circle, 1));
    }

    [Fact]
    public void DR4_what_a_party_wrote_in_caucus_leaves_it_only_by_its_release()
    {
        var (scene, circle) = InCaucus();
        Freeze(scene, HeadA, circle);
        scene.Move(scene.Joint.Id, Mediator, HeadA, HeadB);
        var ask = new TakeDraft(Next, "For all", circle, 3, scene.SittingOf(Mediator), [], null);
        scene.Refused(Refusal.NotAuthorised, Mediator, ask);
        scene.Refused(Refusal.NotAuthorised, HeadA, ask);
        scene.Refused(Refusal.NotAuthorised, HeadA, new ReleaseVersion(circle, 1));
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Release));
        scene.Refused(Refusal.NotFound, HeadA, new ReleaseVersion(circle, 2));
        scene.Refused(Refusal.NotFound, HeadB, new ReleaseVersion(circle, 1));
        scene.Done(HeadA, new ReleaseVersion(circle, 1));
        scene.Refused(Refusal.AlreadyDone, HeadA, new ReleaseVersion(circle, 1));
        Assert.True(scene.Reads(HeadB, Taken(scene, Mediator, ask)));
    }

    [Fact]
    public void DR4_taken_is_the_text_alone_and_only_what_was_previewed()
    {
        var (scene, circle) = InCaucus(Stage.Usual with { Disclosure = Disclosure.DisclosableUnlessMarked });
        Freeze(scene, HeadA, circle);
        scene.Move(scene.Joint.Id, Mediator, HeadA, HeadB);
        var ask = new TakeDraft(Next, "For all", circle, 3, scene.SittingOf(Mediator), [12], null);
        scene.Refused(Refusal.DraftUnconfirmed, Mediator, ask);
        var preview = Taking.Preview(scene.State, scene.Next(Mediator, ask))!;
        Assert.Equal("The Parties [State A: shall][should] meet.", preview.Text);
        Assert.Equal([12, 28], preview.Brackets.Select(one => one.Start));
        Assert.Equal(scene.Joint.People, preview.People);
        scene.Refused(Refusal.DraftUnconfirmed, Mediator, ask with { Attributed = [], Confirm = preview.Confirm });
        var told = scene.Done(Mediator, ask with { Confirm = preview.Confirm });
        Assert.Equal(new DraftOpened(Next, "For all", Mediator, preview.People, false), told[0].Body);
        Assert.Equal(new VersionText(Next, 0, preview.Text), told[1].Body);
        Assert.Equal(2, told.Length);
        // nothing leads back: no id of the draft, its circle or its versions
        Assert.DoesNotContain(Id, told.SelectMany(one => Shape.Find<DraftId>(one.Body)));
        Assert.Empty(told.SelectMany(one => Shape.Find<CircleId>(one.Body)));
        Assert.False(scene.Reads(HeadB, circle));
    }

    [Fact]
    public void DR4_what_is_deleted_or_was_before_never_travels() => History.ForAll(200, seed =>
    {
        var typing = new Typing(seed);
        var draft = Manuscript.Of(DraftText.Of(typing.Text(30)));
        // a secret is written, and taken out again, while others write
        var at = draft.Text.IsWithinSign(draft.Text.Length / 2) ? 0 : draft.Text.Length / 2;
        draft = Edit(draft, ChangeSet.Replace(draft.Text.Length, at, at, "PLANTED"));
        draft = Edit(draft, ChangeSet.Replace(draft.Text.Length, draft.Text.Length, draft.Text.Length, typing.Text(5)));
        draft = Edit(draft, ChangeSet.Replace(draft.Text.Length, at, at + 7, ""));
        var (scene, circle) = InCaucus(Stage.Usual with { Disclosure = Disclosure.DisclosableUnlessMarked });
        Freeze(scene, HeadA, circle, draft.Text.ToString());
        scene.Move(scene.Joint.Id, Mediator, HeadA, HeadB);
        var taken = Taken(scene, Mediator, new TakeDraft(Next, "For all", circle, 3, scene.SittingOf(Mediator), [], null));
        Assert.DoesNotContain("PLANTED", Shape.Of(scene.Told(taken)));
        Assert.DoesNotContain(HeadA.Value.ToString("N"), Shape.Of(scene.Told(taken).Skip(1)));
    });

    [Fact]
    public void DR4_among_those_who_wrote_it_a_version_goes_freely()
    {
        var (scene, circle) = InCaucus();
        Freeze(scene, HeadA, circle);
        var own = scene.State.Parties[A].Circle;
        Assert.True(scene.Reads(InterpreterA, Taken(scene, HeadA, new TakeDraft(Next, "Ours", circle, 3, own, [], null))));
        scene.Refused(Refusal.NotFound, HeadB, new TakeDraft(Named.Draft("x"), "Ours", circle, 3, scene.State.Parties[B].Circle, [], null));
        scene.Refused(Refusal.NotFound, HeadA, new TakeDraft(Named.Draft("x"), "Ours", circle, 2, own, [], null));
    }

    [Fact]
    public void PR5_what_only_mediators_wrote_they_take_where_they_sit()
    {
        var scene = Stage.Open();
        scene.Done(Mediator, new OpenDraft(Id, "Draft", scene.State.Bench));
        var bench = scene.State.Drafts[Id].Circle;
        Freeze(scene, Mediator, bench);
        scene.Move(scene.Joint.Id, Mediator, HeadA);
        var circle = Taken(scene, Mediator, new TakeDraft(Next, "Ours", bench, 3, scene.SittingOf(Mediator), [], null, SingleText: true));
        Assert.True(scene.Reads(HeadA, circle));
        Freeze(scene, Mediator, circle, draft: Next);
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Release));
        scene.Refused(Refusal.NotAllowed, HeadA, new ReleaseVersion(circle, 1));
        scene.Refused(Refusal.NotAuthorised, HeadA, new TakeDraft(Named.Draft("x"), "Ours", circle, 4, scene.State.Parties[A].Circle, [], null));
    }

    private static (Scene Scene, CircleId Circle) InCaucus(Protocol? protocol = null)
    {
        var (scene, _) = Stage.Caucus(protocol: protocol);
        scene.Done(HeadA, new OpenDraft(Id, "Draft", scene.SittingOf(HeadA)));
        return (scene, scene.State.Drafts[Id].Circle);
    }

    private static ImmutableArray<Event> Freeze(Scene scene, PersonId by, CircleId circle, string text = Words, DraftId? draft = null, long version = 7)
    {
        var command = scene.Next(by, new FreezeDraft(draft ?? Id, circle, version)) with { Drafts = [new(circle, version, text)] };
        return Assert.IsType<Decision.Accepted>(scene.Do(command)).Events;
    }

    private static CircleId Taken(Scene scene, PersonId by, TakeDraft ask)
    {
        scene.Refused(Refusal.DraftUnconfirmed, by, ask);
        scene.Done(by, ask with { Confirm = Taking.Preview(scene.State, scene.Next(by, ask))!.Confirm });
        return scene.State.Drafts[ask.Draft].Circle;
    }

    private static Manuscript Edit(Manuscript draft, ChangeSet change) => Assert.IsType<Edited.Taken>(
        Editing.Decide(draft, new Submission(HeadA, new EditorId(new Guid(1, 0, 0, new byte[8])), draft.Version, [change]))).Next;
}
