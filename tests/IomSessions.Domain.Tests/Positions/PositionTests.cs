using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Positions;

/// <summary>What a party puts down, and whom it reaches (PO2 to PO4).</summary>
public sealed class PositionTests
{
    [Fact]
    public void PO2_a_new_value_is_private_and_told_to_the_own_delegation_alone()
    {
        var scene = Bargaining.Begun();
        var told = scene.Take(CounselA, "first", "1500000", "Their damage is overstated.");
        var one = Assert.Single(told);
        Assert.Equal(scene.State.Parties[A].Circle, one.Circle);
        Assert.Equal(new PositionTaken(Bargaining.Id("first"), Bargaining.Money, PositionKind.Position, CounselA, "1500000", "Their damage is overstated."), one.Body);
    }

    [Fact]
    public void PO2_a_level_raised_is_held_ten_seconds_in_which_nobody_but_the_own_delegation_knows()
    {
        var scene = Bargaining.Begun();
        scene.Take(HeadA, "first", "1500000");
        var command = scene.Next(HeadA, new RaisePosition(Bargaining.Id("first"), PositionLevel.Joint, [])) with { At = Scene.Noon.AddMilliseconds(300) };
        var told = Assert.Single(Assert.IsType<Decision.Accepted>(scene.Do(command)).Events);
        Assert.Equal(scene.State.Parties[A].Circle, told.Circle);
        var held = Assert.IsType<RaiseHeld>(told.Body);
        Assert.Equal(Scene.Noon.AddSeconds(11), held.At);
        Assert.Empty(scene.Due("first", held.At, held.At.AddTicks(-1)));
        Assert.NotEmpty(scene.Due("first", held.At, held.At));
        Assert.Empty(scene.Due("first", held.At, held.At.AddSeconds(9)));
    }

    [Fact]
    public void PO2_recalled_in_time_it_reaches_nobody_and_can_be_raised_again()
    {
        var scene = Bargaining.Begun();
        scene.Take(HeadA, "first", "1500000");
        var held = Expect.One<RaiseHeld>(scene.Done(HeadA, new RaisePosition(Bargaining.Id("first"), PositionLevel.Confided, [])));
        scene.Refused(Refusal.AlreadyDone, HeadA, new RaisePosition(Bargaining.Id("first"), PositionLevel.Joint, []));
        var recalled = Assert.Single(scene.Done(CounselA, new RecallRaise(Bargaining.Id("first"))));
        Assert.Equal(scene.State.Parties[A].Circle, recalled.Circle);
        Assert.Empty(scene.Due("first", held.At, held.At));
        scene.Refused(Refusal.AlreadyDone, CounselA, new RecallRaise(Bargaining.Id("first")));
        scene.Raise(HeadA, "first", PositionLevel.Confided);
    }

    [Fact]
    public void PO2_confided_is_told_to_the_mediators_and_to_no_party()
    {
        var scene = Bargaining.Begun();
        scene.Take(HeadA, "first", "1500000", "a note");
        var told = scene.Raise(HeadA, "first", PositionLevel.Confided);
        Assert.Equal(
            [
                (scene.State.Parties[A].Circle, Shape.Of(new PositionRaised(Bargaining.Id("first"), PositionLevel.Confided, []))),
                (scene.State.Bench, Shape.Of(new PositionShown(
                    Bargaining.Id("first"), Bargaining.Money, A, PositionKind.Position, "1500000", "a note", PositionLevel.Confided, null))),
            ],
            told.Select(one => (one.Circle, Shape.Of(one.Body))));
    }

