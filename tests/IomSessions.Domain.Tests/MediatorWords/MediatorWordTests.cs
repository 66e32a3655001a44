using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.MediatorWords;

public sealed class MediatorWordTests
{
    [Fact]
    public void RM14_a_word_to_a_party_is_read_by_its_delegation_and_the_mediators_and_nobody_else()
    {
        var scene = Stage.Open();
        var told = scene.Done(Mediator, new SendWord(A, null, "Ten more minutes.", "en"));
        Assert.Equal([scene.State.Parties[A].Circle, scene.State.Bench], told.Select(one => one.Circle));
        Assert.True(scene.Reads(CounselA, told[0].Circle));
        Assert.False(scene.Reads(HeadB, told[0].Circle));
        Assert.False(scene.Reads(Mediator, told[0].Circle));
    }

    [Fact]
    public void RM14_a_word_to_one_person_is_his_alone()
    {
        var scene = Stage.Open();
        var told = scene.Done(Mediator, new SendWord(null, CounselA, "A word with you.", "en"));
        Assert.Equal(scene.Person(CounselA).Circle, told[0].Circle);
        Assert.False(scene.Reads(HeadA, told[0].Circle));
    }

    [Fact]
    public void RM14_a_word_to_all_stands_in_the_hall() =>
        Assert.Contains(
            new WordSent(Mediator, null, null, "We begin at three.", "en"),
            Done(scene => scene.Done(Mediator, new SendWord(null, null, "We begin at three.", "en"))).InHall);

    [Fact]
    public void RM14_only_mediators_and_only_to_those_who_are_there()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.NotAllowed, HeadA, new SendWord(null, HeadB, "x", "en"));
        scene.Refused(Refusal.NotAllowed, Secretary, new SendWord(null, null, "x", "en"));
        scene.Refused(Refusal.Invalid, Mediator, new SendWord(A, HeadA, "x", "en"));
        scene.Refused(Refusal.Invalid, Mediator, new SendWord(A, null, " ", "en"));
        scene.Refused(Refusal.NotFound, Mediator, new SendWord(null, CoMediator, "x", "en"));
        scene.Refused(Refusal.NotFound, Mediator, new SendWord(null, Nobody, "x", "en"));
        scene.Refused(Refusal.NotFound, Mediator, new SendWord(C, null, "x", "en"));
        scene.Done(HeadA, new RemovePerson(CounselA, null));
        scene.Refused(Refusal.NotFound, Mediator, new SendWord(null, CounselA, "x", "en"));
        scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Settled));
        scene.Refused(Refusal.WrongPhase, Mediator, new SendWord(null, null, "x", "en"));
    }

    private static Scene Done(Action<Scene> act)
    {
        var scene = Stage.Open();
        act(scene);
        return scene;
    }
}
