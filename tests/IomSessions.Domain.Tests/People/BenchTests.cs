using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.People;

public sealed class BenchTests
{
    [Fact]
    public void PE8_a_mediator_resigns_and_reads_nothing_more()
    {
        var scene = Stage.Together();
        var bench = scene.State.Bench;
        scene.Refused(Refusal.NotAllowed, HeadA, new Resign(bench));
        scene.Refused(Refusal.SittingChanged, CoMediator, new Resign(scene.State.Hall));
        scene.Done(CoMediator, new Resign(bench));
        Assert.True(Access.IsRemoved(CoMediator, scene.State));
        Assert.Contains(new PersonRemoved(CoMediator, RemovedBy.Resigned, null), scene.Told(scene.State.Registry));
        Assert.Equal(Company.Of(Mediator), scene.State.Circles[scene.State.Bench].People);
        Assert.Equal(Phase.Open, scene.State.Phase);
        scene.Done(Mediator, new Resign(scene.State.Bench));
        Assert.Equal(Phase.Adjourned, scene.State.Phase);
    }

    [Fact]
    public void PE8_a_new_bench_is_told_what_waits_for_the_mediators_and_not_what_was_said_to_the_earlier_ones()
    {
        var scene = Stage.Together();
        scene.Done(Command.House, new OpenDevice(Named.Device("phone"), HeadA, "Phone", false));
        scene.Welcome(Guest, scene.Joint.Id);
        scene.Done(HeadB, new GoHome(scene.SittingOf(HeadB), false));
        scene.Done(Mediator, new MakeInvite(
            Named.Invite("back"), HeadB, scene.Joint.Id, new([Meeting.Between(new(A, B))], Company.Nobody)));
        scene.Done(HeadA, new MakeCall(Named.Call("one"), Urgency.AtOnce, "a confidence"));
        scene.Arrive(Nobody, Role.Expert, A);
        scene.Done(HeadB, new MakeObjection(Nobody, "a confidence"));
        scene.Done(Mediator, new KnockAt(scene.SittingOf(HeadB)));
        scene.Done(Mediator, new SayOnBench(scene.State.Bench, "a confidence", "en"));
        var before = scene.State;
        scene.Done(CoMediator, new Resign(scene.State.Bench));
        var told = scene.Told(scene.State.Bench).ToList();
        Assert.Contains(new DevicePending(Named.Device("phone"), HeadA, "Phone"), told);
        Assert.Contains(new InviteMade(Named.Invite("back"), HeadB, scene.Joint.Id, "Joint room"), told);
        Assert.Contains(told, body => body is InviteConfirmed);
        Assert.Contains(told, body => body is WentHome { People: var people } && people.Contains(HeadB));
        Assert.Contains(told, body => body is GuestRoomsSet { Person: var person } && person == Guest);
        Assert.Contains(told, body => body is CallMade { Text: null });
        Assert.Contains(told, body => body is Knocked);
        Assert.DoesNotContain("a confidence", string.Concat(told.Select(Shape.Of)));
        // and nothing of it is new
        Assert.Equal(Shape.Of(before.Invites.Values), Shape.Of(scene.State.Invites.Values));
        Assert.Equal(Shape.Of(before.Devices.Values), Shape.Of(scene.State.Devices.Values));
        Assert.Equal(Shape.Of(before.Calls.Values), Shape.Of(scene.State.Calls.Values));
        Assert.Contains(new ObjectionMade(Nobody, B), scene.InHall);
    }
}
