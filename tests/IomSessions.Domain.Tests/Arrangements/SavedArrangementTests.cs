using System.Collections.Immutable;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Arrangements;

public sealed class SavedArrangementTests
{
    private static readonly ArrangementId First = Named.Arrangement("first");

    [Fact]
    public void RM4_an_arrangement_is_kept_by_the_bench_under_a_name_renamed_and_forgotten()
    {
        var scene = Stage.Open();
        var moves = Joint(scene);
        Assert.Equal(scene.State.Bench, Assert.Single(scene.Done(Mediator, new SaveArrangement(First, "Opening", moves))).Circle);
        var renamed = Expect.One<ArrangementSaved>(scene.Done(CoMediator, new RenameArrangement(First, "Joint sitting")));
        Assert.Equal(("Joint sitting", moves), (renamed.Name, renamed.Moves));
        Assert.Empty(scene.Done(Mediator, new RenameArrangement(First, "Joint sitting")));
        scene.Done(CoMediator, new ForgetArrangement(First));
        Assert.Empty(scene.State.Arrangements);
        scene.Refused(Refusal.NotFound, Mediator, new ForgetArrangement(First));
        scene.Refused(Refusal.NotFound, Mediator, new RenameArrangement(First, "Again"));
    }

    [Fact]
    public void RM4_keeping_an_arrangement_moves_nobody_and_only_mediators_keep()
    {
        var scene = Stage.Open();
        Expect.None<FloorChanged>(scene.Done(Mediator, new SaveArrangement(First, "Opening", Joint(scene))));
        foreach (var other in new[] { HeadA, Secretary, Interpreter, Guest })
        {
            scene.Refused(Refusal.NotAllowed, other, new SaveArrangement(Named.Arrangement("mine"), "Mine", Joint(scene)));
            scene.Refused(Refusal.NotAllowed, other, new RenameArrangement(First, "Mine"));
            scene.Refused(Refusal.NotAllowed, other, new ForgetArrangement(First));
        }
    }

    [Fact]
    public void OP3_what_is_kept_is_bounded_and_each_person_and_party_has_one_place()
    {
        var scene = Stage.Open();
        var joint = scene.Joint.Id;
        Arranged(Refusal.Invalid);
        Arranged(Refusal.Invalid, new Move(joint, [], []));
        Arranged(Refusal.Invalid, new Move(joint, [HeadA, HeadA], []));
        Arranged(Refusal.Invalid, new Move(joint, [], [A]), new Move(null, [], [A]));
        Arranged(Refusal.NotFound, new Move(Named.Room("none"), [], [A]));
        Arranged(Refusal.NotFound, new Move(joint, [Nobody], []));
        Arranged(Refusal.NotFound, new Move(joint, [Secretary], []));
        Arranged(Refusal.NotFound, new Move(joint, [], [C]));
        scene.Refused(Refusal.Invalid, Mediator, new SaveArrangement(First, " ", Joint(scene)));
        scene.Refused(Refusal.Invalid, Mediator, new SaveArrangement(new(Guid.Empty), "Opening", Joint(scene)));
        for (var at = 0; at < Limits.Arrangements; at++)
        {
            scene.Done(Mediator, new SaveArrangement(Named.Arrangement($"{at}"), $"Arrangement {at}", Joint(scene)));
        }

        scene.Refused(Refusal.TooMany, Mediator, new SaveArrangement(First, "One more", Joint(scene)));
        scene.Done(Mediator, new ForgetArrangement(Named.Arrangement("0")));
        scene.Done(Mediator, new SaveArrangement(First, "One more", Joint(scene)));

        void Arranged(Refusal expected, params Move[] moves) =>
            scene.Refused(expected, Mediator, new SaveArrangement(First, "Opening", [.. moves]));
    }