    [Fact]
    public void PO2_disclosed_is_told_to_the_named_party_and_the_mediators_who_alone_learn_to_whom()
    {
        var scene = Bargaining.Begun(third: true);
        scene.Take(HeadA, "first", "1500000");
        var told = scene.Raise(HeadA, "first", PositionLevel.Disclosed, B);
        Assert.Equal(
            new[] { scene.State.Parties[A].Circle, scene.State.Parties[B].Circle, scene.State.Bench }.Order(ByCircle), told.Select(one => one.Circle).Order(ByCircle));
        Assert.Null(Assert.IsType<PositionShown>(told.Single(one => one.Circle == scene.State.Parties[B].Circle).Body).Parties);
        Assert.Equal(B, Assert.Single(Assert.IsType<PositionShown>(told.Single(one => one.Circle == scene.State.Bench).Body).Parties!.Value));
        // to another party besides: the first learns nothing of it
        var again = scene.Raise(HeadA, "first", PositionLevel.Disclosed, C);
        Assert.DoesNotContain(again, one => one.Circle == scene.State.Parties[B].Circle);
        Assert.Equal(2, Expect.One<PositionRaised>(again).Parties.Length);
    }

    [Fact]
    public void PO2_joint_is_laid_on_the_table_once()
    {
        var scene = Bargaining.Begun();
        scene.Take(HeadA, "first", "1500000");
        var told = scene.Raise(HeadA, "first", PositionLevel.Joint);
        Assert.Equal(scene.State.Table, told.Single(one => one.Body is PositionShown).Circle);
        scene.Refused(Refusal.AlreadyDone, HeadA, new RaisePosition(Bargaining.Id("first"), PositionLevel.Joint, []));
        scene.Refused(Refusal.AlreadyDone, HeadA, new RaisePosition(Bargaining.Id("first"), PositionLevel.Confided, []));
    }

    [Fact]
    public void PO2_a_position_is_marked_withdrawn_wherever_it_was_told_and_hidden_nowhere()
    {
        var scene = Bargaining.Begun();
        scene.Take(HeadA, "first", "1500000");
        Assert.Equal(scene.State.Parties[A].Circle, Assert.Single(scene.Done(HeadA, new WithdrawPosition(Bargaining.Id("first")))).Circle);
        scene.Take(HeadA, "second", "1400000");
        scene.Raise(HeadA, "second", PositionLevel.Disclosed, B);
        scene.Raise(HeadA, "second", PositionLevel.Joint);
        var told = scene.Done(HeadA, new WithdrawPosition(Bargaining.Id("second")));
        Assert.Equal(
            new[] { scene.State.Parties[A].Circle, scene.State.Parties[B].Circle, scene.State.Bench, scene.State.Table!.Value }.Order(ByCircle),
            told.Select(one => one.Circle).Order(ByCircle));
        Assert.All(told, one => Assert.IsType<PositionWithdrawn>(one.Body));
        Assert.Empty(scene.Done(HeadA, new WithdrawPosition(Bargaining.Id("second"))));
        scene.Refused(Refusal.AlreadyDone, HeadA, new RaisePosition(Bargaining.Id("second"), PositionLevel.Joint, []));
    }

    [Theory]
    [InlineData(PositionKind.Interest, "Water for the lower valley")]
    [InlineData(PositionKind.Priority, "1")]
    [InlineData(PositionKind.ReservationValue, "400000")]
    [InlineData(PositionKind.Alternative, "We go to arbitration.")]
    public void PO3_interest_priority_limit_and_alternative_never_go_beyond_the_mediators(PositionKind kind, string value)
    {
        var scene = Bargaining.Begun();
        scene.Done(HeadA, new TakePosition(Bargaining.Id("why"), Bargaining.Money, kind, value, null));
        scene.Refused(Refusal.StaysConfided, HeadA, new RaisePosition(Bargaining.Id("why"), PositionLevel.Disclosed, [B]));
        scene.Refused(Refusal.StaysConfided, HeadA, new RaisePosition(Bargaining.Id("why"), PositionLevel.Joint, []));
        Assert.Equal([scene.State.Bench], scene.Raise(HeadA, "why", PositionLevel.Confided).Where(one => one.Body is PositionShown).Select(one => one.Circle));
    }

