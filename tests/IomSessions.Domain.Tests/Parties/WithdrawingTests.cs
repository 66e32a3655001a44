using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Parties;

public sealed class WithdrawingTests
{
    [Fact]
    public void SE5_only_a_holder_of_withdraw_withdraws_his_own_party()
    {
        var scene = Stage.Open(third: true);
        scene.Refused(Refusal.NotAuthorised, HeadA, new WithdrawParty(A));
        scene.Refused(Refusal.NotAuthorised, Mediator, new WithdrawParty(A));
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Withdraw));
        scene.Refused(Refusal.Invalid, HeadA, new WithdrawParty(B));
        scene.Done(HeadA, new WithdrawParty(A));
        Assert.Contains(new PartyWithdrawn(A), scene.InHall);
        scene.Refused(Refusal.PartyWithdrawn, HeadA, new WithdrawParty(A));
    }

    [Fact]
    public void SE5_its_people_come_home_stay_there_and_are_alone()
    {
        var scene = Stage.Together(third: true);
        scene.Move(scene.Home(B), Mediator);
        scene.MoveParties(scene.Home(B), B);
        var said = scene.SittingOf(HeadB);
        scene.Withdraw(HeadB);
        Assert.All([HeadB, CounselB], id => Assert.Equal(scene.Home(B), scene.Person(id).Room));
        Assert.Equal(RoomKind.Mediators, scene.RoomOf(Mediator).Kind);
        Assert.True(scene.Reads(HeadB, said));
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(scene.Joint.Id, [], [B])));
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(scene.Home(B), [Mediator], [])));
        scene.Done(HeadB, new Say(scene.SittingOf(HeadB), "among ourselves", "en"));
        scene.Done(HeadB, new SayInDelegation("among ourselves", "en"));
    }

    [Fact]
    public void SE5_what_it_asked_for_ends_and_it_can_ask_for_nothing_more()
    {
        var scene = Stage.Together(third: true);
        scene.Done(HeadB, new GoHome(scene.SittingOf(HeadB), false));
        scene.Done(Mediator, new MakeInvite(Named.Invite("back"), HeadB, scene.Joint.Id, Everybody(scene)));
        scene.Done(CounselB, new MakeCall(Named.Call("one"), Urgency.Soon, "please"));
        scene.Register(Nobody, Role.Expert, A);
        scene.Done(HeadB, new MakeObjection(Nobody, "why"));
        var told = scene.Withdraw(HeadB);
        Assert.Equal(2, Expect.All<InviteLapsed>(told).Count());
        Assert.Equal(2, Expect.All<CallEnded>(told).Count());
        Assert.Equal(new ObjectionWithdrawn(Nobody, B), Expect.One<ObjectionWithdrawn>(told));
        scene.Refused(Refusal.PartyWithdrawn, CounselB, new MakeCall(Named.Call("two"), Urgency.Soon, "please"));
        scene.Refused(Refusal.PartyWithdrawn, HeadB, new AcceptProtocol(1));
        scene.Refused(Refusal.PartyWithdrawn, HeadB, new WithdrawConsent(CoMediator, null));
    }

    [Fact]
    public void SE5_a_caucus_with_it_ends()
    {
        var scene = Stage.Open(third: true);
        var room = scene.Room("side");
        scene.Move(new Move(room, [Mediator], [A, B]));
        var told = scene.Withdraw(HeadB);
        Assert.Equal(2, Expect.One<CaucusEnded>(told).Parties.Length);
        Assert.Equal([A], Expect.One<CaucusBegan>(told).Parties.ToArray());
        Assert.Equal(room, scene.Person(HeadA).Room);
    }

    [Fact]
    public void SE2_its_acceptance_is_not_needed_any_more()
    {
        var scene = Stage.Open(third: true);
        scene.Propose(Stage.Usual with { Disclosure = Disclosure.DisclosableUnlessMarked });
        scene.Done(HeadA, new AcceptProtocol(2));
        scene.Done(HeadC, new AcceptProtocol(2));
        Assert.Equal(Disclosure.ConfidentialUnlessReleased, scene.State.Protocol.InForce.Disclosure);
        scene.Withdraw(HeadB);
        Assert.Equal(Disclosure.DisclosableUnlessMarked, scene.State.Protocol.InForce.Disclosure);
    }

    [Fact]
    public void SE5_who_waited_for_its_consent_alone_waits_no_longer()
    {
        var scene = Stage.Open(third: true);
        var late = Named.Party("late");
        scene.Register(Nobody, Role.Mediator);
        scene.Done(Secretary, new AddParty(late, "Late"));
        foreach (var head in new[] { HeadA, HeadC })
        {
            scene.Done(head, new GiveConsent(Nobody, null));
            scene.Done(head, new GiveConsent(null, late));
        }

        scene.Withdraw(HeadB);
        Assert.True(scene.State.Parties.ContainsKey(late));
        // who joins in the same act has not been asked for a mediator yet
        Assert.Equal(PersonStatus.AwaitingConsent, scene.Person(Nobody).Status);
    }

    [Fact]
    public void SE5_with_fewer_than_two_parties_the_session_adjourns_and_resumes_only_with_another()
    {
        var scene = Stage.Together();
        var told = scene.Withdraw(HeadB);
        Assert.Equal(Phase.Adjourned, Expect.One<PhaseChanged>(told).Phase);
        Assert.All([HeadA, CounselA, HeadB], id => Assert.Equal(RoomKind.Home, scene.RoomOf(id).Kind));
        scene.Refused(Refusal.NotReady, Mediator, new ChangePhase(Phase.Open, null));
        scene.Done(Secretary, new AddParty(C, "State C"));
        scene.Done(HeadA, new GiveConsent(null, C));
        scene.Done(Mediator, new ChangePhase(Phase.Open, null));
        scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Withdrawn));
        scene.Refused(Refusal.PartyWithdrawn, HeadB, new AcceptInvite(Named.Invite("x"), false));
    }

    [Fact]
    public void SE5_a_party_that_withdrew_comes_back_with_its_own_and_every_consent()
    {
        var scene = Stage.Open(third: true);
        var (home, circle) = (scene.Home(B), scene.State.Parties[B].Circle);
        scene.Withdraw(HeadB);
        scene.Done(Secretary, new AddParty(B, "another name"));
        Assert.Contains(new PartyProposed(B, "State B"), scene.InHall);
        scene.Done(HeadA, new GiveConsent(null, B));
        scene.Done(HeadC, new GiveConsent(null, B));
        Assert.True(scene.State.Parties[B].Withdrawn);
        scene.Done(HeadB, new GiveConsent(null, B));
        Assert.False(scene.State.Parties[B].Withdrawn);
        Assert.Equal((home, circle), (scene.Home(B), scene.State.Parties[B].Circle));
        scene.MoveParties(scene.Joint.Id, B);
    }

    private static Confirmation Everybody(Scene scene) => new(
        [Meeting.Between(new(A, B)), Meeting.Between(new(B, C)), Meeting.Between(new(A, C))], Company.Of(scene.State.People.Keys));
}
