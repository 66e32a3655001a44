using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.People;

public sealed class MediatorsTests
{
    [Fact]
    public void PE6_after_the_opening_a_mediator_waits_for_every_party()
    {
        var scene = Stage.Open();
        var (bench, number) = (scene.State.Bench, scene.State.BenchNumber);
        var proposed = scene.Done(Secretary, new RegisterPerson(Nobody, "Third mediator", Role.Mediator, null));
        Assert.Contains(new MediatorProposed(Nobody, "Third mediator"), scene.InHall);
        Expect.None<PersonAnnounced>(proposed);
        scene.Refused(Refusal.NeedsConsent, Nobody, new GiveUndertaking("2026-1"));
        scene.Refused(Refusal.NotFound, Mediator, new AdmitPeople([Nobody]));
        scene.Done(HeadA, new ConsentToMediator(Nobody));
        Assert.Empty(scene.Done(HeadA, new ConsentToMediator(Nobody)));
        scene.Refused(Refusal.NeedsConsent, Nobody, new GiveUndertaking("2026-1"));
        Assert.Equal(bench, scene.State.Bench);
        scene.Done(HeadB, new ConsentToMediator(Nobody));
        Assert.Equal(number + 1, scene.State.BenchNumber);
        scene.Done(Nobody, new GiveUndertaking("2026-1"));
        Assert.True(scene.Reads(Nobody, scene.State.Bench));
        Assert.False(scene.Reads(Nobody, bench));
        Assert.True(scene.Reads(Mediator, bench));
    }

    [Fact]
    public void PE6_consent_to_a_mediator_needs_authority_and_somebody_who_waits_for_it()
    {
        var scene = Stage.Open();
        scene.Register(Nobody, Role.Mediator);
        scene.Refused(Refusal.NotAuthorised, CounselA, new ConsentToMediator(Nobody));
        scene.Refused(Refusal.NotAuthorised, Mediator, new ConsentToMediator(Nobody));
        scene.Refused(Refusal.NotFound, HeadA, new ConsentToMediator(CoMediator));
        scene.Refused(Refusal.NotFound, HeadA, new ConsentToMediator(Named.Person("unknown")));
    }

    [Fact]
    public void PE8_a_new_bench_tells_the_floor_as_it_is()
    {
        var (scene, _) = Stage.Caucus();
        scene.Register(Nobody, Role.Mediator);
        scene.Done(HeadA, new ConsentToMediator(Nobody));
        scene.Done(HeadB, new ConsentToMediator(Nobody));
        Floors.AreAs(scene.State, Assert.IsType<BenchOpened>(scene.Told(scene.State.Bench).First()).Floor);
    }

    [Fact]
    public void PE8_a_closed_room_is_not_on_a_new_bench()
    {
        var (scene, room) = Stage.Caucus();
        var close = new CloseRoom(room, scene.State.Rooms[room].Sitting, new Confirmation([], scene.State.Rooms[room].People));
        scene.Done(Mediator, close);
        scene.Done(Secretary, new RemovePerson(CoMediator, "both parties"));
        var bench = Assert.IsType<BenchOpened>(scene.Told(scene.State.Bench).First());
        Assert.DoesNotContain(bench.Floor, row => row.Room == room);
        scene.Refused(Refusal.NotFound, Mediator, new RenameRoom(room, "again"));
    }

    [Fact]
    public void PE6_a_proposed_mediator_can_be_withdrawn_and_the_bench_stays()
    {
        var scene = Stage.Open();
        scene.Register(Nobody, Role.Mediator);
        var bench = scene.State.Bench;
        scene.Done(Secretary, new RemovePerson(Nobody, "State A"));
        Assert.Equal(bench, scene.State.Bench);
        scene.Refused(Refusal.NotFound, HeadB, new ConsentToMediator(Nobody));
    }

    [Fact]
    public void PE5_without_a_mediator_joint_and_caucus_rooms_take_no_speech()
    {
        var scene = Stage.Together();
        scene.Move(scene.Room("side"), CounselB, Interpreter);
        scene.Done(Command.House, new NoteMediators(true));
        Assert.Empty(scene.Done(Command.House, new NoteMediators(true)));
        Assert.Contains(scene.InHall, told => told is MediatorsAbsent);
        Assert.True(scene.Refused(HeadA, new Say(scene.SittingOf(HeadA), "alone?", "en")).Retry);
        scene.Refused(Refusal.NoMediator, CounselB, new Say(scene.SittingOf(CounselB), "alone?", "en"));
        scene.Done(HeadA, new GoHome(scene.SittingOf(HeadA), false));
        scene.Done(HeadA, new Say(scene.SittingOf(HeadA), "home", "en"));
        scene.Done(Command.House, new NoteMediators(false));
        scene.Done(HeadB, new Say(scene.SittingOf(HeadB), "again", "en"));
    }

    [Fact]
    public void PE5_only_a_running_session_waits_for_mediators_and_only_the_house_says_so()
    {
        var scene = Stage.Gathered();
        Assert.Empty(scene.Done(Command.House, new NoteMediators(true)));
        scene.Refused(Refusal.NotAllowed, Mediator, new NoteMediators(true));
        var open = Stage.Open();
        open.Done(Command.House, new NoteMediators(true));
        open.Done(Mediator, new ChangePhase(Phase.Adjourned, null));
        open.Done(Mediator, new ChangePhase(Phase.Open, null));
        Assert.False(open.State.MediatorsAbsent);
    }

    [Fact]
    public void PE5_mediators_are_equal()
    {
        var scene = Stage.Together();
        var room = scene.Room("made by one");
        scene.Done(CoMediator, new RenameRoom(room, "renamed by the other"));
        scene.Done(CoMediator, new CloseRoom(room, null, null));
        scene.Done(CoMediator, new ChangePhase(Phase.Adjourned, null));
    }
}
