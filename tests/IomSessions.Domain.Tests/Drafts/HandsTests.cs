using System.Collections.Immutable;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Drafts;

/// <summary>Whose words a draft has stays with it, whoever has it afterwards (DR4).</summary>
public sealed class HandsTests
{
    private const string Words = "The Parties shall meet.";
    private static readonly DraftId Id = Named.Draft("first");
    private static readonly DraftId Next = Named.Draft("second");
    private static readonly DraftId Third = Named.Draft("third");

    [Fact]
    public void DR4_what_a_party_wrote_does_not_leave_without_it_once_it_is_off_the_list()
    {
        var (scene, circle) = Drafting(true, Mediator, HeadA, HeadB);
        var told = Give(scene, Mediator, circle, Mediator, HeadA);
        Assert.Equal([B], Hands(told));
        circle = scene.State.Drafts[Id].Circle;
        Freeze(scene, HeadA, Id);
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Release));
        scene.Done(HeadA, new ReleaseVersion(circle, 1));
        scene.Move(scene.Joint.Id, Mediator, HeadA, HeadC);
        scene.Refused(Refusal.NotAuthorised, Mediator, Take(scene, Next, circle, 4, scene.SittingOf(Mediator)));
        scene.Refused(Refusal.NotAuthorised, HeadA, Take(scene, Next, circle, 4, scene.SittingOf(HeadA)));
    }

    [Fact]
    public void DR4_mediators_who_keep_a_text_for_themselves_do_not_come_to_own_what_a_party_wrote()
    {
        var (scene, circle) = Drafting(false, Mediator, HeadA);
        Assert.Equal([A], Hands(Give(scene, Mediator, circle, Mediator)));
        circle = scene.State.Drafts[Id].Circle;
        Freeze(scene, Mediator, Id);
        scene.Move(scene.Joint.Id, Mediator, HeadA, HeadB);
        scene.Refused(Refusal.NotAuthorised, Mediator, Take(scene, Next, circle, 4, scene.SittingOf(Mediator)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DR4_nor_by_a_new_draft_of_their_own(bool singleText)
    {
        var (scene, circle) = Drafting(false, Mediator, HeadA);
        Freeze(scene, HeadA, Id);
        if (!singleText)
        {
            var alone = new RoomId(Named.Of("alone"));
            scene.Done(Mediator, new MakeRoom(alone, "Alone"));
            scene.Move(alone, Mediator);
        }

        Assert.Equal([A], Hands(Taken(scene, Mediator, Take(scene, Next, circle, 3, scene.SittingOf(Mediator)) with { SingleText = singleText })));
        Freeze(scene, Mediator, Next);
        scene.Move(scene.Joint.Id, Mediator, HeadA, HeadB);
        scene.Refused(Refusal.NotAuthorised, Mediator, Take(scene, Third, scene.State.Drafts[Next].Circle, 4, scene.SittingOf(Mediator)));
    }

    [Fact]
    public void DR4_a_delegation_does_not_come_to_own_what_another_wrote_with_it()
    {
        var (scene, circle) = Drafting(true, Mediator, HeadA, HeadB);
        Freeze(scene, HeadA, Id);
        Assert.Equal([B], Hands(Taken(scene, HeadA, Take(scene, Next, circle, 3, scene.State.Parties[A].Circle))));
        Freeze(scene, HeadA, Next);
        var own = scene.State.Drafts[Next].Circle;
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Release));
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Submit));
        scene.Done(HeadA, new ReleaseVersion(own, 1));
        scene.Move(scene.Joint.Id, Mediator, HeadA, HeadC);
        scene.Refused(Refusal.NotAuthorised, HeadA, Take(scene, Third, own, 4, scene.SittingOf(HeadA)));
        var hash = scene.Told(own).OfType<VersionFrozen>().Single().Hash;
        scene.Refused(Refusal.NotAuthorised, HeadA, new WritePartyProposal(new(Named.Of("own")), "Own", Words, "en", [], null, From: new(own, 4, hash)));
    }

    [Fact]
    public void DR4_what_was_let_go_is_free_of_whoever_wrote_it()
    {
        var (scene, circle) = Drafting(true, Mediator, HeadA, HeadB);
        Freeze(scene, HeadA, Id);
        scene.Done(HeadB, new GrantAuthority(HeadB, Authority.Release));
        scene.Done(HeadB, new ReleaseVersion(circle, 1));
        // of its own consent A is asked again
        Assert.Null(Taken(scene, HeadA, Take(scene, Next, circle, 3, scene.State.Parties[A].Circle)).Hands);
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Release));
        scene.Done(HeadA, new ReleaseVersion(circle, 1));
        scene.Move(scene.Joint.Id, Mediator, HeadC);
        Assert.Null(Taken(scene, Mediator, Take(scene, Third, circle, 3, scene.SittingOf(Mediator)) with { SingleText = true }).Hands);
    }

    [Fact]
    public void SE5_what_a_withdrawn_party_had_a_hand_in_is_taken_to_nobody_else_by_those_who_stay()
    {
        var (scene, circle) = Drafting(true, Mediator, HeadA, HeadB);
        scene.Withdraw(HeadB);
        Give(scene, Mediator, circle, Mediator, HeadA);
        Freeze(scene, HeadA, Id);
        circle = scene.State.Drafts[Id].Circle;
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Release));
        scene.Done(HeadA, new ReleaseVersion(circle, 1));
        scene.Move(scene.Joint.Id, Mediator, HeadA, HeadC);
        scene.Refused(Refusal.NotAuthorised, Mediator, Take(scene, Next, circle, 4, scene.SittingOf(Mediator)));
    }

    [Fact]
    public void DR4_a_guest_does_not_come_onto_the_list_of_what_a_party_wrote()
    {
        var (scene, circle) = Drafting(false, Mediator, HeadA);
        var guest = Named.Person("guest");
        scene.Arrive(guest, Role.NonParty, null);
        scene.Done(Mediator, new AdmitPeople([guest]));
        scene.Refused(Refusal.NotFound, Mediator, new SetDraftPeople(Id, circle, [Mediator, HeadA, guest]));
        scene.Done(Mediator, new OpenDraft(Next, "Ours", scene.State.Bench));
        var bench = scene.State.Drafts[Next].Circle;
        scene.Do(scene.Next(Mediator, new SetDraftPeople(Next, bench, [Mediator, guest])) with { Drafts = [new(bench, 7, Words)] });
        Assert.True(scene.Reads(guest, scene.State.Drafts[Next].Circle));
    }

    [Fact]
    public void OP3_a_draft_changes_hands_so_often_and_no_more_and_its_versions_are_counted_over_all_of_them()
    {
        var (scene, circle) = Drafting(false, Mediator, HeadA);
        for (var times = 1; times < Limits.DraftGivings; times++)
        {
            Give(scene, Mediator, scene.State.Drafts[Id].Circle, times % 2 == 0 ? [Mediator, HeadA] : [Mediator, HeadA, CoMediator]);
        }

        circle = scene.State.Drafts[Id].Circle;
        var ask = scene.Next(Mediator, new SetDraftPeople(Id, circle, [Mediator, CounselA])) with { Drafts = [new(circle, 7, Words)] };
        Assert.Equal(Refusal.TooMany, Assert.IsType<Decision.Refused>(scene.Do(ask)).Refusal);
    }

    private static (Scene Scene, CircleId Circle) Drafting(bool third, params PersonId[] people)
    {
        var scene = Stage.Open(third);
        var room = new RoomId(Named.Of("some of them"));
        scene.Done(Mediator, new MakeRoom(room, "Some of them"));
        scene.Move(room, people);
        scene.Done(Mediator, new OpenDraft(Id, "Draft", scene.SittingOf(Mediator)));
        return (scene, scene.State.Drafts[Id].Circle);
    }

    private static DraftOpened Give(Scene scene, PersonId by, CircleId circle, params ImmutableArray<PersonId> people)
    {
        var ask = scene.Next(by, new SetDraftPeople(Id, circle, people)) with { Drafts = [new(circle, 7, Words)] };
        return Opened(Assert.IsType<Decision.Accepted>(scene.Do(ask)).Events);
    }

    private static void Freeze(Scene scene, PersonId by, DraftId draft)
    {
        var circle = scene.State.Drafts[draft].Circle;
        Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(by, new FreezeDraft(draft, circle, 7)) with { Drafts = [new(circle, 7, Words)] }));
    }

    private static TakeDraft Take(Scene scene, DraftId taken, CircleId from, long offset, CircleId audience)
    {
        Assert.IsType<VersionText>(scene.Told(from).ElementAt((int)offset - 1));
        return new TakeDraft(taken, "Taken", from, offset, audience, [], null);
    }

    private static DraftOpened Taken(Scene scene, PersonId by, TakeDraft ask) =>
        Opened(scene.Done(by, ask with { Confirm = Taking.Preview(scene.State, scene.Next(by, ask))!.Confirm }));

    private static PartyId[] Hands(DraftOpened told) => [.. told.Hands!.Value];

    private static DraftOpened Opened(IEnumerable<Event> told) => told.Select(one => one.Body).OfType<DraftOpened>().Single();
}
