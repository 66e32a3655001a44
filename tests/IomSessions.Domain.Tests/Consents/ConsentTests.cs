using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Consents;

public sealed class ConsentTests
{
    [Fact]
    public void SE5_a_mediator_without_every_consent_is_off_the_bench_at_once()
    {
        var scene = Stage.Together();
        var (bench, number, sat) = (scene.State.Bench, scene.State.BenchNumber, scene.SittingOf(CoMediator));
        scene.Done(HeadA, new WithdrawConsent(CoMediator, null));
        var withdrawn = Assert.Single(scene.InHall.OfType<ConsentWithdrawn>());
        Assert.Equal((A, CoMediator, null), (withdrawn.By, withdrawn.Person, withdrawn.Party));
        Assert.Equal(B, Assert.Single(withdrawn.Standing));
        Assert.Equal(number + 1, scene.State.BenchNumber);
        Assert.Equal(Company.Of(Mediator), scene.State.Circles[scene.State.Bench].People);
        Assert.Null(scene.Person(CoMediator).Room);
        Assert.False(scene.Reads(CoMediator, bench) || scene.Reads(CoMediator, scene.State.Hall) || scene.Reads(CoMediator, sat));
        Assert.DoesNotContain(CoMediator, scene.Joint.People);
        Assert.Equal(Phase.Open, scene.State.Phase);
        scene.Refused(Refusal.NotFound, Mediator, new AdmitPeople([CoMediator]));
        scene.Refused(Refusal.NeedsConsent, CoMediator, new GiveUndertaking("2026-1"));
    }

    [Fact]
    public void SE5_with_the_consent_given_again_he_comes_back_with_a_new_undertaking_to_a_new_bench()
    {
        var scene = Stage.Open();
        scene.Done(HeadA, new WithdrawConsent(CoMediator, null));
        scene.Done(HeadB, new WithdrawConsent(CoMediator, null));
        Assert.Empty(scene.Done(HeadB, new WithdrawConsent(CoMediator, null)));
        var between = scene.State.Bench;
        scene.Done(HeadA, new ConsentToMediator(CoMediator));
        Assert.Equal(between, scene.State.Bench);
        scene.Done(HeadB, new GiveConsent(CoMediator, null));
        scene.Done(CoMediator, new GiveUndertaking("2026-1"));
        Assert.True(scene.Reads(CoMediator, scene.State.Bench));
        Assert.False(scene.Reads(CoMediator, between));
        Assert.Equal(RoomKind.Mediators, scene.RoomOf(CoMediator).Kind);
    }

    [Fact]
    public void SE5_without_any_mediator_left_the_session_adjourns()
    {
        var scene = Stage.Together();
        scene.Done(HeadA, new WithdrawConsent(CoMediator, null));
        var told = scene.Done(HeadB, new WithdrawConsent(Mediator, null));
        Assert.Equal(Phase.Adjourned, Expect.One<PhaseChanged>(told).Phase);
        Assert.Equal(Company.Nobody, scene.State.Circles[scene.State.Bench].People);
        Assert.Equal(scene.Home(A), scene.Person(HeadA).Room);
        scene.Register(Nobody, Role.Mediator);
        scene.Done(HeadA, new GiveConsent(Nobody, null));
        scene.Done(HeadB, new GiveConsent(Nobody, null));
        scene.Done(Nobody, new GiveUndertaking("2026-1"));
        scene.Done(Nobody, new ChangePhase(Phase.Open, null));
    }

    [Fact]
    public void SE5_consent_needs_accept_and_somebody_to_whom_one_consents()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.NotAuthorised, CounselA, new WithdrawConsent(Mediator, null));
        scene.Refused(Refusal.NotAuthorised, Mediator, new WithdrawConsent(CoMediator, null));
        scene.Refused(Refusal.Invalid, HeadA, new WithdrawConsent(null, null));
        scene.Refused(Refusal.Invalid, HeadA, new GiveConsent(Guest, C));
        scene.Refused(Refusal.NotFound, HeadA, new WithdrawConsent(HeadB, null));
        scene.Refused(Refusal.NotFound, HeadA, new WithdrawConsent(Named.Person("unknown"), null));
        scene.Refused(Refusal.NotFound, HeadA, new GiveConsent(Interpreter, null));
        scene.Refused(Refusal.NotFound, HeadA, new WithdrawConsent(null, C));
        scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Settled));
        scene.Refused(Refusal.WrongPhase, HeadA, new WithdrawConsent(Mediator, null));
    }

    [Fact]
    public void SE5_a_guest_whose_consent_ends_goes_to_the_waiting_place_and_can_be_placed_nowhere()
    {
        var scene = Stage.Together();
        scene.Welcome(Guest, scene.Joint.Id);
        scene.Move(scene.Joint.Id, Guest);
        scene.Done(HeadB, new WithdrawConsent(Guest, null));
        Assert.Equal(RoomKind.Waiting, scene.RoomOf(Guest).Kind);
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(scene.Joint.Id, [Guest], [])));
        Assert.Empty(scene.Done(HeadB, new WithdrawConsent(Guest, null)));
        scene.Done(HeadB, new GiveConsent(Guest, null));
        scene.Move(scene.Joint.Id, Guest);
    }
}
