using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.People;

public sealed class DevicesTests
{
    private static readonly DeviceId New = Named.Device("new");

    [Fact]
    public void PE6_before_his_first_admission_a_persons_device_opens_at_once()
    {
        var scene = Stage.Registered();
        scene.Done(Command.House, new OpenDevice(New, HeadA, "laptop", false));
        Assert.True(Access.MayConnect(HeadA, New, scene.State));
        Assert.False(Access.MayConnect(HeadB, New, scene.State));
        Assert.False(Access.MayConnect(HeadA, Named.Device("other"), scene.State));
    }

    [Fact]
    public void PE6_also_before_admission_a_second_link_opens_nothing_until_confirmed()
    {
        var (scene, second) = (Stage.Registered(), Named.Device("second"));
        scene.Done(Command.House, new OpenDevice(New, HeadA, "laptop", false));
        scene.Done(Command.House, new OpenDevice(second, HeadA, "somebody else's", false));
        Assert.False(Access.MayConnect(HeadA, second, scene.State));
        scene.Done(HeadA, new ConfirmDevice(second));
        Assert.True(Access.MayConnect(HeadA, second, scene.State));
    }

    [Fact]
    public void PE6_afterwards_a_new_link_opens_nothing_until_confirmed()
    {
        var scene = Stage.Open();
        var events = scene.Done(Command.House, new OpenDevice(New, CounselA, "phone", false));
        Assert.False(Access.MayConnect(CounselA, New, scene.State));
        Assert.Equal(
            [scene.Person(CounselA).Circle, scene.State.Bench, scene.Person(HeadA).Circle], events.Select(told => told.Circle));
        scene.Done(HeadA, new ConfirmDevice(New));
        Assert.True(Access.MayConnect(CounselA, New, scene.State));
        scene.Refused(Refusal.NotFound, HeadA, new ConfirmDevice(New));
    }

    [Fact]
    public void PE6_a_code_shown_on_an_open_device_vouches_for_the_next() =>
        Assert.True(With(CounselA, vouched: true, out var scene) && Access.MayConnect(CounselA, New, scene.State));

    [Fact]
    public void PE6_the_person_himself_his_head_or_a_holder_of_appoint_confirms()
    {
        With(CounselA, false, out var one);
        one.Done(CounselA, new ConfirmDevice(New));
        With(HeadA, false, out var two);
        two.Refused(Refusal.NotFound, CounselA, new ConfirmDevice(New));
        two.Done(HeadA, new GrantAuthority(CounselA, Authority.Appoint));
        two.Done(CounselA, new ConfirmDevice(New));
    }

    [Fact]
    public void PE6_nobody_else_confirms_and_cannot_tell_that_there_is_something_to_confirm()
    {
        With(CounselA, false, out var scene);
        var unknown = scene.Refused(HeadB, new ConfirmDevice(Named.Device("unknown")));
        foreach (var other in new[] { HeadB, CounselB, InterpreterA, Guest, Mediator, Secretary })
        {
            Assert.Equal(unknown, scene.Refused(other, new ConfirmDevice(New)));
            Assert.Equal(unknown, scene.Refused(other, new RevokeDevice(New)));
            Assert.False(scene.Reads(other, scene.Person(CounselA).Circle));
        }
    }

    [Fact]
    public void PE6_a_mediators_device_is_confirmed_by_another_mediator()
    {
        With(Mediator, false, out var scene);
        scene.Refused(Refusal.NotFound, Secretary, new ConfirmDevice(New));
        scene.Refused(Refusal.NotFound, HeadA, new ConfirmDevice(New));
        scene.Done(CoMediator, new ConfirmDevice(New));
        Assert.True(Access.MayConnect(Mediator, New, scene.State));
    }

    [Fact]
    public void PE6_the_device_of_somebody_without_a_party_is_confirmed_by_a_mediator()
    {
        With(Guest, false, out var scene);
        scene.Done(Mediator, new ConfirmDevice(New));
        Assert.True(Access.MayConnect(Guest, New, scene.State));
    }