    [Fact]
    public void PE8_a_new_bench_is_told_what_is_kept_and_not_what_was_before()
    {
        var scene = Stage.Together();
        scene.Done(Mediator, new SaveArrangement(First, "Opening", Joint(scene)));
        scene.Done(Mediator, new SaveArrangement(Named.Arrangement("gone"), "Gone", Joint(scene)));
        scene.Done(Mediator, new ForgetArrangement(Named.Arrangement("gone")));
        scene.Done(Secretary, new RemovePerson(CoMediator, "the registrar"));
        var bench = scene.Told(scene.State.Bench).ToList();
        Assert.Equal("Opening", Assert.Single(bench.OfType<ArrangementSaved>()).Name);
        Assert.Empty(bench.OfType<FloorBefore>());
        Assert.Equal("Opening", Assert.Single(scene.State.Arrangements.Values).Name);
    }

    [Fact]
    public void RM4_the_bench_knows_what_was_before_the_last_arrangement_and_puts_it_back_in_one_act()
    {
        var scene = Stage.Together();
        var seats = Seats(scene);
        scene.Move(new Move(scene.Room("caucus"), [Mediator], [A]), new Move(null, [], [B]));
        Assert.NotEqual(seats, Seats(scene));
        scene.Move(AsBefore(scene));
        Assert.Equal(seats, Seats(scene));
        // and back again
        scene.Move(AsBefore(scene));
        Assert.Equal(RoomKind.Caucus, scene.RoomOf(HeadA).Kind);
    }

    [Fact]
    public void RM4_putting_back_is_an_ordinary_arrangement_that_asks_a_second_time()
    {
        var scene = Stage.Together();
        scene.Move(new Move(scene.Room("caucus"), [Mediator], [A]), new Move(null, [], [B]));
        var refusal = scene.Refused(Mediator, scene.Arrange(null, AsBefore(scene)));
        var asked = Assert.IsType<RefusalDetail.Needs>(refusal.Detail).Consequences;
        Assert.Equal(Meeting.Between(new(A, B)), Assert.Single(asked.Meetings));
        Assert.True(asked.TakenOut.Contains(HeadA));
    }

    [Fact]
    public void RM3_who_was_removed_or_went_home_since_is_never_left_out_silently()
    {
        var scene = Stage.Together();
        scene.Move(new Move(scene.Room("caucus"), [Mediator], [A]));
        var before = AsBefore(scene);
        scene.Done(CounselA, new GoHome(scene.SittingOf(CounselA), false));
        scene.Refused(Refusal.WentHome, Mediator, scene.Arrange(null, before));
        scene.Done(HeadA, new RemovePerson(CounselA, null));
        scene.Refused(Refusal.NotFound, Mediator, scene.Arrange(null, before));
        scene.Move([.. before.Select(move => move with { People = move.People.Remove(CounselA) })]);
        Assert.Equal(RoomKind.Joint, scene.RoomOf(HeadA).Kind);
    }

    [Fact]
    public void RM4_what_was_before_an_adjournment_can_be_put_back_when_it_resumes()
    {
        var scene = Stage.Together();
        var seats = Seats(scene);
        scene.Done(Mediator, new ChangePhase(Phase.Adjourned, null));
        scene.Done(Mediator, new ChangePhase(Phase.Open, null));
        scene.Move(AsBefore(scene));
        Assert.Equal(seats, Seats(scene));
    }

    [Fact]
    public void RM10_what_was_before_is_told_to_the_bench_alone_and_only_when_somebody_was_moved()
    {
        var scene = Stage.Open();
        var told = scene.MoveParties(scene.Joint.Id, A).Single(one => one.Body is FloorBefore);
        Assert.Equal(scene.State.Bench, told.Circle);
        Expect.None<FloorBefore>(scene.MoveParties(scene.Joint.Id, A));
        Expect.None<FloorBefore>(scene.Done(HeadA, new GoHome(scene.SittingOf(HeadA), false)));
    }

    private static ImmutableArray<Move> Joint(Scene scene) => [new Move(scene.Joint.Id, [Mediator], [A, B])];

    private static Move[] AsBefore(Scene scene) =>
        [.. scene.Told(scene.State.Bench).OfType<FloorBefore>().Last().Rooms.Select(room => new Move(room.Room, [.. room.People], []))];

    private static Dictionary<PersonId, RoomId?> Seats(Scene scene) => scene.State.People.Values.ToDictionary(p => p.Id, p => p.Room);
}
