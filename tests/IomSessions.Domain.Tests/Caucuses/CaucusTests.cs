using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Caucuses;

public sealed class CaucusTests
{
    private static readonly Protocol Afterwards = Stage.Usual with { CaucusNotice = CaucusNotice.Afterwards };
    private static readonly Protocol Silent = Stage.Usual with { CaucusNotice = CaucusNotice.None };

    [Fact]
    public void SE2_now_tells_start_and_end_with_the_names_of_parties_only()
    {
        var (scene, _) = Stage.Caucus();
        Assert.Equal([A], Assert.Single(scene.InHall.OfType<CaucusBegan>()).Parties.ToArray());
        scene.Move(null, Mediator);
        Assert.Equal([A], Assert.Single(scene.InHall.OfType<CaucusEnded>()).Parties.ToArray());
    }

    [Fact]
    public void RM16_a_visit_in_a_home_room_is_a_caucus()
    {
        var scene = Stage.Open();
        Assert.Equal([B], Expect.One<CaucusBegan>(scene.Move(scene.Home(B), Mediator)).Parties.ToArray());
        Assert.Equal([B], Expect.One<CaucusEnded>(scene.Move(scene.Home(A), Mediator)).Parties.ToArray());
    }

    [Fact]
    public void RM16_without_a_mediator_or_with_all_parties_it_is_none()
    {
        var scene = Stage.Open();
        Expect.None<CaucusBegan>(scene.Move(scene.Room("r"), HeadA, CounselB, Interpreter));
        Expect.None<CaucusBegan>(scene.Move(Named.Room("r"), Mediator));
        Expect.One<CaucusBegan>(scene.Move(null, CounselB));
    }

    [Fact]
    public void RM16_two_of_three_parties_are_a_caucus_and_the_third_ends_it()
    {
        var scene = Stage.Open(third: true);
        var room = scene.Room("r");
        Assert.Equal(
            new[] { A, B }.OrderBy(p => p.Value), Expect.One<CaucusBegan>(scene.Move(new Move(room, [Mediator], [A, B]))).Parties);
        var joined = scene.MoveParties(room, C);
        Expect.One<CaucusEnded>(joined);
        Expect.None<CaucusBegan>(joined);
    }

    [Fact]
    public void RM16_other_people_or_another_room_make_no_other_caucus()
    {
        var (scene, room) = Stage.Caucus();
        Assert.DoesNotContain(scene.Move(room, CoMediator), told => told.Circle == scene.State.Hall);
        Assert.DoesNotContain(scene.Move(null, CounselA), told => told.Circle == scene.State.Hall);
        Assert.DoesNotContain(
            scene.Move(scene.Room("other"), Mediator, CoMediator, HeadA, InterpreterA), told => told.Circle == scene.State.Hall);
    }

    [Fact]
    public void SE2_afterwards_tells_once_at_the_adjournment()
    {
        var (scene, _) = Stage.Caucus(protocol: Afterwards);
        scene.Move(null, Mediator);
        scene.Move(scene.Home(A), Mediator);
        scene.Move(scene.Home(B), Mediator);
        Assert.DoesNotContain(scene.InHall, told => told is CaucusBegan or CaucusEnded or CaucusesHeld);
        scene.Done(Mediator, new ChangePhase(Phase.Adjourned, null));
        var held = Assert.Single(scene.InHall.OfType<CaucusesHeld>()).Caucuses;
        Assert.Equal(new[] { A, B }.OrderBy(p => p.Value), held.Select(parties => Assert.Single(parties)));
        scene.Done(Mediator, new ChangePhase(Phase.Open, null));
        scene.Done(Mediator, new ChangePhase(Phase.Adjourned, null));
        Assert.Single(scene.InHall.OfType<CaucusesHeld>());
    }

    [Fact]
    public void SE2_a_caucus_held_while_adjourned_is_told_at_the_conclusion()
    {
        var scene = Stage.Open(protocol: Afterwards);
        scene.Done(Mediator, new ChangePhase(Phase.Adjourned, null));
        scene.Move(scene.Home(A), Mediator);
        Expect.One<CaucusesHeld>(scene.Done(Mediator, new ChangePhase(Phase.Concluded, Outcome.Settled)));
    }

    [Fact]
    public void SE2_none_tells_nothing_ever()
    {
        var (scene, _) = Stage.Caucus(protocol: Silent);
        scene.Done(Mediator, new ChangePhase(Phase.Adjourned, null));
        Assert.DoesNotContain(scene.InHall, told => told is CaucusBegan or CaucusEnded or CaucusesHeld);
    }

    [Theory]
    [InlineData(CaucusNotice.Now)]
    [InlineData(CaucusNotice.Afterwards)]
    public void SE2_loosening_does_not_act_back_on_a_caucus_that_goes_on(CaucusNotice looser)
    {
        var (scene, room) = Stage.Caucus(protocol: Silent);
        scene.Agree(Stage.Usual with { CaucusNotice = looser });
        scene.Move(room, CoMediator);
        scene.Move(null, Mediator, CoMediator);
        scene.Done(Mediator, new ChangePhase(Phase.Adjourned, null));
        Assert.DoesNotContain(scene.InHall, told => told is CaucusBegan or CaucusEnded or CaucusesHeld);
    }

    [Fact]
    public void SE2_a_caucus_of_afterwards_has_no_end_now()
    {
        var (scene, _) = Stage.Caucus(protocol: Afterwards);
        scene.Agree(Stage.Usual);
        Expect.None<CaucusEnded>(scene.Move(null, Mediator));
        Expect.One<CaucusesHeld>(scene.Done(Mediator, new ChangePhase(Phase.Adjourned, null)));
    }

    [Fact]
    public void SE2_a_beginning_that_was_told_has_its_end_told_whatever_was_tightened_meanwhile()
    {
        var (scene, _) = Stage.Caucus();
        scene.Propose(Silent);
        Expect.One<CaucusEnded>(scene.Move(null, Mediator));
        Expect.None<CaucusBegan>(scene.Move(scene.Home(A), Mediator));
    }

    [Fact]
    public void RM16_a_party_that_comes_makes_a_caucus_of_nothing_that_was_told()
    {
        var scene = Stage.Prepared();
        scene.Done(Secretary, new AddParty(A, "A"));
        scene.Arrive(Mediator, Role.Mediator);
        scene.Arrive(HeadA, Role.Head, A);
        scene.Done(Mediator, new AdmitPeople([HeadA]));
        scene.Done(Secretary, new RecordCredentials(HeadA, [Authority.Appoint, Authority.Accept]));
        scene.Agree(Stage.Usual);
        scene.Move(scene.Home(A), Mediator);
        scene.Done(Secretary, new AddParty(B, "B"));
        scene.Move(null, Mediator);
        Assert.DoesNotContain(scene.InHall, told => told is CaucusBegan or CaucusEnded);
    }
}
