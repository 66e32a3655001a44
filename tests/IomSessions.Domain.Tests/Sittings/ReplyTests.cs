using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Sittings;

public sealed class ReplyTests
{
    [Fact]
    public void SI3_one_answers_what_was_said_in_the_same_sitting()
    {
        var scene = Stage.Together();
        var sitting = scene.SittingOf(HeadA);
        scene.Done(HeadB, new Say(sitting, "When?", "en"));
        var said = Expect.One<Said>(scene.Done(HeadA, new Say(sitting, "Tomorrow.", "en", ReplyTo: scene.Head(sitting))));
        Assert.Equal(2, said.ReplyTo);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void SI3_what_is_not_an_utterance_there_is_not_answered(long offset)
    {
        var scene = Stage.Together();
        var sitting = scene.SittingOf(HeadA);
        scene.Done(HeadB, new Say(sitting, "When?", "en"));
        scene.Refused(Refusal.NotFound, HeadA, new Say(sitting, "x", "en", ReplyTo: offset));
        scene.Refused(Refusal.NotFound, HeadA, new SayInDelegation("x", "en", ReplyTo: offset));
        scene.Refused(Refusal.NotFound, Mediator, new SayOnBench(scene.State.Bench, "x", "en", ReplyTo: offset));
    }

    [Fact]
    public void SI3_a_reply_into_the_next_sitting_cannot_point_back()
    {
        var scene = Stage.Together();
        var seen = scene.SittingOf(HeadA);
        scene.Done(HeadB, new Say(seen, "When?", "en"));
        scene.Move(null, CounselB);
        scene.Refused(Refusal.SittingChanged, HeadA, new Say(seen, "Tomorrow.", "en", ReplyTo: 2));
        scene.Done(HeadA, new Say(seen, "Tomorrow.", "en"));
    }

    [Fact]
    public void SI3_a_delegation_and_the_bench_answer_within_their_own_talk()
    {
        var scene = Stage.Open();
        var (delegation, bench) = (scene.State.Parties[A].Circle, scene.State.Bench);
        scene.Done(HeadA, new SayInDelegation("Shall we?", "en"));
        Assert.Equal(scene.Head(delegation), Expect.One<Said>(scene.Done(CounselA, new SayInDelegation("Yes.", "en", ReplyTo: scene.Head(delegation)))).ReplyTo);
        scene.Done(Mediator, new SendWord(A, null, "Ten more minutes.", "en"));
        scene.Done(HeadA, new SayInDelegation("Ten minutes.", "en", ReplyTo: scene.Head(delegation)));
        scene.Done(Mediator, new SayOnBench(bench, "Shall we?", "en"));
        Assert.Equal(scene.Head(bench), Expect.One<Said>(scene.Done(CoMediator, new SayOnBench(bench, "Yes.", "en", ReplyTo: scene.Head(bench)))).ReplyTo);
    }

    [Fact]
    public void SI3_what_is_said_carries_the_id_of_the_command_that_said_it()
    {
        var scene = Stage.Together();
        var command = scene.Next(HeadA, new Say(scene.SittingOf(HeadA), "We agree.", "en"));
        var accepted = Assert.IsType<Decision.Accepted>(scene.Do(command));
        Assert.Equal(command.Id, Expect.One<Said>(accepted.Events).Command);
    }
}
