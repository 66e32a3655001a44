using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Calls;

public sealed class CallTests
{
    private static readonly CallId First = Named.Call("first");

    [Fact]
    public void RM12_a_call_is_told_to_the_bench_and_the_caller_alone()
    {
        var scene = Stage.Together();
        var events = scene.Done(CounselA, new MakeCall(First, Urgency.AtOnce, "We need ten minutes."));
        Assert.Equal([scene.State.Bench, scene.Person(CounselA).Circle], events.Select(told => told.Circle));
        Assert.False(scene.Reads(HeadA, events[1].Circle));
        Assert.False(scene.Reads(Mediator, events[1].Circle));
    }

    [Fact]
    public void RM12_one_calls_from_the_lobby_too()
    {
        var scene = Stage.Registered();
        scene.Refused(Refusal.NotAdmitted, HeadA, new MakeCall(First, Urgency.Soon, ""));
        scene.Done(HeadA, new GiveUndertaking("2026-1"));
        scene.Done(HeadA, new MakeCall(First, Urgency.Soon, ""));
        scene.Done(HeadA, new EndCall(First));
        Assert.Empty(scene.State.Calls);
    }

    [Fact]
    public void RM12_one_call_at_a_time()
    {
        var scene = Stage.Open();
        scene.Done(HeadA, new MakeCall(First, Urgency.Soon, ""));
        scene.Refused(Refusal.AlreadyDone, HeadA, new MakeCall(Named.Call("second"), Urgency.Soon, ""));
        scene.Refused(Refusal.Invalid, HeadB, new MakeCall(First, Urgency.Soon, ""));
        scene.Done(HeadB, new MakeCall(Named.Call("second"), Urgency.Soon, ""));
    }

    [Fact]
    public void RM12_a_claim_tells_the_caller_who_sees_to_it_and_never_a_place_in_the_queue()
    {
        var scene = Stage.Open();
        scene.Done(HeadB, new MakeCall(Named.Call("other"), Urgency.Soon, ""));
        scene.Done(HeadA, new MakeCall(First, Urgency.Soon, ""));
        scene.Refused(Refusal.NotAllowed, HeadA, new ClaimCall(First));
        var told = scene.Done(Mediator, new ClaimCall(First));
        Assert.Equal(new CallClaimed(First, Mediator), told.Single(one => one.Circle == scene.Person(HeadA).Circle).Body);
        scene.Refused(Refusal.AlreadyDone, Mediator, new ClaimCall(First));
        scene.Done(CoMediator, new ClaimCall(First));
        Assert.Equal(CoMediator, scene.State.Calls[First].ClaimedBy);
        Assert.Equal(
            new CallEnded(First, CallEnd.Answered), scene.Done(CoMediator, new EndCall(First)).Single(one => one.Circle == scene.State.Bench).Body);
    }

    [Fact]
    public void RM12_nobody_ends_the_call_of_another()
    {
        var scene = Stage.Open();
        scene.Done(HeadA, new MakeCall(First, Urgency.Soon, ""));
        scene.Refused(Refusal.NotFound, CounselA, new EndCall(First));
        scene.Refused(Refusal.NotFound, Mediator, new EndCall(Named.Call("none")));
        Assert.Equal(CallEnd.Withdrawn, Expect.All<CallEnded>(scene.Done(HeadA, new EndCall(First))).First().How);
    }

    [Fact]
    public void OP3_a_call_is_one_line()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.Invalid, HeadA, new MakeCall(First, Urgency.Soon, "one\ntwo"));
        scene.Refused(Refusal.Invalid, HeadA, new MakeCall(First, Urgency.Soon, new string('x', Limits.LineLength + 1)));
        scene.Refused(Refusal.Invalid, HeadA, new MakeCall(First, (Urgency)9, ""));
        scene.Refused(Refusal.Invalid, HeadA, new MakeCall(new(Guid.Empty), Urgency.Soon, ""));
        scene.Refused(Refusal.NotAllowed, Mediator, new MakeCall(First, Urgency.Soon, ""));
    }

    [Fact]
    public void PE8_a_new_bench_knows_who_waits_and_not_what_he_said()
    {
        var scene = Stage.Open();
        scene.Done(HeadA, new MakeCall(First, Urgency.AtOnce, "Between us."));
        scene.Done(Mediator, new ClaimCall(First));
        scene.Done(Secretary, new RemovePerson(CoMediator, "the registrar"));
        var bench = scene.Told(scene.State.Bench).ToList();
        Assert.Contains(new CallMade(First, HeadA, Urgency.AtOnce, null), bench);
        Assert.Contains(new CallClaimed(First, Mediator), bench);
    }

    [Fact]
    public void RM12_a_claim_ends_with_the_mediator_who_made_it()
    {
        var scene = Stage.Open();
        scene.Done(HeadA, new MakeCall(First, Urgency.AtOnce, ""));
        scene.Done(CoMediator, new ClaimCall(First));
        scene.Done(Secretary, new RemovePerson(CoMediator, "the registrar"));
        Assert.Null(scene.State.Calls[First].ClaimedBy);
    }

    [Fact]
    public void PE4_a_call_ends_with_the_removal_of_its_caller()
    {
        var scene = Stage.Open();
        scene.Done(CounselA, new MakeCall(First, Urgency.AtOnce, ""));
        scene.Done(HeadA, new RemovePerson(CounselA, null));
        Assert.Empty(scene.State.Calls);
        Assert.Contains(new CallEnded(First, CallEnd.Withdrawn), scene.Told(scene.State.Bench));
    }
}
