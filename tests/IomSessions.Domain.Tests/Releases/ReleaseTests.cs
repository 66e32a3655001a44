using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Releases;

public sealed class ReleaseTests
{
    private static readonly Protocol Open = Stage.Usual with { Disclosure = Disclosure.DisclosableUnlessMarked };

    [Fact]
    public void SI5_a_holder_of_release_copies_the_exact_words_to_those_he_names_and_the_source_and_the_bench_are_told()
    {
        var (scene, sitting) = Spoken(Stage.Usual);
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Release));
        var told = scene.Done(HeadA, new Release(sitting, 2, [B], [CoMediator], true));
        var released = new Released(A, "We could live with half.", "en", Scene.Noon, ReleasedThrough.Source);
        CircleId[] recipients = [scene.State.Parties[B].Circle, scene.Person(CoMediator).Circle, scene.State.Bench];
        Assert.Equal(recipients, told.Where(one => one.Body.Equals(released)).Select(one => one.Circle));
        CircleId[] logged = [scene.State.Parties[A].Circle, scene.State.Bench];
        Assert.Equal(logged, told.Where(one => one.Body is ReleaseMade { By: var by, Offset: 2 } && by == HeadA).Select(one => one.Circle));
        Assert.Equal(5, told.Length);
    }

    [Fact]
    public void SE5_what_a_party_that_withdrew_said_is_released_by_nobody_until_it_is_back()
    {
        var (scene, sitting) = Spoken(Open);
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Release));
        scene.Withdraw(HeadA);
        scene.Refused(Refusal.PartyWithdrawn, Mediator, new Release(sitting, 2, [B], [], false));
        scene.Refused(Refusal.PartyWithdrawn, HeadA, new Release(sitting, 2, [B], [], false));
    }

    [Fact]
    public void SE5_nothing_is_released_to_a_party_that_withdrew_or_to_its_people()
    {
        var (scene, sitting) = Spoken(Open);
        scene.Withdraw(HeadB);
        scene.Refused(Refusal.NotFound, Mediator, new Release(sitting, 2, [B], [], false));
        scene.Refused(Refusal.NotFound, Mediator, new Release(sitting, 2, [], [HeadB], false));
        scene.Done(Mediator, new Release(sitting, 2, [], [], true));
    }

    [Fact]
    public void SI5_the_sitting_itself_is_never_opened_and_no_room_or_company_is_told()
    {
        var (scene, sitting) = Spoken(Stage.Usual);
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Release));
        var told = scene.Done(HeadA, new Release(sitting, 2, [B], [], false));
        Assert.False(scene.Reads(HeadB, sitting));
        Assert.All(told.Where(one => scene.Reads(HeadB, one.Circle)), one =>
        {
            Assert.Empty(Shape.Find<CircleId>(one.Body));
            Assert.Empty(Shape.Find<RoomId>(one.Body));
            Assert.Empty(Shape.Find<PersonId>(one.Body));
        });
    }

    [Fact]
    public void SI5_without_the_authority_nothing_is_released_also_not_by_a_mediator()
    {
        var (scene, sitting) = Spoken(Stage.Usual);
        scene.Refused(Refusal.NotAuthorised, HeadA, new Release(sitting, 2, [B], [], false));
        scene.Refused(Refusal.NotAuthorised, Mediator, new Release(sitting, 2, [B], [], false));
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Release));
        scene.Done(HeadA, new RevokeAuthority(HeadA, Authority.Release));
        scene.Refused(Refusal.NotAuthorised, HeadA, new Release(sitting, 2, [B], [], false));
    }

    [Fact]
    public void SI5_where_it_was_agreed_a_mediator_releases_what_was_not_marked_and_the_source_is_told()
    {
        var (scene, sitting) = Spoken(Open);
        scene.Done(HeadA, new Say(sitting, "Never say this.", "en", Marked: true));
        var told = scene.Done(Mediator, new Release(sitting, 2, [B], [], false));
        Assert.Equal(ReleasedThrough.Mediator, Expect.One<Released>(told).Through);
        Assert.Contains(told, one => one.Circle == scene.State.Parties[A].Circle && one.Body is ReleaseMade { By: var by } && by == Mediator);
        scene.Refused(Refusal.NotAuthorised, Mediator, new Release(sitting, 3, [B], [], false));
    }

    [Fact]
    public void SE2_SI5_the_rule_in_force_when_it_was_said_counts()
    {
        var (scene, sitting) = Spoken(Stage.Usual);
        scene.Agree(Open);
        scene.Refused(Refusal.NotAuthorised, Mediator, new Release(sitting, 2, [B], [], false));
        scene.Done(HeadA, new Say(scene.SittingOf(HeadA), "Say this.", "en"));
        scene.Agree(Stage.Usual);
        scene.Done(Mediator, new Release(sitting, scene.Head(sitting), [B], [], false));
    }

    [Fact]
    public void SI5_what_was_not_said_by_a_delegation_in_caucus_is_not_released()
    {
        var (scene, sitting) = Spoken(Open);
        scene.Done(Mediator, new Say(sitting, "I think so.", "en"));
        scene.Refused(Refusal.NotInCaucus, Mediator, new Release(sitting, 3, [B], [], false));
        scene.Refused(Refusal.NotFound, Mediator, new Release(sitting, 1, [B], [], false));
        var joint = Stage.Together(protocol: Open);
        joint.Done(HeadA, new Say(joint.SittingOf(HeadA), "To all.", "en"));
        joint.Refused(Refusal.NotInCaucus, Mediator, new Release(joint.SittingOf(HeadA), 2, [B], [], false));
    }

    [Fact]
    public void DL7_what_others_said_is_released_by_nobody_and_answered_like_what_is_not_there()
    {
        var (scene, sitting) = Spoken(Open);
        scene.Done(HeadB, new GrantAuthority(HeadB, Authority.Release));
        var others = Shape.Of(scene.Refused(HeadB, new Release(sitting, 2, [B], [], false)));
        Assert.Equal(others, Shape.Of(scene.Refused(HeadB, new Release(Named.Circle("unknown"), 2, [B], [], false))));
        Assert.Equal(others, Shape.Of(scene.Refused(CoMediator, new Release(sitting, 2, [B], [], false))));
    }

    [Fact]
    public void OP3_recipients_are_named_known_and_bounded()
    {
        var (scene, sitting) = Spoken(Open);
        scene.Refused(Refusal.Invalid, Mediator, new Release(sitting, 2, [], [], false));
        scene.Refused(Refusal.Invalid, Mediator, new Release(sitting, 2, default, default, true));
        scene.Refused(Refusal.NotFound, Mediator, new Release(sitting, 2, [Named.Party("unknown")], [], false));
        scene.Refused(Refusal.NotFound, Mediator, new Release(sitting, 2, [], [Nobody], false));
        scene.Refused(Refusal.NotFound, Mediator, new Release(sitting, 2, [], [Secretary], false));
        scene.Refused(Refusal.Invalid, Mediator, new Release(sitting, 2, [], [.. Enumerable.Range(0, Limits.Recipients + 1).Select(at => Named.Person($"{at}"))], false));
        scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Settled));
        scene.Refused(Refusal.WrongPhase, Mediator, new Release(sitting, 2, [B], [], false));
    }

    private static (Scene Scene, CircleId Sitting) Spoken(Protocol protocol)
    {
        var (scene, _) = Stage.Caucus(protocol: protocol);
        var sitting = scene.SittingOf(HeadA);
        scene.Done(HeadA, new Say(sitting, "We could live with half.", "en"));
        return (scene, sitting);
    }
}
