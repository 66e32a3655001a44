using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Protocols;

public sealed class ProtocolTests
{
    private static Protocol InForce(Scene scene) => scene.State.Protocol.InForce;

    [Fact]
    public void SE2_the_strictest_holds_until_every_party_has_accepted()
    {
        var scene = Stage.Gathered();
        var loose = Stage.Usual with { Disclosure = Disclosure.DisclosableUnlessMarked, ExistencePublic = true };
        Assert.Equal(CaucusNotice.None, InForce(scene).CaucusNotice);
        scene.Propose(loose);
        scene.Done(HeadA, new AcceptProtocol(1));
        Assert.Equal(CaucusNotice.None, InForce(scene).CaucusNotice);
        Assert.Equal(Disclosure.ConfidentialUnlessReleased, InForce(scene).Disclosure);
        Assert.False(InForce(scene).ExistencePublic);
        Assert.False(InForce(scene).Receipts);
        scene.Done(HeadB, new AcceptProtocol(1));
        Assert.Equal(loose, InForce(scene));
    }

    [Fact]
    public void SE2_tightening_holds_at_once_and_stays_through_later_proposals()
    {
        var scene = Stage.Gathered();
        scene.Agree(Stage.Usual);
        scene.Propose(Stage.Usual with { CaucusNotice = CaucusNotice.None });
        Assert.Equal(CaucusNotice.None, InForce(scene).CaucusNotice);
        scene.Propose(Stage.Usual);
        Assert.Equal(CaucusNotice.None, InForce(scene).CaucusNotice);
        scene.Done(HeadA, new AcceptProtocol(3));
        Assert.Equal(CaucusNotice.None, InForce(scene).CaucusNotice);
        scene.Done(HeadB, new AcceptProtocol(3));
        Assert.Equal(CaucusNotice.Now, InForce(scene).CaucusNotice);
    }

    [Fact]
    public void SE2_acceptances_of_one_proposal_do_not_count_for_another()
    {
        var scene = Stage.Gathered();
        scene.Propose(Stage.Usual);
        scene.Done(HeadA, new AcceptProtocol(1));
        scene.Propose(Stage.Usual with { Disclosure = Disclosure.DisclosableUnlessMarked });
        scene.Refused(Refusal.NotFound, HeadB, new AcceptProtocol(1));
        scene.Done(HeadB, new AcceptProtocol(2));
        Assert.Equal(Disclosure.ConfidentialUnlessReleased, InForce(scene).Disclosure);
    }

    [Fact]
    public void SE2_a_party_that_comes_later_has_not_accepted()
    {
        var scene = Stage.Gathered();
        scene.Agree(Stage.Usual with { Disclosure = Disclosure.DisclosableUnlessMarked });
        scene.Done(Secretary, new AddParty(C, "State C"));
        Assert.Equal(Disclosure.ConfidentialUnlessReleased, InForce(scene).Disclosure);
        Assert.Equal(CaucusNotice.None, InForce(scene).CaucusNotice);
        scene.Arrive(HeadC, Role.Head, C);
        scene.Done(Mediator, new AdmitPeople([HeadC]));
        scene.Done(Secretary, new RecordCredentials(HeadC, [Authority.Appoint, Authority.Accept]));
        scene.Done(HeadC, new AcceptProtocol(1));
        Assert.Equal(Disclosure.DisclosableUnlessMarked, InForce(scene).Disclosure);
    }

    [Fact]
    public void SE2_nobody_shortens_or_lengthens_the_life_of_the_record_alone()
    {
        var scene = Stage.Gathered();
        scene.Agree(Stage.Usual with { RetentionDays = 3_650 });
        scene.Propose(Stage.Usual with { RetentionDays = 1 });
        Assert.Equal(3_650, InForce(scene).RetentionDays);
        scene.Agree(Stage.Usual with { RetentionDays = 5_000 });
        Assert.Equal(5_000, InForce(scene).RetentionDays);
        Assert.Equal(Limits.RetentionDays, Protocol.Strictest.RetentionDays);
    }

    [Fact]
    public void SE2_what_was_said_keeps_the_rule_in_force_when_it_was_said()
    {
        var scene = Stage.Open();
        scene.Done(HeadA, new SayInDelegation("before", "en"));
        scene.Agree(Stage.Usual with { Disclosure = Disclosure.DisclosableUnlessMarked });
        scene.Done(HeadA, new SayInDelegation("after", "en"));
        Assert.Equal(
            [Disclosure.ConfidentialUnlessReleased, Disclosure.DisclosableUnlessMarked],
            Expect.All<Said>(scene.Log).Select(said => said.Rule));
    }

    [Fact]
    public void SE2_who_proposes_and_who_accepts()
    {
        var scene = Stage.Gathered();
        scene.Refused(Refusal.NotFound, HeadA, new AcceptProtocol(0));
        scene.Refused(Refusal.NotAllowed, HeadA, new ProposeProtocol(Stage.Usual));
        scene.Done(Secretary, new ProposeProtocol(Stage.Usual));
        scene.Refused(Refusal.NotAuthorised, CounselA, new AcceptProtocol(1));
        scene.Refused(Refusal.NotAuthorised, Mediator, new AcceptProtocol(1));
        scene.Refused(Refusal.NotFound, HeadA, new AcceptProtocol(2));
        scene.Done(HeadA, new AcceptProtocol(1));
        Assert.Empty(scene.Done(HeadA, new AcceptProtocol(1)));
    }

    [Fact]
    public void SE2_a_protocol_is_complete()
    {
        var scene = Stage.Gathered();
        foreach (var unfit in new[]
        {
            null!,
            Stage.Usual with { Languages = [] },
            Stage.Usual with { Languages = default },
            Stage.Usual with { Languages = ["e"] },
            Stage.Usual with { Languages = [.. Enumerable.Repeat("en", Limits.Languages + 1)] },
            Stage.Usual with { RetentionDays = 0 },
            Stage.Usual with { RetentionDays = Limits.RetentionDays + 1 },
            Stage.Usual with { Disclosure = (Disclosure)7 },
            Stage.Usual with { CaucusNotice = (CaucusNotice)7 },
            Stage.Usual with { Clearance = (Clearance)7 },
        })
        {
            scene.Refused(Refusal.Invalid, Mediator, new ProposeProtocol(unfit));
        }
    }
}