    [Fact]
    public void PE8_a_mediator_who_comes_later_has_been_confided_nothing_until_the_party_does_so_again()
    {
        var scene = Bargaining.Begun();
        scene.Take(HeadA, "first", "1500000");
        scene.Raise(HeadA, "first", PositionLevel.Confided);
        scene.Refused(Refusal.AlreadyDone, HeadA, new RaisePosition(Bargaining.Id("first"), PositionLevel.Confided, []));
        scene.Done(CoMediator, new Resign(scene.State.Bench));
        Expect.None<PositionShown>(scene.Log.Where(one => one.Circle == scene.State.Bench));
        // whoever was told and still is a mediator hears what becomes of it; the bench of today does not
        scene.Take(HeadA, "second", "1");
        var withdrawn = scene.Done(HeadA, new WithdrawPosition(Bargaining.Id("first")));
        Assert.Equal(
            new[] { scene.State.Parties[A].Circle, scene.Person(Mediator).Circle }.Order(ByCircle), withdrawn.Select(one => one.Circle).Order(ByCircle));
    }

    [Fact]
    public void PE8_what_was_confided_can_be_confided_again_to_another_bench()
    {
        var scene = Bargaining.Begun();
        scene.Take(HeadA, "first", "1500000");
        scene.Raise(HeadA, "first", PositionLevel.Confided);
        scene.Done(CoMediator, new Resign(scene.State.Bench));
        Assert.Contains(scene.Raise(HeadA, "first", PositionLevel.Confided), one => one.Circle == scene.State.Bench && one.Body is PositionShown);
    }

    [Fact]
    public void PO2_whoever_is_meant_and_withdraws_meanwhile_is_told_nothing()
    {
        var scene = Bargaining.Begun(third: true);
        scene.Take(HeadA, "first", "1500000");
        var held = Expect.One<RaiseHeld>(scene.Done(HeadA, new RaisePosition(Bargaining.Id("first"), PositionLevel.Disclosed, [B])));
        scene.Withdraw(HeadB);
        var told = Assert.Single(scene.Due("first", held.At, held.At));
        Assert.Equal((scene.State.Parties[A].Circle, new RaiseRecalled(Bargaining.Id("first"))), (told.Circle, told.Body));
    }

    [Fact]
    public void PO2_who_may_take_and_raise()
    {
        var scene = Bargaining.Begun(third: true);
        scene.Take(CounselA, "first", "1500000");
        scene.Refused(Refusal.NotAllowed, Mediator, new TakePosition(Bargaining.Id("x"), Bargaining.Money, PositionKind.Position, "1", null));
        scene.Refused(Refusal.NotAllowed, InterpreterA, new TakePosition(Bargaining.Id("x"), Bargaining.Money, PositionKind.Position, "1", null));
        scene.Refused(Refusal.NotAuthorised, CounselA, new RaisePosition(Bargaining.Id("first"), PositionLevel.Joint, []));
        // what is not his is answered like what is not there
        foreach (var position in (string[])["first", "none"])
        {
            scene.Refused(Refusal.NotFound, HeadB, new RaisePosition(Bargaining.Id(position), PositionLevel.Joint, []));
            scene.Refused(Refusal.NotFound, HeadB, new RecallRaise(Bargaining.Id(position)));
            scene.Refused(Refusal.NotFound, Mediator, new WithdrawPosition(Bargaining.Id(position)));
        }

        scene.Refused(Refusal.Invalid, HeadA, new RaisePosition(Bargaining.Id("first"), PositionLevel.Disclosed, []));
        scene.Refused(Refusal.Invalid, HeadA, new RaisePosition(Bargaining.Id("first"), PositionLevel.Disclosed, [A]));
        scene.Refused(Refusal.Invalid, HeadA, new RaisePosition(Bargaining.Id("first"), PositionLevel.Joint, [B]));
        scene.Refused(Refusal.Invalid, HeadA, new RaisePosition(Bargaining.Id("first"), PositionLevel.Private, []));
    }

    private static readonly Comparer<CircleId> ByCircle = Comparer<CircleId>.Create((one, other) => one.Value.CompareTo(other.Value));
}