    [Fact]
    public void PE4_a_revoked_device_opens_nothing_ever_again()
    {
        With(CounselA, true, out var scene);
        scene.Done(CounselA, new RevokeDevice(New));
        Assert.False(Access.MayConnect(CounselA, New, scene.State));
        scene.Refused(Refusal.NotFound, CounselA, new ConfirmDevice(New));
        scene.Refused(Refusal.NotFound, CounselA, new RevokeDevice(New));
        scene.Refused(Refusal.NotFound, Command.House, new OpenDevice(New, CounselA, "phone", true));
    }

    [Fact]
    public void PE6_a_code_shown_on_a_device_that_is_revoked_meanwhile_vouches_for_nobody()
    {
        With(CounselA, true, out var scene);
        var (own, foreign) = (Named.Device("own"), Named.Device("foreign"));
        scene.Refused(Refusal.NotFound, Command.House, new OpenDevice(foreign, HeadA, "phone", true, New));
        scene.Done(Command.House, new OpenDevice(own, CounselA, "phone", true, New));
        scene.Done(CounselA, new RevokeDevice(New));
        scene.Refused(Refusal.NotFound, Command.House, new OpenDevice(foreign, CounselA, "phone", true, New));
        scene.Done(Command.House, new OpenDevice(foreign, CounselA, "phone", true, own));
    }

    [Fact]
    public void PE4_somebody_in_the_lobby_can_still_revoke_his_lost_phone()
    {
        With(CounselA, true, out var scene);
        scene.Done(Mediator, new SuspendPerson(CounselA));
        scene.Refused(Refusal.NotFound, CounselA, new ConfirmDevice(New));
        scene.Done(CounselA, new RevokeDevice(New));
    }

    [Fact]
    public void PE6_only_the_house_opens_devices()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.NotAllowed, Secretary, new OpenDevice(New, HeadA, "phone", true));
        scene.Refused(Refusal.NotAllowed, Secretary, new RedeemInvitation(HeadA));
        scene.Refused(Refusal.NotAllowed, Command.House, new ConfirmDevice(New));
        scene.Refused(Refusal.NotAllowed, Mediator, new IssueInvitation(HeadA, Scene.Noon));
        scene.Refused(Refusal.NotAllowed, HeadA, new RevokeInvitation(HeadA));
        scene.Refused(Refusal.Invalid, Command.House, new OpenDevice(New, HeadA, "", true));
        scene.Refused(Refusal.NotFound, Command.House, new OpenDevice(New, Nobody, "phone", true));
    }

    [Fact]
    public void OP3_a_person_has_so_many_devices()
    {
        var scene = Stage.Open();
        for (var i = 1; i < Limits.DevicesPerPerson; i++)
        {
            scene.Done(Command.House, new OpenDevice(Named.Device($"{i}"), HeadA, "phone", true));
        }

        scene.Refused(Refusal.TooMany, Command.House, new OpenDevice(New, HeadA, "phone", true));
        scene.Done(HeadA, new RevokeDevice(Named.Device("1")));
        scene.Done(Command.House, new OpenDevice(New, HeadA, "phone", true));
    }

    [Fact]
    public void PE6_the_secretariat_reads_no_sitting_party_or_bench()
    {
        var (scene, _) = Stage.Caucus();
        foreach (var (id, circle) in scene.State.Circles)
        {
            var expected = circle.Kind is CircleKind.Hall or CircleKind.Registry || circle.Person == Secretary;
            Assert.Equal(expected, scene.Reads(Secretary, id));
        }
    }

    private static bool With(PersonId person, bool vouched, out Scene scene)
    {
        scene = Stage.Open();
        scene.Done(Command.House, new OpenDevice(New, person, "phone", vouched));
        return true;
    }
}
