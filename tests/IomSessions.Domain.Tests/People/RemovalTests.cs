using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.People;

public sealed class RemovalTests
{
    [Fact]
    public void PE4_a_suspended_person_is_in_the_lobby_and_reads_nothing_but_his_own()
    {
        var scene = Stage.Together();
        var sitting = scene.SittingOf(HeadA);
        scene.Done(Mediator, new SuspendPerson(HeadA));
        Assert.Equal(PersonStatus.Lobby, scene.Person(HeadA).Status);
        Assert.Null(scene.Person(HeadA).Room);
        Assert.DoesNotContain(HeadA, scene.Joint.People);
        Assert.False(scene.Reads(HeadA, sitting));
        Assert.False(scene.Reads(HeadA, scene.State.Hall));
        Assert.True(scene.Reads(HeadA, scene.Person(HeadA).Circle));
        scene.Refused(Refusal.NotAdmitted, HeadA, new Say(sitting, "still here", "en"));
        scene.Done(Mediator, new AdmitPeople([HeadA]));
        Assert.Equal(scene.Home(A), scene.Person(HeadA).Room);
        Assert.True(scene.Reads(HeadA, sitting));
    }

    [Fact]
    public void PE4_those_who_stay_get_a_new_sitting_without_the_suspended()
    {
        var scene = Stage.Together();
        var opened = Expect.One<SittingOpened>(scene.Done(Mediator, new SuspendPerson(HeadA)));
        Assert.DoesNotContain(HeadA, opened.People);
        Assert.Contains(HeadB, opened.People);
    }

    [Fact]
    public void PE4_mediators_suspend_neither_each_other_nor_the_secretariat_and_others_nobody()
    {
        var scene = Stage.Open();
        var unknown = scene.Refused(Mediator, new SuspendPerson(Nobody));
        Assert.Equal(unknown, scene.Refused(Mediator, new SuspendPerson(CoMediator)));
        Assert.Equal(unknown, scene.Refused(Mediator, new SuspendPerson(Secretary)));
        scene.Refused(Refusal.NotAllowed, HeadA, new SuspendPerson(HeadB));
        scene.Refused(Refusal.NotAllowed, Secretary, new SuspendPerson(HeadB));
    }

    [Fact]
    public void PE4_a_removed_person_is_nobody()
    {
        var scene = Stage.Together();
        var (sitting, own) = (scene.SittingOf(CounselA), scene.Person(CounselA).Circle);
        var device = Named.Device($"first of {scene.Person(CounselA).Name}");
        Assert.True(Access.MayConnect(CounselA, device, scene.State));
        var events = scene.Done(HeadA, new RemovePerson(CounselA, null));
        Assert.False(scene.Reads(CounselA, sitting));
        Assert.False(scene.Reads(CounselA, own));
        Assert.False(Access.MayConnect(CounselA, device, scene.State));
        Assert.DoesNotContain(events, told => told.Circle == own);
        Assert.Equal(RemovedBy.Party, Expect.One<PersonRemoved>(events).By);
        Assert.Contains(new PersonLeft(CounselA), scene.InHall);
        scene.Refused(Refusal.NotFound, CounselA, new GiveUndertaking("2026-1"));
        scene.Refused(Refusal.NotFound, CounselA, new Say(sitting, "still here", "en"));
        scene.Refused(Refusal.NotFound, Mediator, new AdmitPeople([CounselA]));
        scene.Refused(Refusal.NotFound, Command.House, new OpenDevice(Named.Device("new"), CounselA, "phone", true));
        scene.Refused(Refusal.NotFound, Command.House, new RedeemInvitation(CounselA));
        scene.Refused(Refusal.NotFound, Secretary, new IssueInvitation(CounselA, Scene.Noon));
        scene.Refused(Refusal.NotFound, HeadA, new GrantAuthority(CounselA, Authority.Sign));
        scene.Refused(Refusal.Invalid, Secretary, new RegisterPerson(CounselA, "again", Role.Counsel, A));
    }

    [Fact]
    public void PE4_a_device_of_a_removed_person_is_confirmed_by_nobody()
    {
        var scene = Stage.Open();
        scene.Done(Command.House, new OpenDevice(Named.Device("late"), CounselA, "phone", false));
        scene.Done(HeadA, new RemovePerson(CounselA, null));
        scene.Refused(Refusal.NotFound, HeadA, new ConfirmDevice(Named.Device("late")));
    }

    [Fact]
    public void PE4_a_party_removes_its_own_people_only()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.NotAllowed, CounselA, new RemovePerson(HeadA, null));
        scene.Refused(Refusal.NotAllowed, Mediator, new RemovePerson(HeadA, null));
        var unknown = scene.Refused(HeadA, new RemovePerson(Nobody, null));
        Assert.Equal(unknown, scene.Refused(HeadA, new RemovePerson(HeadB, null)));
        Assert.Equal(unknown, scene.Refused(HeadA, new RemovePerson(HeadA, null)));
        Assert.Equal(unknown, scene.Refused(HeadA, new RemovePerson(Mediator, null)));
        scene.Done(HeadA, new RemovePerson(InterpreterA, null));
    }

    [Fact]
    public void PE4_the_secretariat_names_whose_order_it_carries_out()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.Invalid, Secretary, new RemovePerson(HeadA, null));
        scene.Refused(Refusal.Invalid, Secretary, new RemovePerson(HeadA, " "));
        scene.Refused(Refusal.Invalid, Secretary, new RemovePerson(Secretary, "my own"));
        var removed = Expect.One<PersonRemoved>(scene.Done(Secretary, new RemovePerson(HeadA, "State A, letter of 2 March")));
        Assert.Equal("State A, letter of 2 March", removed.OnOrderOf);
    }

    [Fact]
    public void PE4_removing_somebody_ends_his_invitations_without_telling_him()
    {
        var (scene, room) = Stage.Caucus();
        scene.Done(CounselA, new GoHome(scene.SittingOf(CounselA), false));
        scene.Done(Mediator, new MakeInvite(Named.Invite("i"), CounselA, room, null));
        var events = scene.Done(HeadA, new RemovePerson(CounselA, null));
        Assert.Empty(scene.State.Invites);
        Assert.Equal(scene.State.Bench, Assert.Single(events, told => told.Body is InviteLapsed).Circle);
    }

    [Fact]
    public void PE8_removing_a_mediator_opens_a_bench_that_knows_the_floor_as_it_is()
    {
        var scene = Stage.Together();
        var (old, joint) = (scene.State.Bench, scene.SittingOf(HeadA));
        scene.Done(Secretary, new RemovePerson(CoMediator, "both parties, 3 March"));
        var bench = Assert.IsType<BenchOpened>(scene.Told(scene.State.Bench).First());
        Assert.Equal(Company.Of(Mediator), bench.Mediators);
        Assert.NotEqual(joint, scene.Joint.Sitting);
        Floors.AreAs(scene.State, bench.Floor);
        Assert.False(scene.Reads(CoMediator, old));
        Assert.False(scene.Reads(CoMediator, scene.State.Bench));
        Assert.True(scene.Reads(Mediator, old));
    }
}
