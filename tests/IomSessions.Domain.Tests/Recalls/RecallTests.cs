using System.Collections.Immutable;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Recalls;

public sealed class RecallTests
{
    [Fact]
    public void RM11_a_recall_now_sends_everybody_in_the_room_home()
    {
        var (scene, room) = Stage.Caucus();
        Recall(scene, room, 0);
        Assert.Equal(scene.Home(A), scene.Person(HeadA).Room);
        Assert.Equal(RoomKind.Mediators, scene.RoomOf(Mediator).Kind);
        Assert.False(scene.State.Rooms[room].Closed);
    }

    [Fact]
    public void RM11_a_recall_with_grace_is_told_to_room_and_bench_and_moves_when_the_grace_is_over()
    {
        var (scene, room) = Stage.Caucus();
        var sitting = scene.SittingOf(HeadA);
        var told = Recall(scene, room, 60);
        var announced = Assert.IsType<RecallAnnounced>(told[0].Body);
        Assert.Equal([scene.State.Bench, sitting], told.Select(one => one.Circle));
        Assert.Equal(scene.State.Rooms[room].People, announced.People);
        Assert.Empty(Note(scene, room, announced.At, -1));
        Assert.Equal(room, scene.Person(HeadA).Room);
        Assert.NotEmpty(Note(scene, room, announced.At, 0));
        Assert.Equal(scene.Home(A), scene.Person(HeadA).Room);
        Assert.False(scene.Person(HeadA).WentHome);
    }

    [Fact]
    public void ST5_it_is_done_once_however_often_it_is_noted()
    {
        var (scene, room) = Stage.Caucus();
        var at = ((RecallAnnounced)Recall(scene, room, 60)[0].Body).At;
        Assert.NotEmpty(Note(scene, room, at, 5));
        Assert.Empty(Note(scene, room, at, 5));
        Assert.Empty(Note(scene, room, at.AddSeconds(1), 5));
    }

    [Fact]
    public void RM4_a_recall_out_of_a_caucus_asks_a_second_time_and_names_them()
    {
        var (scene, room) = Stage.Caucus();
        var refused = scene.Refused(Mediator, new RecallRoom(room, scene.SittingOf(HeadA), 60, null));
        Assert.Contains(HeadA, Assert.IsType<RefusalDetail.Needs>(refused.Detail).Consequences.TakenOut);
    }

    [Fact]
    public void RM5_a_recall_names_the_sitting_that_the_mediator_saw()
    {
        var (scene, room) = Stage.Caucus();
        var seen = scene.SittingOf(HeadA);
        scene.Move(room, CoMediator);
        scene.Refused(Refusal.FloorChanged, Mediator, new RecallRoom(room, seen, 60, null));
    }

    [Fact]
    public void RM4_who_came_after_the_announcement_is_not_recalled()
    {
        var (scene, room) = Stage.Caucus();
        var at = ((RecallAnnounced)Recall(scene, room, 60)[0].Body).At;
        scene.Move(room, CoMediator);
        var told = Assert.Single(scene.Told(scene.SittingOf(CoMediator)).OfType<RecallAnnounced>());
        Assert.DoesNotContain(CoMediator, told.People);
        Note(scene, room, at, 0);
        Assert.Equal([CoMediator], scene.State.Rooms[room].People);
    }

    [Fact]
    public void RM2_who_leaves_before_is_recalled_no_more()
    {
        var (scene, room) = Stage.Caucus();
        var at = ((RecallAnnounced)Recall(scene, room, 60)[0].Body).At;
        scene.Done(HeadA, new GoHome(scene.SittingOf(HeadA), false));
        Assert.DoesNotContain(HeadA, scene.State.Rooms[room].Recall!.People);
        scene.Move(new Move(null, [.. scene.State.Rooms[room].People], []));
        Assert.Null(scene.State.Rooms[room].Recall);
        Assert.Empty(Note(scene, room, at, 0));
    }

    [Fact]
    public void RM11_a_recall_that_is_called_off_moves_nobody()
    {
        var (scene, room) = Stage.Caucus();
        var at = ((RecallAnnounced)Recall(scene, room, 60)[0].Body).At;
        scene.Refused(Refusal.NotAllowed, HeadA, new CallOffRecall(room));
        Assert.Equal([scene.State.Bench, scene.SittingOf(HeadA)], scene.Done(CoMediator, new CallOffRecall(room)).Select(one => one.Circle));
        Assert.Empty(Note(scene, room, at, 0));
        scene.Refused(Refusal.NotFound, CoMediator, new CallOffRecall(room));
    }

    [Fact]
    public void RM11_only_mediators_recall_from_joint_and_caucus_rooms_within_ten_minutes()
    {
        var (scene, room) = Stage.Caucus();
        var sitting = scene.SittingOf(HeadA);
        scene.Refused(Refusal.NotAllowed, HeadA, new RecallRoom(room, sitting, 60, null));
        scene.Refused(Refusal.NotAllowed, HeadA, new NoteRecall(room, Scene.Noon));
        scene.Refused(Refusal.Invalid, Mediator, new RecallRoom(room, sitting, Limits.RecallGrace + 1, null));
        scene.Refused(Refusal.Invalid, Mediator, new RecallRoom(room, sitting, -1, null));
        scene.Refused(Refusal.NotFound, Mediator, new RecallRoom(scene.Home(B), scene.SittingOf(HeadB), 60, null));
        scene.Refused(Refusal.NotFound, Mediator, new RecallRoom(Named.Room("none"), sitting, 60, null));
    }

    [Fact]
    public void PE8_a_new_bench_knows_the_recalls()
    {
        var (scene, room) = Stage.Caucus();
        var announced = Recall(scene, room, 60)[0].Body;
        scene.Done(Secretary, new RemovePerson(CoMediator, "the registrar"));
        Assert.Contains(announced, scene.Told(scene.State.Bench));
    }

    private static ImmutableArray<Event> Recall(Scene scene, RoomId room, int grace)
    {
        var ask = new RecallRoom(room, scene.State.Rooms[room].Sitting!.Value, grace, null);
        var needs = (RefusalDetail.Needs)scene.Refused(Mediator, ask).Detail!;
        return scene.Done(Mediator, ask with { Confirm = Scene.Confirm(needs.Consequences) });
    }

    private static ImmutableArray<Event> Note(Scene scene, RoomId room, DateTimeOffset at, int after) =>
        Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(Command.House, new NoteRecall(room, at)) with { At = at.AddSeconds(after) })).Events;
}
