using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Rooms;

public sealed class MovesTests
{
    [Fact]
    public void RM2_only_mediators_move_people()
    {
        var scene = Stage.Open();
        foreach (var other in new[] { HeadA, Interpreter, Guest, Secretary })
        {
            scene.Refused(Refusal.NotAllowed, other, scene.Arrange(null, new Move(scene.Joint.Id, [HeadA], [])));
        }
    }

    [Fact]
    public void RM3_moving_a_party_takes_its_delegation_and_its_interpreters()
    {
        var scene = Stage.Open();
        scene.MoveParties(scene.Joint.Id, A);
        Assert.Equal(Company.Of(HeadA, CounselA, InterpreterA), scene.Joint.People);
        Assert.Null(scene.State.Rooms[scene.Home(A)].Sitting);
    }

    [Fact]
    public void RM3_an_arrangement_is_done_whole_or_not_at_all()
    {
        var scene = Stage.Open();
        var (one, two) = (scene.Room("one"), scene.Room("two"));
        var fine = new Move(one, [Mediator], [A]);
        scene.Refused(Refusal.NotFound, Mediator, scene.Arrange(null, fine, new Move(two, [Nobody], [])));
        scene.Refused(Refusal.NotFound, Mediator, scene.Arrange(null, fine, new Move(two, [Secretary], [])));
        scene.Refused(Refusal.NotFound, Mediator, scene.Arrange(null, fine, new Move(two, [], [C])));
        scene.Refused(Refusal.NotFound, Mediator, scene.Arrange(null, fine, new Move(Named.Room("none"), [CoMediator], [])));
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, fine, new Move(scene.Home(A), [HeadB], [])));
        scene.Done(Mediator, scene.Arrange(null, fine, new Move(two, [CoMediator], [B])));
        Assert.Equal(two, scene.Person(HeadB).Room);
    }

    [Fact]
    public void RM3_an_arrangement_that_contradicts_itself_is_refused()
    {
        var scene = Stage.Open();
        var (one, two) = (scene.Room("one"), scene.Room("two"));
        scene.Refused(Refusal.Invalid, Mediator, scene.Arrange(null, new Move(one, [HeadA], []), new Move(two, [], [A])));
        scene.Refused(Refusal.Invalid, Mediator, scene.Arrange(null, new Move(one, [HeadA], []), new Move(null, [HeadA], [])));
    }

    [Fact]
    public void OP3_an_arrangement_is_complete_and_bounded()
    {
        var scene = Stage.Open();
        var basis = scene.Basis();
        var move = new Move(scene.Joint.Id, [HeadA], []);
        scene.Refused(Refusal.Invalid, Mediator, new Arrange([], basis, null));
        scene.Refused(Refusal.Invalid, Mediator, new Arrange(default, basis, null));
        scene.Refused(Refusal.Invalid, Mediator, new Arrange([move], null!, null));
        scene.Refused(Refusal.Invalid, Mediator, new Arrange([move], new Basis(null!, basis.Rooms), null));
        scene.Refused(Refusal.Invalid, Mediator, new Arrange([move], new Basis(basis.People, null!), null));
        scene.Refused(Refusal.Invalid, Mediator, new Arrange([null!], basis, null));
        scene.Refused(Refusal.Invalid, Mediator, new Arrange([move with { People = default }], basis, null));
        scene.Refused(Refusal.Invalid, Mediator, new Arrange([.. Enumerable.Repeat(move, Limits.Moves + 1)], basis, null));
    }

    [Fact]
    public void RM5_of_two_mediators_moving_the_same_person_one_wins()
    {
        var scene = Stage.Open();
        var (one, two) = (scene.Room("one"), scene.Room("two"));
        var (first, second) = (scene.Arrange(null, new Move(one, [CounselA], [])), scene.Arrange(null, new Move(two, [CounselA], [])));
        scene.Done(Mediator, first);
        var refusal = scene.Refused(CoMediator, second);
        Assert.Equal(Refusal.FloorChanged.Code, refusal.Code);
        var changed = Assert.IsType<RefusalDetail.Changed>(refusal.Detail);
        Assert.Equal(Shape.Of(scene.State.Rooms[one].OnFloor()), Shape.Of(Assert.Single(changed.Rooms)));
        Assert.Equal(one, scene.Person(CounselA).Room);
    }

    [Fact]
    public void RM5_a_change_elsewhere_does_not_conflict()
    {
        var scene = Stage.Open();
        var (one, two) = (scene.Room("one"), scene.Room("two"));
        var (first, second) = (scene.Arrange(null, new Move(one, [], [A])), scene.Arrange(null, new Move(two, [], [B])));
        scene.Done(Mediator, first);
        scene.Done(CoMediator, second);
        Assert.Equal(two, scene.Person(HeadB).Room);
    }

    [Fact]
    public void RM5_a_room_filled_meanwhile_conflicts()
    {
        var scene = Stage.Open();
        var room = scene.Room("room");
        var second = scene.Arrange(null, new Move(room, [HeadB], []));
        scene.Move(room, CoMediator);
        scene.Refused(Refusal.FloorChanged, CoMediator, second);
    }

    [Fact]
    public void RM5_somebody_of_the_party_who_came_meanwhile_conflicts()
    {
        var scene = Stage.Open();
        scene.Arrive(Nobody, Role.Expert, A);
        scene.MoveParties(scene.Room("room"), A);
        var seen = scene.Arrange(null, new Move(scene.Joint.Id, [], [A]));
        scene.Done(Mediator, new AdmitPeople([Nobody]));
        scene.Refused(Refusal.FloorChanged, Mediator, seen with { Confirm = new Confirmation([], scene.RoomOf(HeadA).People) });
    }

    [Fact]
    public void RM5_a_move_that_names_no_basis_for_somebody_conflicts()
    {
        var scene = Stage.Open();
        var move = new Move(scene.Joint.Id, [HeadA], []);
        var basis = scene.Basis(move);
        scene.Refused(Refusal.FloorChanged, Mediator, new Arrange([move], basis with { People = basis.People.Clear() }, null));
        scene.Refused(Refusal.FloorChanged, Mediator, new Arrange([move], basis with { Rooms = basis.Rooms.Clear() }, null));
    }

    [Fact]
    public void RM6_the_one_notice_names_the_room_and_those_in_it_and_goes_to_those_who_come_and_stay()
    {
        var scene = Stage.Together();
        var events = scene.Move(scene.Room("aside"), CounselA);
        var opened = events.Where(told => told.Body is SittingOpened).ToList();
        Assert.Equal(2, opened.Count);
        Assert.All(opened, told => Assert.Equal(((SittingOpened)told.Body).People, scene.State.Circles[told.Circle].People));
        Assert.Equal(
            new SittingOpened(scene.Joint.Id, scene.Joint.Name, RoomKind.Joint, scene.Joint.People),
            opened.Single(told => ((SittingOpened)told.Body).Kind == RoomKind.Joint).Body);
        Assert.All(events.Except(opened), told => Assert.True(told.Circle == scene.State.Bench || told.Body is CaucusBegan));
    }

    [Fact]
    public void RM6_who_is_moved_to_where_he_is_notices_nothing()
    {
        var scene = Stage.Together();
        Assert.Empty(scene.MoveParties(scene.Joint.Id, A));
        Assert.Empty(scene.Move(null, Guest));
    }

    [Fact]
    public void RM1_nobody_of_another_party_is_placed_in_a_home_room()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(scene.Home(A), [CounselB], [])));
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(scene.Home(B), [InterpreterA], [])));
        scene.Welcome(Guest, scene.Home(A));
        scene.Move(scene.Home(A), Mediator, Interpreter, Guest);
        Assert.Contains(Guest, scene.RoomOf(HeadA).People);
    }

    [Fact]
    public void RM1_the_mediators_room_and_the_waiting_place_are_kept_to_their_own()
    {
        var scene = Stage.Open();
        var (bench, waiting) = (scene.State.RoomOfKind(RoomKind.Mediators).Id, scene.State.RoomOfKind(RoomKind.Waiting).Id);
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(bench, [HeadA], [])));
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(bench, [Guest], [])));
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(bench, [InterpreterA], [])));
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(waiting, [HeadA], [])));
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(waiting, [Mediator], [])));
        scene.Move(bench, Interpreter);
    }

    [Fact]
    public void RM8_a_place_survives_everything_but_a_move()
    {
        var (scene, room) = Stage.Caucus();
        scene.Done(Command.House, new NoteMediators(true));
        scene.Done(Command.House, new NoteMediators(false));
        scene.Done(HeadA, new SayInDelegation("x", "en"));
        Assert.Equal(room, scene.Person(HeadA).Room);
        Assert.Equal(room, Evolution.Apply(null, scene.Log).People[HeadA].Room);
    }
}
