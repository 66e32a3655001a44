using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Objections;

public sealed class ObjectionTests
{
    [Fact]
    public void PE3_an_open_objection_blocks_the_admission()
    {
        var scene = Newcomer();
        var told = scene.Done(HeadB, new MakeObjection(Nobody, "He advised us before"));
        Assert.Contains(new ObjectionMade(Nobody, B), scene.InHall);
        var reasoned = new ObjectionReasoned(Nobody, B, "He advised us before");
        Assert.Equal([scene.State.Bench, scene.State.Parties[B].Circle], told.Where(e => e.Body.Equals(reasoned)).Select(e => e.Circle));
        scene.Refused(Refusal.ObjectionOpen, Mediator, new AdmitPeople([Nobody]));
        scene.Refused(Refusal.NotAllowed, HeadA, new DecideObjection(Nobody, B, false));
        scene.Done(CoMediator, new DecideObjection(Nobody, B, false));
        Assert.Contains(new ObjectionDecided(Nobody, B, false), scene.InHall);
        scene.Done(Mediator, new AdmitPeople([Nobody]));
        Assert.Equal(scene.Home(A), scene.Person(Nobody).Room);
        scene.Refused(Refusal.NotFound, CoMediator, new DecideObjection(Nobody, B, true));
    }

    [Fact]
    public void PE3_a_sustained_objection_removes_the_person()
    {
        var scene = Newcomer();
        scene.Done(HeadB, new MakeObjection(Nobody, ""));
        scene.Done(Mediator, new DecideObjection(Nobody, B, true));
        Assert.True(Access.IsRemoved(Nobody, scene.State));
        Assert.Contains(new PersonRemoved(Nobody, RemovedBy.Objection, null), scene.Told(scene.State.Registry));
        Assert.Contains(new PersonLeft(Nobody), scene.InHall);
    }

    [Fact]
    public void PE3_each_party_objects_once_and_each_objection_is_decided()
    {
        var scene = Stage.Open(third: true);
        scene.Arrive(Nobody, Role.Expert, A);
        scene.Done(HeadB, new MakeObjection(Nobody, ""));
        scene.Done(HeadC, new MakeObjection(Nobody, ""));
        scene.Refused(Refusal.AlreadyDone, HeadB, new MakeObjection(Nobody, ""));
        scene.Done(Mediator, new DecideObjection(Nobody, B, false));
        scene.Refused(Refusal.AlreadyDone, HeadB, new MakeObjection(Nobody, ""));
        scene.Refused(Refusal.ObjectionOpen, Mediator, new AdmitPeople([Nobody]));
        scene.Done(HeadC, new WithdrawObjection(Nobody));
        scene.Refused(Refusal.NotFound, HeadC, new WithdrawObjection(Nobody));
        scene.Done(Mediator, new AdmitPeople([Nobody]));
    }

    [Fact]
    public void PE3_objected_can_be_to_others_people_who_were_not_admitted_yet()
    {
        var scene = Newcomer();
        scene.Refused(Refusal.NotAuthorised, CounselB, new MakeObjection(Nobody, ""));
        scene.Refused(Refusal.NotAuthorised, Mediator, new MakeObjection(Nobody, ""));
        scene.Refused(Refusal.NotFound, HeadA, new MakeObjection(Nobody, ""));
        scene.Refused(Refusal.NotFound, HeadB, new MakeObjection(HeadA, ""));
        scene.Refused(Refusal.NotFound, HeadB, new MakeObjection(CoMediator, ""));
        scene.Refused(Refusal.NotFound, HeadB, new MakeObjection(Named.Person("unknown"), ""));
        scene.Refused(Refusal.Invalid, HeadB, new MakeObjection(Nobody, "two\nlines"));
        scene.Done(Mediator, new AdmitPeople([Nobody]));
        scene.Done(Mediator, new SuspendPerson(Nobody));
        scene.Refused(Refusal.NotFound, HeadB, new MakeObjection(Nobody, ""));
    }

    private static Scene Newcomer()
    {
        var scene = Stage.Open();
        scene.Arrive(Nobody, Role.Expert, A);
        return scene;
    }
}
