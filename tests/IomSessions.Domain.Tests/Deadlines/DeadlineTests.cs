using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Deadlines;

public sealed class DeadlineTests
{
    private static DateTimeOffset In(int seconds) => Scene.Noon.AddHours(1).AddSeconds(seconds);

    [Fact]
    public void RM11_a_deadline_is_told_to_the_room_and_the_bench_and_nobody_is_moved()
    {
        var (scene, room) = Stage.Caucus();
        var told = scene.Done(Mediator, new SetDeadline(room, In(0)));
        Assert.Equal([scene.State.Bench, scene.SittingOf(HeadA)], told.Select(one => one.Circle));
        scene.Refused(Refusal.NotAllowed, HeadA, new SetDeadline(room, In(0)));
        scene.Refused(Refusal.NotAllowed, HeadA, new NoteDeadline(room, In(0)));
        scene.Refused(Refusal.NotFound, Mediator, new SetDeadline(Named.Room("none"), In(0)));
        scene.Refused(Refusal.Invalid, Mediator, new SetDeadline(room, Scene.Noon.AddDays(3)));
        scene.Refused(Refusal.Invalid, Mediator, new SetDeadline(room, Scene.Noon));
        scene.Refused(Refusal.Invalid, Mediator, new SetDeadline(room, In(0).AddMilliseconds(1)));
        Assert.Equal(room, scene.Person(HeadA).Room);
    }

    [Theory]
    [InlineData(61, null)]
    [InlineData(60, DeadlineStage.Minute)]
    [InlineData(11, DeadlineStage.Minute)]
    [InlineData(10, DeadlineStage.TenSeconds)]
    [InlineData(0, DeadlineStage.Passed)]
    [InlineData(-3600, DeadlineStage.Passed)]
    public void RM11_it_warns_at_60_and_10_seconds_and_at_the_end(int left, DeadlineStage? stage)
    {
        var (scene, room) = Stage.Caucus();
        scene.Done(Mediator, new SetDeadline(room, In(0)));
        var told = scene.Note(room, In(0), In(-left));
        Assert.Equal(stage is null ? 0 : 2, told.Length);
        Assert.All(told, one => Assert.Equal(new DeadlineNear(room, In(0), stage!.Value), one.Body));
    }

    [Fact]
    public void ST5_it_is_told_once_however_often_it_is_noted()
    {
        var (scene, room) = Stage.Caucus();
        scene.Done(Mediator, new SetDeadline(room, In(0)));
        Assert.NotEmpty(scene.Note(room, In(0), In(-50)));
        Assert.Empty(scene.Note(room, In(0), In(-40)));
        Assert.NotEmpty(scene.Note(room, In(0), In(-5)));
        Assert.NotEmpty(scene.Note(room, In(0), In(5)));
        Assert.Empty(scene.Note(room, In(0), In(500)));
    }

    [Fact]
    public void RM11_it_changes_while_it_runs_and_what_was_noted_of_the_old_one_counts_no_more()
    {
        var (scene, room) = Stage.Caucus();
        scene.Done(Mediator, new SetDeadline(room, In(0)));
        scene.Note(room, In(0), In(-50));
        scene.Done(CoMediator, new SetDeadline(room, In(600)));
        Assert.Empty(scene.Note(room, In(0), In(5)));
        Assert.NotEmpty(scene.Note(room, In(600), In(595)));
        Assert.Empty(scene.Done(CoMediator, new SetDeadline(room, In(600))));
        scene.Done(CoMediator, new SetDeadline(room, null));
        Assert.Empty(scene.Note(room, In(600), In(605)));
    }

    [Fact]
    public void RM11_those_who_come_are_told_and_what_was_warned_is_not_warned_again()
    {
        var (scene, room) = Stage.Caucus();
        scene.Done(Mediator, new SetDeadline(room, In(0)));
        scene.Note(room, In(0), In(-50));
        scene.Move(room, CoMediator);
        Assert.Contains(new DeadlineSet(room, In(0)), scene.Told(scene.SittingOf(CoMediator)));
        Assert.Empty(scene.Note(room, In(0), In(-45)));
    }

    [Fact]
    public void RM11_a_deadline_that_passed_is_not_told_to_those_who_come()
    {
        var (scene, room) = Stage.Caucus();
        scene.Done(Mediator, new SetDeadline(room, In(0)));
        scene.Note(room, In(0), In(1));
        scene.Move(room, CoMediator);
        Assert.DoesNotContain(scene.Told(scene.SittingOf(CoMediator)), body => body is DeadlineSet);
    }

    [Fact]
    public void PE8_a_new_bench_knows_the_deadlines()
    {
        var (scene, room) = Stage.Caucus();
        scene.Done(Mediator, new SetDeadline(room, In(0)));
        scene.Done(Secretary, new RemovePerson(CoMediator, "the registrar"));
        Assert.Contains(new DeadlineSet(room, In(0)), scene.Told(scene.State.Bench));
    }
}
