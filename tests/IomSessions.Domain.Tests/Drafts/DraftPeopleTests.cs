using System.Collections.Immutable;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Drafts;

public sealed class DraftPeopleTests
{
    private static readonly DraftId Id = Named.Draft("agreement");

    [Fact]
    public void DR1_a_draft_is_of_those_who_sit_there_and_stays_theirs_when_they_part()
    {
        var (scene, room) = Stage.Caucus();
        var circle = Opened(scene, Mediator, scene.SittingOf(Mediator));
        Assert.Equal(scene.State.Rooms[room].People, scene.State.Circles[circle].People);
        Assert.False(scene.Reads(CoMediator, circle));
        Assert.False(scene.Reads(HeadB, circle));
        scene.Done(HeadA, new GoHome(scene.SittingOf(HeadA), false));
        Assert.Null(Writing.MayEdit(HeadA, circle, scene.State));
        Assert.Equal(Refusal.NotFound, Writing.MayEdit(HeadB, circle, scene.State));
    }

    [Fact]
    public void DR1_a_delegation_and_the_bench_have_drafts_of_their_own()
    {
        var scene = Stage.Open();
        var own = Opened(scene, CounselA, scene.State.Parties[A].Circle);
        Assert.True(scene.Reads(HeadA, own));
        Assert.False(scene.Reads(Mediator, own));
        var bench = Opened(scene, CoMediator, scene.State.Bench, Named.Draft("of the bench"));
        Assert.Equal(Company.Of(Mediator, CoMediator), scene.State.Circles[bench].People);
        scene.Refused(Refusal.SittingChanged, HeadB, new OpenDraft(Named.Draft("x"), "Draft", scene.State.Parties[A].Circle));
        scene.Refused(Refusal.SittingChanged, HeadB, new OpenDraft(Named.Draft("x"), "Draft", scene.State.Bench));
        scene.Refused(Refusal.NotAllowed, HeadB, new OpenDraft(Named.Draft("x"), "Draft", scene.State.Hall));
        scene.Refused(Refusal.AlreadyDone, HeadB, new OpenDraft(Id, "Draft", scene.State.Parties[B].Circle));
        scene.Refused(Refusal.Invalid, HeadB, new OpenDraft(Named.Draft("x"), " ", scene.State.Parties[B].Circle));
    }

    [Fact]
    public void DR1_only_an_audience_that_was_seen_gets_a_draft()
    {
        var (scene, room) = Stage.Caucus();
        var before = scene.SittingOf(Mediator);
        scene.Move(room, CoMediator);
        scene.Refused(Refusal.SittingChanged, Mediator, new OpenDraft(Id, "Draft", before));
    }

