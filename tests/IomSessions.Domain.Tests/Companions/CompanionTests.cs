using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Companions;

public sealed class CompanionTests
{
    private static readonly CompanionId Aide = Named.Companion("aide");

    [Fact]
    public void PE11_everybody_in_the_room_is_shown_who_is_with_whom_in_a_new_sitting()
    {
        var scene = Stage.Together();
        var before = scene.SittingOf(HeadA);
        var told = scene.Done(HeadA, new DeclareCompanion(Aide, "An aide", "2026-1"));
        var opened = Expect.One<SittingOpened>(told);
        Assert.Equal(new Companion(Aide, HeadA, "An aide"), Assert.Single(opened.Companions!.Value));
        Assert.Equal(scene.State.Circles[before].People, opened.People);
        Assert.True(scene.State.Circles[before].Ended);
        Assert.NotEqual(before, scene.SittingOf(HeadB));
        Assert.Equal(scene.SittingOf(HeadB), scene.SittingOf(HeadA));
        Assert.Equal(scene.Joint.Id, Assert.Single(Expect.One<FloorChanged>(told).Rooms).Room);
    }

    [Fact]
    public void PE11_the_hall_is_told_as_of_somebody_new_and_the_undertaking_is_on_record()
    {
        var scene = Stage.Together();
        var told = scene.Done(HeadA, new DeclareCompanion(Aide, "An aide", "2026-1"));
        Assert.Equal(new CompanionAnnounced(Aide, "An aide", HeadA), told.Single(one => one.Circle == scene.State.Hall).Body);
        Assert.Equal(new CompanionDeclared(Aide, "An aide", HeadA, "2026-1"), told.Single(one => one.Circle == scene.State.Registry).Body);
        told = scene.Done(HeadA, new EndCompanion(Aide));
        Assert.Equal(new CompanionLeft(Aide), told.Single(one => one.Circle == scene.State.Hall).Body);
        Assert.Equal(new CompanionEnded(Aide, HeadA), told.Single(one => one.Circle == scene.State.Registry).Body);
        Assert.Null(Expect.One<SittingOpened>(told).Companions);
    }

    [Fact]
    public void SI2_nobody_speaks_before_somebody_whom_he_has_not_seen()
    {
        var scene = Stage.Together();
        var before = scene.SittingOf(HeadB);
        scene.Done(HeadA, new DeclareCompanion(Aide, "An aide", "2026-1"));
        scene.Refused(Refusal.SittingChanged, HeadB, new Say(before, "for those I saw", "en"));
        var seen = scene.SittingOf(HeadB);
        scene.Done(HeadB, new Say(seen, "now I know", "en"));
        // whoever goes takes nobody's ears with him that were not seen
        scene.Done(HeadA, new EndCompanion(Aide));
        Assert.Equal(scene.SittingOf(HeadB), Assert.Single(scene.Done(HeadB, new Say(seen, "to those who stay", "en"))).Circle);
    }

    [Fact]
    public void RM5_a_move_that_was_decided_before_he_was_seen_is_refused()
    {
        var scene = Stage.Together();
        var move = new Move(scene.Room("aside"), [HeadA, Mediator], []);
        var arrange = scene.Arrange(null, move);
        scene.Done(HeadA, new DeclareCompanion(Aide, "An aide", "2026-1"));
        scene.Refused(Refusal.FloorChanged, Mediator, arrange);
    }

    [Fact]
    public void PE11_he_goes_where_his_participant_goes_and_those_in_that_room_are_told()
    {
        var scene = Stage.Together();
        scene.Done(HeadA, new DeclareCompanion(Aide, "An aide", "2026-1"));
        var opened = Expect.All<SittingOpened>(scene.Move(scene.Room("aside"), HeadA, Mediator)).ToList();
        Assert.Single(opened.Single(one => one.Kind == RoomKind.Caucus).Companions!.Value);
        Assert.Null(opened.Single(one => one.Kind == RoomKind.Joint).Companions);
    }

