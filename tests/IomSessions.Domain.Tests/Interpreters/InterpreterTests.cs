using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Interpreters;

public sealed class InterpreterTests
{
    [Fact]
    public void PE10_an_interpreter_is_assigned_to_persons_a_party_or_the_session_and_everybody_admitted_is_told()
    {
        var scene = Stage.Open();
        Assert.Equal(scene.State.Hall, Assert.Single(scene.Done(Secretary, For(Interpreter, HeadA, CounselB))).Circle);
        Assert.Equal(Company.Of(HeadA, CounselB), scene.Person(Interpreter).Interprets!.People);
        Assert.Empty(scene.Done(Mediator, For(Interpreter, CounselB, HeadA)));
        scene.Done(Mediator, new AssignInterpreter(Interpreter, [], A, false));
        Assert.Equal(A, scene.Person(Interpreter).Interprets!.Party);
        scene.Done(Mediator, new AssignInterpreter(Interpreter, [], null, true));
        Assert.True(scene.Person(Interpreter).Interprets!.Session);
        scene.Done(Mediator, For(Interpreter));
        Assert.Null(scene.Person(Interpreter).Interprets);
        Assert.Empty(scene.Done(Mediator, For(Interpreter)));
    }

    [Fact]
    public void PE10_a_party_assigns_its_own_interpreters_to_its_own_people_and_no_other()
    {
        var scene = Stage.Open();
        scene.Done(HeadA, For(InterpreterA, CounselA));
        scene.Refused(Refusal.NotFound, HeadA, For(InterpreterA, HeadB));
        scene.Refused(Refusal.NotFound, HeadA, For(Interpreter, HeadA));
        scene.Refused(Refusal.NotFound, HeadB, For(InterpreterA, HeadB));
        scene.Refused(Refusal.NotAllowed, CounselA, For(InterpreterA, CounselA));
        scene.Refused(Refusal.NotAllowed, Interpreter, For(Interpreter, HeadA));
        // whoever asks, an interpreter of a party works for nobody else
        scene.Refused(Refusal.NotFound, Mediator, For(InterpreterA, HeadB));
        scene.Refused(Refusal.NotFound, Mediator, new AssignInterpreter(InterpreterA, [], B, false));
        scene.Refused(Refusal.NotFound, Mediator, new AssignInterpreter(InterpreterA, [], null, true));
    }

    [Fact]
    public void OP3_an_assignment_names_an_interpreter_and_one_kind_of_those_he_interprets_for()
    {
        var scene = Stage.Open();
        scene.Refused(Refusal.Invalid, Mediator, new AssignInterpreter(Interpreter, [HeadA], A, false));
        scene.Refused(Refusal.Invalid, Mediator, new AssignInterpreter(Interpreter, [], A, true));
        scene.Refused(Refusal.Invalid, Mediator, new AssignInterpreter(Interpreter, default, null, true));
        scene.Refused(Refusal.NotFound, Mediator, For(CounselA, HeadA));
        scene.Refused(Refusal.NotFound, Mediator, For(Interpreter, Nobody));
        scene.Refused(Refusal.NotFound, Mediator, For(Interpreter, InterpreterA));
        scene.Refused(Refusal.NotFound, Mediator, new AssignInterpreter(Interpreter, [], C, false));
    }

    [Fact]
    public void PE10_a_move_that_leaves_an_assigned_person_without_his_interpreter_names_him_and_is_done_all_the_same()
    {
        var scene = Stage.Together();
        scene.Done(Mediator, For(Interpreter, HeadA));
        var aside = scene.Room("aside");
        var move = new Move(aside, [Mediator, HeadA, CounselA], []);
        Assert.Equal(Company.Of(HeadA), Preview(scene, move).WithoutInterpreter);
        scene.Move(move);
        Assert.Equal(RoomKind.Waiting, scene.RoomOf(Interpreter).Kind);
    }

    [Fact]
    public void PE10_one_of_his_interpreters_or_one_of_the_session_is_enough()
    {
        var scene = Stage.Open();
        scene.Done(Mediator, new AssignInterpreter(InterpreterA, [], A, false));
        var aside = scene.Room("aside");
        Assert.Equal(Company.Of(HeadA, CounselA), Preview(scene, new Move(aside, [Mediator, HeadA, CounselA], [])).WithoutInterpreter);
        Assert.Empty(Preview(scene, new Move(aside, [Mediator, HeadA, InterpreterA], [])).WithoutInterpreter);
        Assert.Empty(Preview(scene, new Move(aside, [Mediator], [A])).WithoutInterpreter);
        Assert.Equal(Company.Of(HeadA), Preview(scene, new Move(aside, [Mediator, HeadA, Interpreter], [])).WithoutInterpreter);
        scene.Done(Mediator, new AssignInterpreter(Interpreter, [], null, true));
        Assert.Empty(Preview(scene, new Move(aside, [Mediator, HeadA, Interpreter], [])).WithoutInterpreter);
    }

    [Fact]
    public void PE10_among_his_own_delegation_nobody_is_without()
    {
        var scene = Stage.Together();
        scene.Done(Mediator, For(Interpreter, HeadA));
        Assert.Empty(Preview(scene, new Move(null, [], [A])).WithoutInterpreter);
        Assert.Equal(Company.Of(HeadA), Preview(scene, new Move(scene.Home(A), [Mediator], [A])).WithoutInterpreter);
    }

    [Fact]
    public void PE10_an_assignment_moves_nobody()
    {
        var scene = Stage.Together();
        Expect.None<FloorChanged>(scene.Done(Mediator, new AssignInterpreter(Interpreter, [], A, false)));
        scene.MoveParties(scene.Room("aside"), A);
        Assert.Equal(RoomKind.Waiting, scene.RoomOf(Interpreter).Kind);
    }

    [Fact]
    public void PE10_an_assignment_ends_with_removal()
    {
        var scene = Stage.Open();
        scene.Done(Mediator, For(Interpreter, CounselA, CounselB));
        scene.Done(HeadA, new RemovePerson(CounselA, null));
        Assert.Equal(Company.Of(CounselB), scene.Person(Interpreter).Interprets!.People);
        scene.Done(HeadB, new RemovePerson(CounselB, null));
        Assert.Null(scene.Person(Interpreter).Interprets);
        scene.Done(Mediator, For(Interpreter, HeadA));
        scene.Done(Secretary, new RemovePerson(Interpreter, "the registrar"));
        Assert.Null(scene.Person(Interpreter).Interprets);
        scene.Refused(Refusal.NotFound, Mediator, For(Interpreter, HeadA));
    }

    private static AssignInterpreter For(PersonId interpreter, params PersonId[] people) => new(interpreter, [.. people], null, false);

    private static Consequences Preview(Scene scene, Move move)
    {
        var (refusal, consequences) = Arranging.Preview(scene.State, Mediator, scene.Arrange(null, move));
        Assert.Null(refusal);
        return consequences!;
    }
}
