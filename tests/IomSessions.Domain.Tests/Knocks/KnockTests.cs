using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Knocks;

public sealed class KnockTests
{
    [Fact]
    public void RM12_a_mediator_knocks_and_the_delegation_answers()
    {
        var scene = Stage.Open();
        var sitting = scene.SittingOf(HeadA);
        var knocked = scene.Done(Mediator, new KnockAt(sitting));
        Assert.Equal([scene.State.Bench, sitting], knocked.Select(told => told.Circle));
        scene.Refused(Refusal.AlreadyDone, Mediator, new KnockAt(sitting));
        var answered = scene.Done(CounselA, new AnswerKnock(sitting, Mediator, true));
        Assert.All(answered, told => Assert.Equal(new KnockAnswered(scene.Home(A), Mediator, true), told.Body));
        scene.Refused(Refusal.NotFound, CounselA, new AnswerKnock(sitting, Mediator, false));
        scene.Done(Mediator, new KnockAt(sitting));
    }

    [Fact]
    public void SE1_after_the_conclusion_no_knock_is_answered_and_no_call_claimed()
    {
        var scene = Stage.Open();
        var sitting = scene.SittingOf(HeadA);
        scene.Done(Mediator, new KnockAt(sitting));
        scene.Done(HeadA, new MakeCall(Named.Call("first"), Urgency.Soon, ""));
        scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Lapsed));
        Assert.Equal(sitting, scene.SittingOf(HeadA));
        scene.Refused(Refusal.WrongPhase, CounselA, new AnswerKnock(sitting, Mediator, true));
        scene.Refused(Refusal.WrongPhase, Mediator, new ClaimCall(Named.Call("first")));
    }

    [Fact]
    public void RM12_silence_is_no_and_a_knock_ends_with_its_sitting()
    {
        var scene = Stage.Open();
        var sitting = scene.SittingOf(HeadA);
        scene.Done(Mediator, new KnockAt(sitting));
        scene.Move(scene.Joint.Id, InterpreterA);
        scene.Refused(Refusal.NotFound, HeadA, new AnswerKnock(sitting, Mediator, true));
        scene.Refused(Refusal.NotFound, HeadA, new AnswerKnock(scene.SittingOf(HeadA), Mediator, true));
    }

    [Fact]
    public void RM12_one_knocks_at_home_rooms_in_which_one_does_not_sit()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.NotAllowed, HeadA, new KnockAt(scene.SittingOf(HeadB)));
        scene.Refused(Refusal.NotFound, Mediator, new KnockAt(scene.SittingOf(Mediator)));
        scene.Refused(Refusal.NotFound, Mediator, new KnockAt(scene.State.Hall));
        scene.Move(scene.Home(A), CoMediator);
        scene.Refused(Refusal.NotFound, CoMediator, new KnockAt(scene.SittingOf(HeadA)));
        scene.Done(Mediator, new KnockAt(scene.SittingOf(HeadA)));
        scene.Refused(Refusal.NotAllowed, CoMediator, new AnswerKnock(scene.SittingOf(HeadA), Mediator, true));
    }

    [Fact]
    public void SE5_nobody_knocks_at_a_party_that_withdrew()
    {
        var scene = Stage.Open(third: true);
        scene.Withdraw(HeadA);
        scene.Refused(Refusal.NotFound, Mediator, new KnockAt(scene.SittingOf(HeadA)));
        scene.Done(Mediator, new KnockAt(scene.SittingOf(HeadB)));
    }

    [Fact]
    public void PE8_the_knock_of_a_mediator_who_resigned_is_answered_no_more()
    {
        var scene = Stage.Open();
        var sitting = scene.SittingOf(HeadA);
        scene.Done(CoMediator, new KnockAt(sitting));
        scene.Done(CoMediator, new Resign(scene.State.Bench));
        scene.Refused(Refusal.NotFound, HeadA, new AnswerKnock(sitting, CoMediator, true));
    }
}