    [Fact]
    public void PE11_he_gives_the_same_wording_of_the_undertaking_and_has_a_name()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.Invalid, HeadA, new DeclareCompanion(Aide, "An aide", "2025-9"));
        scene.Refused(Refusal.Invalid, HeadA, new DeclareCompanion(Aide, " ", "2026-1"));
        scene.Refused(Refusal.Invalid, HeadA, new DeclareCompanion(new(Guid.Empty), "An aide", "2026-1"));
        scene.Done(HeadA, new DeclareCompanion(Aide, "An aide", "2026-1"));
        scene.Refused(Refusal.Invalid, HeadB, new DeclareCompanion(Aide, "Another", "2026-1"));
    }

    [Fact]
    public void SE3_how_many_are_with_one_counts_ones_own_alone()
    {
        var scene = Stage.Open();
        for (var at = 0; at < Limits.CompanionsPerPerson; at++)
        {
            scene.Done(HeadA, new DeclareCompanion(Named.Companion($"{at}"), $"aide {at}", "2026-1"));
        }

        scene.Refused(Refusal.TooMany, HeadA, new DeclareCompanion(Aide, "An aide", "2026-1"));
        scene.Done(HeadB, new DeclareCompanion(Aide, "An aide", "2026-1"));
        scene.Refused(Refusal.NotFound, HeadA, new EndCompanion(Aide));
    }

    [Fact]
    public void PE11_how_many_one_declares_is_bounded_over_the_session_those_who_have_gone_included()
    {
        var scene = Stage.Together();
        for (var at = 0; at < Limits.CompanionsDeclared; at++)
        {
            scene.Done(HeadA, new DeclareCompanion(Aide, $"aide {at}", "2026-1"));
            scene.Done(HeadA, new EndCompanion(Aide));
        }

        scene.Refused(Refusal.TooMany, HeadA, new DeclareCompanion(Aide, "An aide", "2026-1"));
        scene.Done(HeadB, new DeclareCompanion(Aide, "An aide", "2026-1"));
    }

    [Fact]
    public void PE11_whoever_comes_and_goes_in_the_lobby_is_told_to_the_registry_alone()
    {
        var scene = Stage.Open();
        scene.Done(Mediator, new SuspendPerson(CounselA));
        Assert.DoesNotContain(scene.Done(CounselA, new DeclareCompanion(Aide, "An aide", "2026-1")), one => one.Circle == scene.State.Hall);
        Assert.DoesNotContain(scene.Done(CounselA, new EndCompanion(Aide)), one => one.Circle == scene.State.Hall);
        Assert.Empty(Expect.All<CompanionAnnounced>(scene.Done(Mediator, new AdmitPeople([CounselA]))));
    }

    [Fact]
    public void PE11_the_hall_hears_that_he_left_if_and_only_if_it_heard_that_he_came()
    {
        var scene = Stage.Together();
        scene.Done(CounselA, new DeclareCompanion(Aide, "An aide", "2026-1"));
        scene.Done(Mediator, new SuspendPerson(CounselA));
        var told = scene.Done(CounselA, new EndCompanion(Aide));
        Assert.Equal(scene.State.Hall, told.Single(one => one.Body is CompanionLeft).Circle);
        scene.Done(CounselA, new DeclareCompanion(Aide, "An aide", "2026-1"));
        Assert.Single(Expect.All<CompanionAnnounced>(scene.Done(Mediator, new AdmitPeople([CounselA]))));
        scene.Done(Mediator, new SuspendPerson(CounselA));
        Assert.Empty(Expect.All<CompanionAnnounced>(scene.Done(Mediator, new AdmitPeople([CounselA]))));
    }

    [Fact]
    public void PE11_in_the_lobby_he_is_on_record_and_with_the_admission_he_is_announced_and_seen()
    {
        var scene = Stage.Open();
        var late = Named.Person("late");
        scene.Register(late, Role.Adviser, A);
        scene.Refused(Refusal.NotAdmitted, late, new DeclareCompanion(Aide, "An aide", "2026-1"));
        scene.Done(late, new GiveUndertaking("2026-1"));
        var told = scene.Done(late, new DeclareCompanion(Aide, "An aide", "2026-1"));
        Assert.Equal([scene.State.Registry, scene.Person(late).Circle], told.Select(one => one.Circle));
        told = scene.Done(Mediator, new AdmitPeople([late]));
        Assert.Equal(new CompanionAnnounced(Aide, "An aide", late), told.Single(one => one.Circle == scene.State.Hall).Body);
        Assert.Equal(Aide, Assert.Single(Expect.One<SittingOpened>(told).Companions!.Value).Id);
    }

    [Fact]
    public void PE4_he_goes_with_the_removal_and_waits_with_a_suspension()
    {
        var scene = Stage.Together();
        scene.Done(CounselA, new DeclareCompanion(Aide, "An aide", "2026-1"));
        scene.Done(Mediator, new SuspendPerson(CounselA));
        Assert.Empty(scene.State.Circles[scene.SittingOf(HeadA)].Companions);
        Assert.Single(scene.Person(CounselA).Companions);
        scene.Done(HeadA, new RemovePerson(CounselA, null));
        Assert.Empty(scene.Person(CounselA).Companions);
    }

    [Fact]
    public void PE11_he_gets_no_right_of_his_own()
    {
        var scene = Stage.Together();
        var readers = scene.State.People.Keys.ToDictionary(id => id, id => scene.State.Circles.Keys.Count(circle => scene.Reads(id, circle)));
        scene.Done(HeadA, new DeclareCompanion(Aide, "An aide", "2026-1"));
        var sitting = scene.SittingOf(HeadA);
        Assert.All(readers.Keys, id => Assert.Equal(
            readers[id] + (scene.State.Circles[sitting].People.Contains(id) ? 1 : 0),
            scene.State.Circles.Keys.Count(circle => scene.Reads(id, circle))));
        Assert.DoesNotContain(scene.State.People.Keys, id => id.Value == Aide.Value);
    }

    [Fact]
    public void RM15_the_order_of_the_room_stays_and_its_hands_begin_anew()
    {
        var scene = Stage.Together();
        scene.Done(Mediator, new SetTurns(scene.Joint.Id, true));
        scene.Done(HeadB, new RaiseHand(scene.SittingOf(HeadB), true));
        var told = scene.Done(HeadA, new DeclareCompanion(Aide, "An aide", "2026-1"));
        Assert.Equal(new TurnsSet(scene.Joint.Id, true), told.Single(one => one.Body is TurnsSet).Body);
        Assert.Empty(scene.Joint.Hands);
    }
}
