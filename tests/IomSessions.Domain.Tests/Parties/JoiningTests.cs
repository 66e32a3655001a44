using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Parties;

public sealed class JoiningTests
{
    [Fact]
    public void SE5_after_the_opening_a_party_joins_when_every_party_has_consented()
    {
        var scene = Stage.Open();
        var told = scene.Done(Secretary, new AddParty(C, "State C"));
        Assert.Equal(new Event(scene.State.Hall, new PartyProposed(C, "State C")), Assert.Single(told));
        scene.Refused(Refusal.Invalid, Secretary, new AddParty(C, "State C"));
        scene.Refused(Refusal.Invalid, Secretary, new RegisterPerson(HeadC, "Head of C", Role.Head, C));
        scene.Refused(Refusal.NotAuthorised, CounselA, new GiveConsent(null, C));
        scene.Done(HeadA, new GiveConsent(null, C));
        Assert.Empty(scene.Done(HeadA, new GiveConsent(null, C)));
        Assert.False(scene.State.Parties.ContainsKey(C));
        scene.Done(HeadB, new GiveConsent(null, C));
        Assert.Contains(new PartyAdded(C, "State C"), scene.InHall);
        Assert.Empty(scene.State.Joining);
        Assert.Contains(scene.Told(scene.State.Bench), body => body is RoomMade { Kind: RoomKind.Home, Party: var of } && of == C);
        scene.Arrive(HeadC, Role.Head, C);
        scene.Done(Mediator, new AdmitPeople([HeadC]));
        Assert.Equal(scene.Home(C), scene.Person(HeadC).Room);
    }

    [Fact]
    public void SE2_a_party_that_joins_has_accepted_nothing()
    {
        var scene = Stage.Open();
        Join(scene);
        Assert.Equal(CaucusNotice.None, scene.State.Protocol.InForce.CaucusNotice);
        scene.Arrive(HeadC, Role.Head, C);
        scene.Done(Mediator, new AdmitPeople([HeadC]));
        scene.Done(Secretary, new RecordCredentials(HeadC, [Authority.Appoint, Authority.Accept]));
        scene.Done(HeadC, new AcceptProtocol(1));
        Assert.Equal(CaucusNotice.Now, scene.State.Protocol.InForce.CaucusNotice);
    }

    [Fact]
    public void SE5_a_consent_to_a_party_can_be_withdrawn_until_it_has_joined_and_the_proposal_retracted()
    {
        var scene = Stage.Open();
        scene.Done(Secretary, new AddParty(C, "State C"));
        scene.Done(HeadA, new GiveConsent(null, C));
        scene.Done(HeadA, new WithdrawConsent(null, C));
        Assert.Empty(scene.Done(HeadA, new WithdrawConsent(null, C)));
        scene.Done(HeadB, new GiveConsent(null, C));
        Assert.True(scene.State.Joining.ContainsKey(C));
        scene.Refused(Refusal.NotAllowed, Mediator, new RetractParty(C));
        scene.Done(Secretary, new RetractParty(C));
        scene.Refused(Refusal.NotFound, HeadA, new GiveConsent(null, C));
        scene.Refused(Refusal.NotFound, Secretary, new RetractParty(C));
    }

    [Fact]
    public void RM16_two_of_two_parties_with_a_mediator_are_a_caucus_once_a_third_has_joined()
    {
        var scene = Stage.Together();
        Join(scene);
        Assert.Contains(Caucus.Held(scene.State), caucus => caucus.Parties.Length == 2);
        // the strictest terms hold again: the hall is not told
        Assert.Empty(scene.InHall.OfType<CaucusBegan>());
    }

    [Fact]
    public void SE5_a_guest_waits_for_the_consent_of_a_party_that_joins()
    {
        var scene = Stage.Together();
        scene.Welcome(Guest, scene.Joint.Id);
        scene.Move(scene.Joint.Id, Guest);
        Join(scene);
        Assert.Equal(RoomKind.Waiting, scene.RoomOf(Guest).Kind);
    }

    private static void Join(Scene scene)
    {
        scene.Done(Secretary, new AddParty(C, "State C"));
        scene.Done(HeadA, new GiveConsent(null, C));
        scene.Done(HeadB, new GiveConsent(null, C));
    }
}
