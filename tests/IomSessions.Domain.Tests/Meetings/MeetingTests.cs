using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Meetings;

public sealed class MeetingTests
{
    private static readonly MeetingId First = Named.Meeting("first");

    private static DateTimeOffset In(int days) => Scene.Noon.AddDays(days);

    [Fact]
    public void SE5_the_hall_is_told_when_the_session_meets_and_of_every_change_with_a_higher_sequence()
    {
        var scene = Stage.Open();
        var told = scene.Done(Secretary, new SetMeeting(First, In(1), 90));
        Assert.Equal(new Event(scene.State.Hall, new MeetingSet(First, In(1), 90, 0)), Assert.Single(told));
        Assert.Empty(scene.Done(Secretary, new SetMeeting(First, In(1), 90)));
        told = scene.Done(Mediator, new SetMeeting(First, In(2), 90));
        Assert.Equal(new MeetingSet(First, In(2), 90, 1), Assert.Single(told).Body);
        told = scene.Done(Secretary, new CancelMeeting(First));
        Assert.Equal(new Event(scene.State.Hall, new MeetingCancelled(First, 2)), Assert.Single(told));
        Assert.Empty(scene.Done(Secretary, new CancelMeeting(First)));
        scene.Refused(Refusal.NotFound, Secretary, new SetMeeting(First, In(3), 90));
    }

    [Fact]
    public void SE5_only_the_secretariat_and_mediators_plan_and_only_what_can_be_held()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.NotAllowed, HeadA, new SetMeeting(First, In(1), 90));
        scene.Refused(Refusal.NotAllowed, HeadA, new CancelMeeting(First));
        scene.Refused(Refusal.NotFound, Secretary, new CancelMeeting(First));
        foreach (var (at, minutes) in ((DateTimeOffset, int)[])
            [(In(0), 90), (In(-1), 90), (In(1), 0), (In(1), 1_441), (In(1).AddSeconds(1), 90), (In(1_000), 90)])
        {
            scene.Refused(Refusal.Invalid, Secretary, new SetMeeting(First, at, minutes));
        }

        scene.Refused(Refusal.Invalid, Secretary, new SetMeeting(default, In(1), 90));
    }

    [Fact]
    public void SE5_a_bounded_number_is_planned_and_a_cancelled_one_makes_room()
    {
        var scene = Stage.Open();
        for (var i = 0; i < Limits.Meetings; i++)
        {
            scene.Done(Secretary, new SetMeeting(Named.Meeting($"{i}"), In(1 + i), 60));
        }

        scene.Refused(Refusal.TooMany, Secretary, new SetMeeting(First, In(1), 60));
        scene.Done(Secretary, new CancelMeeting(Named.Meeting("0")));
        scene.Done(Secretary, new SetMeeting(First, In(1), 60));
    }

    [Fact]
    public void OP3_the_books_keep_a_bounded_number_and_none_that_is_still_to_be_held_is_dropped()
    {
        var scene = Stage.Open();
        scene.Done(Secretary, new SetMeeting(First, In(1), 60));
        for (var i = 0; i < Limits.MeetingsKept * 2; i++)
        {
            scene.Done(Secretary, new SetMeeting(Named.Meeting($"{i}"), In(2), 60));
            scene.Done(Secretary, new CancelMeeting(Named.Meeting($"{i}")));
        }

        Assert.Equal(Limits.MeetingsKept, scene.State.Meetings.Count);
        Assert.False(scene.State.Meetings[First].Cancelled);
    }

    [Fact]
    public void SE5_who_waits_in_the_lobby_is_told_of_what_is_to_come_and_of_its_changes()
    {
        var scene = Stage.Open();
        var (gone, waiting) = (Named.Meeting("gone"), Named.Person("waiting"));
        scene.Done(Secretary, new SetMeeting(First, In(1), 90));
        scene.Done(Secretary, new SetMeeting(gone, In(1), 90));
        scene.Done(Secretary, new CancelMeeting(gone));
        scene.Register(waiting, Role.Counsel, A);
        Assert.DoesNotContain(scene.Done(Secretary, new SetMeeting(First, In(2), 90)), told => told.Circle == scene.Person(waiting).Circle);
        Assert.False(Access.MayKnowMeetings(waiting, scene.State));
        var own = scene.Done(waiting, new GiveUndertaking("2026-1")).Where(told => told.Body is MeetingSet).ToList();
        Assert.Equal([new Event(scene.Person(waiting).Circle, new MeetingSet(First, In(2), 90, 1))], own);
        Assert.True(Access.MayKnowMeetings(waiting, scene.State));
        var told = scene.Done(Mediator, new CancelMeeting(First));
        Assert.Equal([scene.State.Hall, scene.Person(waiting).Circle], told.Select(one => one.Circle));
        Assert.All(told, one => Assert.Equal(new MeetingCancelled(First, 2), one.Body));
    }
}