    [Fact]
    public void DR5_whoever_may_no_longer_write_is_refused()
    {
        var scene = Stage.Together();
        var circle = Opened(scene, HeadA, scene.SittingOf(HeadA));
        Assert.Null(Writing.MayEdit(CounselB, circle, scene.State));
        scene.Done(HeadB, new RevokeAuthority(CounselB, Authority.Speak));
        Assert.Equal(Refusal.NotAuthorised, Writing.MayEdit(CounselB, circle, scene.State));
        scene.Done(Mediator, new SuspendPerson(CounselB));
        Assert.Equal(Refusal.NotFound, Writing.MayEdit(CounselB, circle, scene.State));
        scene.Done(Command.House, new NoteMediators(true));
        Assert.Equal(Refusal.NoMediator, Writing.MayEdit(HeadA, circle, scene.State));
        scene.Done(Command.House, new NoteMediators(false));
        scene.Done(Mediator, new ChangePhase(Phase.Adjourned, null));
        Assert.Null(Writing.MayEdit(HeadA, circle, scene.State));
        scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Settled));
        Assert.Equal(Refusal.WrongPhase, Writing.MayEdit(Mediator, circle, scene.State));
        Assert.True(scene.Reads(HeadA, circle));
    }

    [Fact]
    public void DR5_when_a_party_withdraws_nobody_writes_until_the_draft_is_given_to_those_who_stay()
    {
        var scene = Stage.Together(third: true);
        var circle = Opened(scene, Mediator, scene.SittingOf(Mediator));
        scene.Done(HeadB, new GrantAuthority(HeadB, Authority.Withdraw));
        scene.Done(HeadB, new WithdrawParty(B));
        Assert.Equal(Refusal.PartyWithdrawn, Writing.MayEdit(HeadB, circle, scene.State));
        Assert.Equal(Refusal.PartyWithdrawn, Writing.MayEdit(HeadA, circle, scene.State));
        Assert.Equal(Refusal.PartyWithdrawn, Writing.MayEdit(Mediator, circle, scene.State));
        scene.Refused(Refusal.PartyWithdrawn, Mediator, new SetDraftPeople(Id, circle, [Mediator, HeadA, HeadB]));
        Set(scene, Mediator, circle, "text", Mediator, HeadA, HeadC);
        Assert.Null(Writing.MayEdit(HeadA, scene.State.Drafts[Id].Circle, scene.State));
        Assert.True(scene.Reads(HeadB, circle));
        Assert.False(scene.Reads(HeadB, scene.State.Drafts[Id].Circle));
    }

    [Fact]
    public void PR5_in_a_single_text_only_mediators_write()
    {
        var scene = Stage.Together();
        scene.Refused(Refusal.NotAllowed, HeadA, new OpenDraft(Id, "Draft", scene.SittingOf(HeadA), SingleText: true));
        scene.Done(Mediator, new OpenDraft(Id, "Draft", scene.SittingOf(Mediator), SingleText: true));
        var circle = scene.State.Drafts[Id].Circle;
        Assert.True(scene.Reads(HeadA, circle));
        Assert.Equal(Refusal.NotAllowed, Writing.MayEdit(HeadA, circle, scene.State));
        Assert.Null(Writing.MayEdit(CoMediator, circle, scene.State));
    }

    [Fact]
    public void DR4_other_people_get_the_text_as_it_is_and_nothing_of_what_was_before()
    {
        var scene = Stage.Open();
        var first = Opened(scene, HeadA, scene.State.Parties[A].Circle);
        scene.Arrive(Named.Person("expert"), Role.Expert, A);
        scene.Done(Mediator, new AdmitPeople([Named.Person("expert")]));
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Brief));
        var told = Set(scene, HeadA, first, "as it is", HeadA, CounselA, Named.Person("expert"));
        var second = scene.State.Drafts[Id].Circle;
        Assert.Equal(["DraftEnded", "DraftOpened", "VersionText"], told.Select(one => one.Body.GetType().Name));
        Assert.Equal(new VersionText(Id, 0, "as it is"), told[2].Body);
        Assert.False(scene.Reads(Named.Person("expert"), first));
        Assert.True(scene.Reads(Named.Person("expert"), second));
        Assert.Equal(Refusal.DraftEnded, Writing.MayEdit(HeadA, first, scene.State));
        Assert.Null(Writing.MayEdit(HeadA, second, scene.State));
        Assert.True(scene.Reads(InterpreterA, first));
        Assert.False(scene.Reads(InterpreterA, second));
        scene.Refused(Refusal.DraftEnded, HeadA, new SetDraftPeople(Id, first, [HeadA]));
    }

    [Fact]
    public void DR4_another_party_never_comes_onto_the_list()
    {
        var (scene, _) = Stage.Caucus();
        var circle = Opened(scene, Mediator, scene.SittingOf(Mediator));
        scene.Refused(Refusal.NotFound, Mediator, new SetDraftPeople(Id, circle, [Mediator, HeadA, HeadB]));
        scene.Refused(Refusal.NotAllowed, HeadA, new SetDraftPeople(Id, circle, [HeadA]));
        scene.Refused(Refusal.NotFound, CoMediator, new SetDraftPeople(Id, circle, [CoMediator]));
        scene.Refused(Refusal.Invalid, Mediator, new SetDraftPeople(Id, circle, [HeadA]));
        Set(scene, Mediator, circle, "text", Mediator, CoMediator, HeadA);
        Assert.True(scene.Reads(CoMediator, scene.State.Drafts[Id].Circle));
    }

    private static ImmutableArray<Event> Set(Scene scene, PersonId by, CircleId circle, string text, params ImmutableArray<PersonId> people) =>
        Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(by, new SetDraftPeople(Id, circle, people)) with { Drafts = [new(circle, 4, text)] })).Events;

    private static CircleId Opened(Scene scene, PersonId by, CircleId @for, DraftId? id = null)
    {
        scene.Done(by, new OpenDraft(id ?? Id, "Draft agreement", @for));
        return scene.State.Drafts[id ?? Id].Circle;
    }
}
