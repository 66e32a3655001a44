using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.People;

public sealed class CredentialsTests
{
    [Fact]
    public void PE2_everybody_may_speak_until_it_is_revoked()
    {
        var scene = Stage.Open();
        scene.Done(CounselA, new Say(scene.SittingOf(CounselA), "one", "en"));
        scene.Done(HeadA, new RevokeAuthority(CounselA, Authority.Speak));
        scene.Refused(Refusal.NotAuthorised, CounselA, new Say(scene.SittingOf(CounselA), "two", "en"));
        scene.Done(HeadA, new GrantAuthority(CounselA, Authority.Speak));
        scene.Done(CounselA, new Say(scene.SittingOf(CounselA), "three", "en"));
    }

    [Fact]
    public void PE2_the_secretariat_records_the_first_holder_only()
    {
        var scene = Stage.Registered();
        scene.Refused(Refusal.Invalid, Secretary, new RecordCredentials(HeadA, [Authority.Accept]));
        scene.Refused(Refusal.Invalid, Secretary, new RecordCredentials(HeadA, default));
        scene.Refused(Refusal.Invalid, Secretary, new RecordCredentials(HeadA, [Authority.Appoint, (Authority)99]));
        scene.Refused(Refusal.NotFound, Secretary, new RecordCredentials(InterpreterA, [Authority.Appoint]));
        scene.Refused(Refusal.NotFound, Secretary, new RecordCredentials(Guest, [Authority.Appoint]));
        scene.Refused(Refusal.NotFound, Secretary, new RecordCredentials(Mediator, [Authority.Appoint]));
        scene.Refused(Refusal.NotFound, Secretary, new RecordCredentials(Nobody, [Authority.Appoint]));
        scene.Done(Secretary, new RecordCredentials(HeadA, [Authority.Appoint]));
        scene.Refused(Refusal.AlreadyDone, Secretary, new RecordCredentials(CounselA, [Authority.Appoint]));
        scene.Refused(Refusal.AlreadyDone, Secretary, new RecordCredentials(HeadA, [Authority.Appoint, Authority.Accept]));
        scene.Done(Secretary, new RecordCredentials(CounselB, [Authority.Appoint]));
    }

    [Fact]
    public void PE2_a_holder_of_appoint_grants_and_revokes_within_his_party_at_once()
    {
        var scene = Stage.Open();
        var events = scene.Done(HeadA, new GrantAuthority(CounselA, Authority.Accept));
        Assert.Equal(
            [scene.State.Parties[A].Circle, scene.State.Registry, scene.Person(CounselA).Circle],
            events.Select(told => told.Circle));
        scene.Propose(Stage.Usual);
        scene.Done(CounselA, new AcceptProtocol(2));
        Assert.Empty(scene.Done(HeadA, new GrantAuthority(CounselA, Authority.Accept)));
        scene.Done(HeadA, new RevokeAuthority(CounselA, Authority.Accept));
        scene.Refused(Refusal.NotAuthorised, CounselA, new AcceptProtocol(2));
    }

    [Fact]
    public void PE2_nobody_grants_without_appoint_or_across_the_table()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.NotAuthorised, CounselA, new GrantAuthority(CounselA, Authority.Sign));
        scene.Refused(Refusal.NotAuthorised, Mediator, new GrantAuthority(CounselA, Authority.Sign));
        scene.Refused(Refusal.NotAuthorised, Secretary, new GrantAuthority(CounselA, Authority.Sign));
        scene.Refused(Refusal.Invalid, HeadA, new GrantAuthority(CounselA, (Authority)99));
        var unknown = scene.Refused(HeadA, new GrantAuthority(Nobody, Authority.Sign));
        Assert.Equal(unknown, scene.Refused(HeadA, new GrantAuthority(CounselB, Authority.Sign)));
        Assert.Equal(unknown, scene.Refused(HeadA, new RevokeAuthority(HeadB, Authority.Accept)));
        Assert.Equal(unknown, scene.Refused(HeadA, new GrantAuthority(InterpreterA, Authority.Appoint)));
        scene.Refused(Refusal.NotAllowed, Mediator, new RecordCredentials(CounselA, [Authority.Appoint]));
    }

    [Fact]
    public void PE2_when_nobody_holds_appoint_any_more_the_secretariat_records_again()
    {
        var scene = Stage.Open();
        scene.Done(HeadA, new RevokeAuthority(HeadA, Authority.Appoint));
        scene.Refused(Refusal.NotAuthorised, HeadA, new GrantAuthority(CounselA, Authority.Sign));
        scene.Done(Secretary, new RecordCredentials(CounselA, [Authority.Appoint]));
        Assert.True(scene.Person(CounselA).Holds(Authority.Speak));
    }
}
