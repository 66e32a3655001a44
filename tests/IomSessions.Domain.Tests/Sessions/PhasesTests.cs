using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Sessions;

public sealed class PhasesTests
{
    [Fact]
    public void SE1_a_session_begins_in_preparation_with_its_secretary_and_three_rooms()
    {
        var scene = Stage.Prepared();
        Assert.Equal(Phase.Preparing, scene.State.Phase);
        Assert.Equal(PersonStatus.Admitted, scene.Person(Secretary).Status);
        Assert.Null(scene.Person(Secretary).Room);
        Assert.Equal(
            [RoomKind.Joint, RoomKind.Mediators, RoomKind.Waiting],
            scene.State.Rooms.Values.Select(room => room.Kind).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("two\nlines")]
    public void SE1_a_session_needs_a_proper_title(string title) =>
        new Scene().Refused(Refusal.Invalid, Command.House, Stage.Preparation with { Title = title });

    [Fact]
    public void SE1_a_session_is_prepared_by_the_house_and_once()
    {
        var scene = Stage.Prepared();
        scene.Refused(Refusal.AlreadyDone, Command.House, Stage.Preparation);
        new Scene().Refused(Refusal.NotAllowed, Secretary, Stage.Preparation);
        new Scene().Refused(Refusal.Invalid, Command.House, Stage.Preparation with { Languages = [] });
        new Scene().Refused(Refusal.Invalid, Command.House, Stage.Preparation with { Title = "half \ud800 a character" });
        new Scene().Refused(Refusal.Invalid, Command.House, Stage.Preparation with { Kind = (SessionKind)9 });
    }

    [Fact]
    public void PE6_nobody_can_be_made_the_house() =>
        new Scene().Refused(Refusal.Invalid, Command.House, Stage.Preparation with { Secretary = Command.House });

    [Fact]
    public void DL7_preparing_what_exists_and_what_does_not_gets_a_stranger_the_same_answer()
    {
        var there = Stage.Prepared().Refused(Nobody, Stage.Preparation);
        Assert.Equal(new Scene().Refused(Nobody, Stage.Preparation), there);
    }

    [Fact]
    public void SE1_opening_needs_two_parties_and_a_protocol()
    {
        var scene = Stage.Prepared();
        scene.Arrive(Mediator, Role.Mediator);
        scene.Done(Secretary, new AddParty(A, "A"));
        scene.Propose(Stage.Usual);
        scene.Refused(Refusal.NotReady, Mediator, new ChangePhase(Phase.Open, null));
        scene.Done(Secretary, new AddParty(B, "B"));
        scene.Done(Mediator, new ChangePhase(Phase.Open, null));
        Assert.Equal(Phase.Open, scene.State.Phase);
        Stage.Gathered().Refused(Refusal.NotReady, Mediator, new ChangePhase(Phase.Open, null));
    }

    [Theory]
    [InlineData(Phase.Preparing, null)]
    [InlineData(Phase.Adjourned, Outcome.Settled)]
    [InlineData(Phase.Concluded, null)]
    [InlineData(Phase.Concluded, (Outcome)99)]
    [InlineData((Phase)99, null)]
    [InlineData(Phase.Open, null)]
    public void SE1_what_does_not_follow_is_refused(Phase to, Outcome? outcome) =>
        Assert.Contains(Stage.Open().Refused(Mediator, new ChangePhase(to, outcome)).Code, (string[])["wrong_phase", "invalid"]);

    [Fact]
    public void SE1_only_a_mediator_changes_the_phase()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.NotAllowed, Secretary, new ChangePhase(Phase.Adjourned, null));
        scene.Refused(Refusal.NotAllowed, HeadA, new ChangePhase(Phase.Adjourned, null));
    }

    [Fact]
    public void SE1_an_adjournment_sends_everybody_home_and_only_home_rooms_speak()
    {
        var scene = Stage.Together();
        scene.Done(Mediator, new ChangePhase(Phase.Adjourned, null));
        Assert.Null(scene.Joint.Sitting);
        Assert.Equal(scene.Home(A), scene.Person(HeadA).Room);
        Assert.Equal(scene.State.RoomOfKind(RoomKind.Mediators).Id, scene.Person(Mediator).Room);
        scene.Done(HeadA, new Say(scene.SittingOf(HeadA), "among us", "en"));
        scene.Done(HeadA, new SayInDelegation("among us", "en"));
        scene.Done(Mediator, new SayOnBench(scene.State.Bench, "among us", "en"));
        scene.Refused(Refusal.WrongPhase, Mediator, scene.Arrange(null, new Move(scene.Joint.Id, [HeadA], [])));
        scene.Refused(Refusal.WrongPhase, Mediator, new MakeRoom(Named.Room("late"), "late"));
    }

    [Fact]
    public void SE1_while_not_open_a_mediator_may_visit_a_home_room()
    {
        var scene = Stage.Gathered();
        scene.Move(scene.Home(A), Mediator);
        Assert.Contains(Mediator, scene.RoomOf(HeadA).People);
    }

    [Fact]
    public void SE1_a_concluded_session_is_for_reading_only()
    {
        var scene = Stage.Together();
        var (room, joint) = (scene.Room("r"), scene.SittingOf(HeadA));
        scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Settled));
        scene.Refused(Refusal.WrongPhase, HeadA, new Say(scene.SittingOf(HeadA), "too late", "en"));
        scene.Refused(Refusal.WrongPhase, HeadA, new SayInDelegation("too late", "en"));
        scene.Refused(Refusal.WrongPhase, Mediator, new SayOnBench(scene.State.Bench, "too late", "en"));
        scene.Refused(Refusal.WrongPhase, Mediator, scene.Arrange(null, new Move(scene.Home(A), [Mediator], [])));
        scene.Refused(Refusal.WrongPhase, Mediator, new ProposeProtocol(Stage.Usual));
        scene.Refused(Refusal.WrongPhase, HeadA, new AcceptProtocol(1));
        scene.Refused(Refusal.WrongPhase, Mediator, new RenameRoom(room, "other"));
        scene.Refused(Refusal.WrongPhase, Mediator, new CloseRoom(room, null, null));
        scene.Refused(Refusal.WrongPhase, Secretary, new RegisterPerson(Nobody, "late", Role.Expert, A));
        scene.Refused(Refusal.WrongPhase, Secretary, new AddParty(C, "late"));
        Assert.True(scene.Reads(HeadA, joint));
        scene.Done(Mediator, new ChangePhase(Phase.Open, null));
        Assert.Equal(Phase.Open, scene.State.Phase);
    }

    [Fact]
    public void SE1_a_conclusion_after_an_adjournment_leaves_no_mediator_in_a_home_room()
    {
        var scene = Stage.Open();
        scene.Done(Mediator, new ChangePhase(Phase.Adjourned, null));
        scene.Move(scene.Home(A), Mediator);
        var events = scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Lapsed));
        Assert.Equal(RoomKind.Mediators, scene.RoomOf(Mediator).Kind);
        Expect.One<CaucusEnded>(events);
    }

    [Fact]
    public void SE1_a_consent_to_a_mediator_comes_too_late_after_the_conclusion()
    {
        var scene = Stage.Open();
        scene.Register(Nobody, Role.Mediator);
        scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Withdrawn));
        scene.Refused(Refusal.WrongPhase, HeadA, new ConsentToMediator(Nobody));
    }

    [Fact]
    public void SE4_two_sessions_share_nothing_of_their_own()
    {
        var (one, other) = (Stage.Open(name: "one"), Stage.Open(name: "other"));
        Assert.Empty(one.State.Circles.Keys.Intersect(other.State.Circles.Keys));
        Assert.Empty(one.State.Rooms.Keys.Intersect(other.State.Rooms.Keys));
    }
}
