using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Renditions;

public sealed class RenditionTests
{
    [Fact]
    public void SI3_an_interpreter_who_sits_there_renders_what_was_said()
    {
        var (scene, sitting) = Spoken();
        var told = Assert.Single(scene.Done(InterpreterA, new Render(sitting, 2, "D'accord.", "fr")));
        Assert.Equal(sitting, told.Circle);
        Assert.Equal((2, "D'accord.", "fr"), (((Rendered)told.Body).Offset, ((Rendered)told.Body).Text, ((Rendered)told.Body).Language));
    }

    [Fact]
    public void SI1_SI3_after_the_sitting_has_ended_its_circle_is_told_nothing_and_those_who_sat_there_are()
    {
        var (scene, sitting) = Spoken();
        scene.Move(null, CounselB);
        var told = Assert.Single(scene.Done(InterpreterA, new Render(sitting, 2, "D'accord.", "fr")));
        var circle = scene.State.Circles[told.Circle];
        Assert.NotEqual(sitting, told.Circle);
        Assert.Equal((CircleKind.Named, true, new About(sitting, 2)), (circle.Kind, circle.Ended, circle.About));
        Assert.Equal(scene.State.Circles[sitting].People, circle.People);
        Assert.True(scene.Reads(CounselB, told.Circle));
        Assert.False(scene.Reads(Guest, told.Circle));
        Assert.Equal(1, scene.Person(InterpreterA).LateRenditions);
    }

    [Fact]
    public void SI3_how_often_one_renders_what_was_said_after_the_end_is_bounded_for_each_who_does()
    {
        var scene = Stage.Together();
        scene.Move(scene.Joint.Id, Interpreter);
        var sitting = scene.SittingOf(HeadA);
        scene.Done(HeadA, new Say(sitting, "Agreed.", "en"));
        scene.Done(HeadA, new Say(sitting, "And signed.", "en"));
        scene.Move(null, CounselB);
        for (var at = 0; at < Limits.RenditionsPerMessage; at++)
        {
            scene.Done(InterpreterA, new Render(sitting, 2, $"D'accord {at}.", at % 2 == 0 ? "fr" : "de"));
        }

        scene.Refused(Refusal.TooMany, InterpreterA, new Render(sitting, 2, "D'accord.", "fr"));
        scene.Refused(Refusal.TooMany, InterpreterA, new Render(sitting, 2, "D'accord.", "es"));
        scene.Done(InterpreterA, new Render(sitting, 3, "Et signé.", "fr"));
        scene.Done(Interpreter, new Render(sitting, 2, "D'accord.", "fr"));
    }

    [Fact]
    public void SI3_who_came_later_does_not_read_a_rendition_of_what_was_said_before()
    {
        var scene = Stage.Open();
        scene.Move(scene.Joint.Id, Mediator, HeadA, InterpreterA);
        var sitting = scene.SittingOf(HeadA);
        scene.Done(HeadA, new Say(sitting, "Agreed.", "en"));
        scene.Move(scene.Joint.Id, HeadB);
        var told = Assert.Single(scene.Done(InterpreterA, new Render(sitting, 2, "D'accord.", "fr")));
        Assert.False(scene.Reads(HeadB, told.Circle));
        Assert.True(scene.Reads(HeadA, told.Circle));
    }

    [Fact]
    public void SI3_only_an_interpreter_who_sat_there_renders_and_only_what_was_said()
    {
        var (scene, sitting) = Spoken();
        scene.Refused(Refusal.NotAllowed, HeadA, new Render(sitting, 2, "x", "fr"));
        scene.Refused(Refusal.NotFound, Interpreter, new Render(sitting, 2, "x", "fr"));
        scene.Refused(Refusal.NotFound, InterpreterA, new Render(sitting, 1, "x", "fr"));
        scene.Refused(Refusal.NotFound, InterpreterA, new Render(sitting, 3, "x", "fr"));
        scene.Refused(Refusal.NotFound, InterpreterA, new Render(scene.State.Hall, 1, "x", "fr"));
        scene.Refused(Refusal.NotFound, InterpreterA, new Render(Named.Circle("unknown"), 1, "x", "fr"));
        scene.Refused(Refusal.Invalid, InterpreterA, new Render(sitting, 2, "the same again", "EN"));
        scene.Refused(Refusal.Invalid, InterpreterA, new Render(sitting, 2, " ", "fr"));
    }

    [Fact]
    public void SE1_after_the_conclusion_nothing_is_rendered()
    {
        var (scene, sitting) = Spoken();
        scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Settled));
        scene.Refused(Refusal.WrongPhase, InterpreterA, new Render(sitting, 2, "D'accord.", "fr"));
    }

    private static (Scene Scene, CircleId Sitting) Spoken()
    {
        var scene = Stage.Together();
        scene.Done(HeadA, new Say(scene.SittingOf(HeadA), "Agreed.", "en"));
        return (scene, scene.SittingOf(HeadA));
    }
}
