using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Rooms;

public sealed class GoingHomeTests
{
    [Fact]
    public void RM2_anybody_may_go_home_and_comes_back_only_by_invitation()
    {
        var scene = Stage.Together();
        scene.Done(CounselA, new GoHome(scene.SittingOf(CounselA), false));
        Assert.Equal(scene.Home(A), scene.Person(CounselA).Room);
        scene.Refused(Refusal.WentHome, Mediator, scene.Arrange(null, new Move(scene.Joint.Id, [CounselA], [])));
        scene.Refused(Refusal.WentHome, Mediator, scene.Arrange(null, new Move(scene.Joint.Id, [], [A])));
        scene.Done(Guest, new GoHome(scene.SittingOf(Guest), false));
        Assert.False(scene.Person(Guest).WentHome);
    }

    [Fact]
    public void RM2_a_holder_of_appoint_may_take_his_delegation_wherever_it_is()
    {
        var scene = Stage.Together();
        scene.Move(scene.Room("aside"), CounselA);
        scene.Refused(Refusal.NotAuthorised, CounselA, new GoHome(scene.SittingOf(CounselA), true));
        scene.Done(HeadA, new GoHome(scene.SittingOf(HeadA), true));
        Assert.Equal(Company.Of(HeadA, CounselA, InterpreterA), scene.RoomOf(HeadA).People);
        Assert.All([HeadA, CounselA, InterpreterA], id => Assert.True(scene.Person(id).WentHome));
        Assert.False(scene.Person(HeadB).WentHome);
    }

    [Fact]
    public void RM7_mediators_and_guests_go_home_too_and_mediators_come_back_as_they_like()
    {
        var scene = Stage.Together();
        scene.Welcome(Guest, scene.Joint.Id);
        scene.Move(scene.Joint.Id, Guest);
        scene.Done(Guest, new GoHome(scene.SittingOf(Guest), false));
        Assert.Equal(RoomKind.Waiting, scene.RoomOf(Guest).Kind);
        scene.Done(Mediator, new GoHome(scene.SittingOf(Mediator), false));
        Assert.Equal(RoomKind.Mediators, scene.RoomOf(Mediator).Kind);
        scene.Move(scene.Joint.Id, Mediator);
    }

    [Fact]
    public void RM5_going_home_names_the_sitting_one_leaves()
    {
        var scene = Stage.Together();
        var before = scene.SittingOf(HeadA);
        scene.Move(null, CounselB);
        var refusal = scene.Refused(HeadA, new GoHome(before, false));
        Assert.Equal(scene.Joint.Sitting, Assert.IsType<RefusalDetail.PresentRoom>(refusal.Detail).Sitting);
        Assert.Equal(Shape.Of(refusal), Shape.Of(scene.Refused(HeadA, new GoHome(Named.Circle("unknown"), false))));
        scene.Refused(Refusal.NotAllowed, Secretary, new GoHome(before, false));
    }
}
