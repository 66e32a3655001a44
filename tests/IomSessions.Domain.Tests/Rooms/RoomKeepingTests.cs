using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Rooms;

public sealed class RoomKeepingTests
{
    [Fact]
    public void RM1_rooms_are_made_by_mediators_and_told_to_the_bench_alone()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.NotAllowed, HeadA, new MakeRoom(Named.Room("r"), "r"));
        scene.Refused(Refusal.NotAllowed, Secretary, new MakeRoom(Named.Room("r"), "r"));
        var told = Assert.Single(scene.Done(Mediator, new MakeRoom(Named.Room("r"), "r")));
        Assert.Equal(scene.State.Bench, told.Circle);
        scene.Refused(Refusal.Invalid, Mediator, new MakeRoom(Named.Room("r"), "again"));
        scene.Refused(Refusal.Invalid, Mediator, new MakeRoom(new(Guid.Empty), "empty"));
        scene.Refused(Refusal.Invalid, Mediator, new MakeRoom(Named.Room("s"), "half \ud83d"));
        scene.Refused(Refusal.Invalid, Mediator, new MakeRoom(Named.Room("s"), new string('n', Limits.NameLength + 1)));
    }

    [Fact]
    public void RM1_a_new_name_is_told_to_the_bench_and_those_in_the_room()
    {
        var (scene, room) = Stage.Caucus();
        var events = scene.Done(Mediator, new RenameRoom(room, "library"));
        Assert.Equal([scene.State.Bench, scene.SittingOf(HeadA)], events.Select(told => told.Circle));
        scene.Refused(Refusal.NotFound, Mediator, new RenameRoom(Named.Room("none"), "x"));
        scene.Refused(Refusal.Invalid, Mediator, new RenameRoom(room, ""));
        scene.Refused(Refusal.NotAllowed, HeadA, new RenameRoom(room, "ours"));
        Assert.Equal("library", Expect.All<SittingOpened>(scene.Move(room, CoMediator)).Single(o => o.Room == room).Name);
    }

    [Fact]
    public void RM7_closing_a_room_leads_home_and_never_to_the_joint_room()
    {
        var (scene, room) = Stage.Caucus();
        var seen = scene.State.Rooms[room];
        scene.Refused(Refusal.NeedsConfirmation, Mediator, new CloseRoom(room, seen.Sitting, null));
        scene.Refused(Refusal.FloorChanged, Mediator, new CloseRoom(room, null, new Confirmation([], seen.People)));
        scene.Refused(Refusal.NotAllowed, HeadA, new CloseRoom(room, seen.Sitting, new Confirmation([], seen.People)));
        scene.Done(Mediator, new CloseRoom(room, seen.Sitting, new Confirmation([], seen.People)));
        Assert.Equal(scene.Home(A), scene.Person(HeadA).Room);
        Assert.Equal(RoomKind.Mediators, scene.RoomOf(Mediator).Kind);
        Assert.True(scene.Reads(HeadA, seen.Sitting!.Value));
    }

    [Fact]
    public void RM1_what_is_closed_is_not_there_any_more()
    {
        var scene = Stage.Open();
        var room = scene.Room("r");
        scene.Done(Mediator, new CloseRoom(room, null, null));
        scene.Refused(Refusal.NotFound, Mediator, new CloseRoom(room, null, null));
        scene.Refused(Refusal.NotFound, Mediator, new RenameRoom(room, "x"));
        scene.Refused(Refusal.NotFound, Mediator, scene.Arrange(null, new Move(room, [HeadA], [])));
        scene.Refused(Refusal.Invalid, Mediator, new MakeRoom(room, "same id"));
    }

    [Fact]
    public void RM1_only_caucus_rooms_are_closed()
    {
        var scene = Stage.Open();
        foreach (var room in scene.State.Rooms.Values)
        {
            scene.Refused(Refusal.NotFound, Mediator, new CloseRoom(room.Id, room.Sitting, null));
        }
    }

    [Fact]
    public void RM9_who_is_in_a_room_is_who_can_hear_it_and_everybody_in_it_sees_them_all()
    {
        var (scene, room) = Stage.Caucus();
        var sitting = scene.SittingOf(HeadA);
        foreach (var person in scene.State.People.Keys)
        {
            Assert.Equal(scene.State.Rooms[room].People.Contains(person), scene.Reads(person, sitting));
        }

        Assert.Equal(scene.State.Rooms[room].People, ((SittingOpened)scene.Told(sitting).First()).People);
    }

    [Fact]
    public void RM10_presence_is_that_of_ones_own_room_and_the_bench_sees_all()
    {
        var (scene, _) = Stage.Caucus();
        bool Sees(PersonId one, PersonId other) => Access.MaySeePresence(scene.Person(one), scene.Person(other));
        Assert.True(Sees(HeadA, CounselA));
        Assert.True(Sees(HeadA, Mediator));
        Assert.True(Sees(CoMediator, HeadB));
        Assert.False(Sees(HeadA, CoMediator));
        Assert.False(Sees(HeadA, HeadB));
        Assert.False(Sees(Secretary, HeadA));
        Assert.False(Sees(HeadA, Secretary));
        scene.Done(Mediator, new SuspendPerson(CounselA));
        Assert.False(Sees(HeadA, CounselA));
        Assert.False(Sees(CounselA, HeadA));
    }

    [Fact]
    public void RM10_the_floor_is_known_to_the_bench_only()
    {
        var (scene, _) = Stage.Caucus();
        Assert.All(scene.Log.Where(told => told.Body is FloorChanged or RoomMade or BenchOpened or RoomClosed or WentHome), told =>
        {
            Assert.Equal(CircleKind.Bench, scene.State.Circles[told.Circle].Kind);
            Assert.False(scene.Reads(HeadA, told.Circle));
        });
    }
}
