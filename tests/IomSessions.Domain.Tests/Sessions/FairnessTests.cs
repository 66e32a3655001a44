using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Sessions;

public sealed class FairnessTests
{
    [Fact]
    public void SE3_what_one_party_may_do_the_other_may_do()
    {
        foreach (var (head, counsel) in new[] { (HeadA, CounselA), (HeadB, CounselB) })
        {
            var scene = Stage.Together();
            scene.Done(head, new GrantAuthority(counsel, Authority.Release));
            scene.Done(head, new SayInDelegation("ours", "en"));
            scene.Done(head, new Say(scene.SittingOf(head), "to all", "en"));
            scene.Done(head, new GoHome(scene.SittingOf(head), true));
            scene.Done(head, new RemovePerson(counsel, null));
        }
    }

    [Fact]
    public void SE3_the_rooms_of_others_never_keep_somebody_from_speaking()
    {
        var scene = Stage.Open();
        for (var i = scene.State.Rooms.Count; i < Limits.Rooms; i++)
        {
            scene.Room($"room {i}");
        }

        scene.Refused(Refusal.TooMany, Mediator, new MakeRoom(Named.Room("one more"), "one more"));
        scene.Done(HeadA, new Say(scene.SittingOf(HeadA), "as ever", "en"));
        scene.Done(Mediator, new CloseRoom(Named.Room("room 20"), null, null));
        scene.Room("one more");
    }
}
