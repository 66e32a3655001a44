using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Invites;

public sealed class InvitingTests
{
    private static readonly InviteId Back = Named.Invite("back");

    private static Scene CounselLeft()
    {
        var scene = Stage.Together();
        scene.Done(CounselA, new GoHome(scene.SittingOf(CounselA), false));
        return scene;
    }

    [Fact]
    public void RM2_who_went_home_comes_back_by_accepting()
    {
        var scene = CounselLeft();
        var events = scene.Done(Mediator, new MakeInvite(Back, CounselA, scene.Joint.Id, null));
        Assert.All(events, told => Assert.True(told.Circle == scene.State.Bench || told.Circle == scene.Person(CounselA).Circle));
        scene.Done(CounselA, new AcceptInvite(Back, false));
        Assert.Equal(RoomKind.Joint, scene.RoomOf(CounselA).Kind);
        Assert.False(scene.Person(CounselA).WentHome);
        scene.Refused(Refusal.NotFound, CounselA, new AcceptInvite(Back, false));
    }

    [Fact]
    public void RM10_an_invitation_names_no_company()
    {
        var scene = CounselLeft();
        var told = scene.Done(Mediator, new MakeInvite(Back, CounselA, scene.Joint.Id, null))
            .Single(e => e.Circle == scene.Person(CounselA).Circle);
        Assert.Equal([CounselA], Shape.Find<PersonId>(told.Body));
    }

    [Fact]
    public void RM2_declining_ends_the_invitation()
    {
        var scene = CounselLeft();
        scene.Done(Mediator, new MakeInvite(Back, CounselA, scene.Joint.Id, null));
        scene.Done(CounselA, new DeclineInvite(Back));
        scene.Refused(Refusal.NotFound, CounselA, new AcceptInvite(Back, false));
        Assert.Equal(scene.Home(A), scene.Person(CounselA).Room);
    }

    [Fact]
    public void DL7_anothers_invitation_is_answered_like_one_that_does_not_exist()
    {
        var scene = CounselLeft();
        scene.Done(Mediator, new MakeInvite(Back, CounselA, scene.Joint.Id, null));
        foreach (var other in new[] { HeadA, HeadB, Mediator, Secretary })
        {
            var unknown = scene.Refused(other, new AcceptInvite(Named.Invite("unknown"), false));
            Assert.Equal(unknown, scene.Refused(other, new AcceptInvite(Back, false)));
            Assert.Equal(unknown, scene.Refused(other, new DeclineInvite(Back)));
        }
    }

    [Fact]
    public void RM2_an_invitation_is_for_somebody_who_went_home_and_leads_out_of_his_home()
    {
        var scene = CounselLeft();
        scene.Refused(Refusal.NotFound, Mediator, new MakeInvite(Back, HeadA, scene.Joint.Id, null));
        scene.Refused(Refusal.NotFound, Mediator, new MakeInvite(Back, Nobody, scene.Joint.Id, null));
        scene.Refused(Refusal.NotFound, Mediator, new MakeInvite(Back, CounselA, Named.Room("none"), null));
        scene.Refused(Refusal.WrongRoom, Mediator, new MakeInvite(Back, CounselA, scene.Home(A), null));
        scene.Refused(Refusal.WrongRoom, Mediator, new MakeInvite(Back, CounselA, scene.Home(B), null));
        scene.Refused(Refusal.NotAllowed, HeadA, new MakeInvite(Back, CounselA, scene.Joint.Id, null));
        scene.Refused(Refusal.Invalid, Mediator, new MakeInvite(new(Guid.Empty), CounselA, scene.Joint.Id, null));
        scene.Done(Mediator, new MakeInvite(Back, CounselA, scene.Joint.Id, null));
        scene.Refused(Refusal.Invalid, Mediator, new MakeInvite(Back, CounselA, scene.Joint.Id, null));
    }

    [Fact]
    public void RM2_a_guest_who_went_home_from_a_home_room_can_be_asked_back_into_it()
    {
        var scene = Stage.Open();
        scene.Welcome(Guest, scene.Home(A));
        scene.Move(scene.Home(A), Guest);
        scene.Done(Guest, new GoHome(scene.SittingOf(Guest), false));
        scene.Refused(Refusal.WrongRoom, Mediator, new MakeInvite(Back, Guest, scene.Person(Guest).Room!.Value, null));
        scene.Done(Mediator, new MakeInvite(Back, Guest, scene.Home(A), null));
        scene.Done(Guest, new AcceptInvite(Back, false));
        Assert.Equal(scene.Home(A), scene.Person(Guest).Room);
    }

    [Fact]
    public void RM2_accepting_one_invitation_ends_the_others()
    {
        var scene = CounselLeft();
        var (room, other) = (scene.Room("room"), Named.Invite("other"));
        scene.Done(Mediator, new MakeInvite(Back, CounselA, scene.Joint.Id, null));
        scene.Done(CoMediator, new MakeInvite(other, CounselA, room, null));
        var events = scene.Done(CounselA, new AcceptInvite(Back, false));
        Assert.Contains(new Event(scene.Person(CounselA).Circle, new InviteLapsed(other, CounselA)), events);
        Assert.Empty(scene.State.Invites);
        scene.Refused(Refusal.NotFound, CounselA, new AcceptInvite(other, false));
    }

