using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Turns;

public sealed class TurnTests
{
    [Fact]
    public void RM15_in_a_room_by_turn_one_speaks_when_a_mediator_gives_the_floor()
    {
        var scene = ByTurn();
        scene.Refused(Refusal.NotYourTurn, HeadA, Say(scene));
        scene.Done(HeadA, new RaiseHand(scene.SittingOf(HeadA), true));
        scene.Done(CounselB, new RaiseHand(scene.SittingOf(CounselB), true));
        Assert.Equal([HeadA, CounselB], scene.Joint.Hands);
        scene.Done(Mediator, new GiveFloor(scene.SittingOf(Mediator), HeadA));
        Assert.Equal([CounselB], scene.Joint.Hands);
        scene.Done(HeadA, Say(scene));
        scene.Refused(Refusal.NotYourTurn, HeadB, Say(scene));
        scene.Done(Mediator, new GiveFloor(scene.SittingOf(Mediator), null));
        scene.Refused(Refusal.NotYourTurn, HeadA, Say(scene));
    }

    [Fact]
    public void RM15_mediators_and_interpreters_need_not_wait()
    {
        var scene = ByTurn();
        scene.Done(CoMediator, Say(scene));
        scene.Done(InterpreterA, Say(scene));
    }

    [Fact]
    public void RM15_hands_and_the_floor_end_with_the_sitting_and_the_order_stays_with_the_room()
    {
        var scene = ByTurn();
        scene.Done(HeadA, new RaiseHand(scene.SittingOf(HeadA), true));
        scene.Done(Mediator, new GiveFloor(scene.SittingOf(Mediator), HeadB));
        scene.Welcome(Guest, scene.Joint.Id);
        scene.Move(scene.Joint.Id, Guest);
        Assert.Empty(scene.Joint.Hands);
        Assert.Null(scene.Joint.Speaker);
        Assert.Contains(new TurnsSet(scene.Joint.Id, true), scene.Told(scene.SittingOf(Guest)));
        scene.Refused(Refusal.NotYourTurn, HeadB, Say(scene));
    }

    [Fact]
    public void RM15_the_order_is_lifted_again()
    {
        var scene = ByTurn();
        scene.Done(Mediator, new SetTurns(scene.Joint.Id, false));
        scene.Done(HeadA, Say(scene));
        scene.Refused(Refusal.NotAllowed, HeadA, new RaiseHand(scene.SittingOf(HeadA), true));
    }

    [Fact]
    public void RM15_only_mediators_who_sit_there_give_the_floor_and_only_to_those_who_sit_there()
    {
        var scene = ByTurn();
        var sitting = scene.SittingOf(HeadA);
        scene.Refused(Refusal.NotAllowed, HeadA, new GiveFloor(sitting, HeadA));
        scene.Refused(Refusal.NotFound, Mediator, new GiveFloor(sitting, Guest));
        scene.Refused(Refusal.NotAllowed, HeadA, new SetTurns(scene.Joint.Id, false));
        scene.Refused(Refusal.NotFound, Mediator, new SetTurns(scene.Home(A), true));
        scene.Move(null, CoMediator);
        scene.Refused(Refusal.NotAllowed, CoMediator, new GiveFloor(scene.SittingOf(HeadA), HeadA));
        scene.Refused(Refusal.SittingChanged, HeadA, new RaiseHand(sitting, true));
        scene.Refused(Refusal.SittingChanged, Mediator, new GiveFloor(sitting, HeadA));
    }

    private static Scene ByTurn()
    {
        var scene = Stage.Together();
        scene.Done(Mediator, new SetTurns(scene.Joint.Id, true));
        return scene;
    }

    private static Say Say(Scene scene) => new(scene.Joint.Sitting!.Value, "A word", "en");
}