    [Fact]
    public void RM2_of_two_invitations_into_one_room_the_one_named_is_accepted()
    {
        foreach (var named in new[] { Named.Invite("one"), Named.Invite("two"), Named.Invite("three") })
        {
            var scene = CounselLeft();
            foreach (var name in new[] { "one", "two", "three" })
            {
                scene.Done(Mediator, new MakeInvite(Named.Invite(name), CounselA, scene.Joint.Id, null));
            }

            Assert.All(Expect.All<InviteAccepted>(scene.Done(CounselA, new AcceptInvite(named, false))), a => Assert.Equal(named, a.Invite));
        }
    }

    [Fact]
    public void RM2_a_holder_of_appoint_accepts_for_all_of_his_party_invited_to_the_same_room()
    {
        var scene = Stage.Together();
        scene.Done(HeadA, new GoHome(scene.SittingOf(HeadA), true));
        var meets = new Confirmation([new(A, B)], null);
        var other = scene.Room("other");
        scene.Done(Mediator, new MakeInvite(Named.Invite("head"), HeadA, scene.Joint.Id, meets));
        scene.Done(Mediator, new MakeInvite(Named.Invite("counsel"), CounselA, scene.Joint.Id, meets));
        scene.Done(Mediator, new MakeInvite(Named.Invite("interpreter"), InterpreterA, other, null));
        scene.Refused(Refusal.NotAuthorised, CounselA, new AcceptInvite(Named.Invite("counsel"), true));
        scene.Done(HeadA, new AcceptInvite(Named.Invite("head"), true));
        Assert.True(Company.Of(HeadA, CounselA).IsWithin(scene.Joint.People));
        Assert.Equal(scene.Home(A), scene.Person(InterpreterA).Room);
    }

    [Fact]
    public void RM4_an_invitation_that_brings_parties_together_is_confirmed_by_the_mediator()
    {
        var scene = Stage.Together();
        scene.Done(HeadA, new GoHome(scene.SittingOf(HeadA), true));
        scene.Refused(Refusal.NeedsConfirmation, Mediator, new MakeInvite(Back, HeadA, scene.Joint.Id, null));
        scene.Done(Mediator, new MakeInvite(Back, HeadA, scene.Joint.Id, new Confirmation([new(A, B)], null)));
        scene.Done(HeadA, new AcceptInvite(Back, false));
    }

    [Fact]
    public void RM4_accepting_never_brings_about_a_meeting_that_no_mediator_confirmed()
    {
        var scene = Stage.Together(third: true);
        var room = scene.Room("room");
        scene.Done(CounselA, new GoHome(scene.SittingOf(CounselA), false));
        scene.Move(null, HeadA, InterpreterA);
        scene.Done(Mediator, new MakeInvite(Back, CounselA, room, null));
        scene.Move(room, HeadC);
        Assert.Null(scene.Refused(CounselA, new AcceptInvite(Back, false)).Detail);
        scene.Refused(Refusal.InviteLapsed, CounselA, new AcceptInvite(Back, false));
    }

    [Fact]
    public void OP3_what_is_kept_of_a_confirmation_is_complete_and_names_parties_of_the_session()
    {
        var scene = CounselLeft();
        var given = new Confirmation([new(A, B), new(B, A), new(Named.Party("none"), A)], Company.Of(Nobody));
        foreach (var confirm in new[] { new Confirmation(default, null), given })
        {
            var kept = Expect.One<InviteConfirmed>(scene.Done(
                Mediator, new MakeInvite(Named.Invite(Shape.Of(confirm)), CounselA, scene.Joint.Id, confirm))).Confirmed;
            Assert.False(kept.Meetings.IsDefault);
            Assert.NotNull(kept.TakenOut);
            Assert.All(Shape.Find<PartyId>(kept), id => Assert.True(scene.State.Parties.ContainsKey(id)));
            Assert.True(kept.Meetings.Length <= 1);
            Assert.Empty(kept.TakenOut);
        }
    }

    [Fact]
    public void RM1_closing_the_room_ends_invitations_into_it_and_so_does_an_adjournment()
    {
        var scene = CounselLeft();
        var room = scene.Room("room");
        scene.Done(Mediator, new MakeInvite(Back, CounselA, room, null));
        scene.Done(Mediator, new CloseRoom(room, null, null));
        scene.Refused(Refusal.NotFound, CounselA, new AcceptInvite(Back, false));
        scene.Done(Mediator, new MakeInvite(Named.Invite("again"), CounselA, scene.Joint.Id, null));
        scene.Done(Mediator, new ChangePhase(Phase.Adjourned, null));
        Assert.Empty(scene.State.Invites);
        scene.Refused(Refusal.WrongPhase, CounselA, new AcceptInvite(Named.Invite("again"), false));
        scene.Refused(Refusal.WrongPhase, Mediator, new MakeInvite(Back, CounselA, scene.Joint.Id, null));
    }

    [Fact]
    public void OP3_one_person_has_so_many_invitations()
    {
        var scene = CounselLeft();
        for (var i = 0; i < Limits.InvitesPerPerson; i++)
        {
            scene.Done(Mediator, new MakeInvite(Named.Invite($"{i}"), CounselA, scene.Joint.Id, null));
        }

        scene.Refused(Refusal.TooMany, Mediator, new MakeInvite(Back, CounselA, scene.Joint.Id, null));
    }
}
