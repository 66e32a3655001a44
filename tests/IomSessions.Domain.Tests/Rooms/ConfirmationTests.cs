using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Rooms;

public sealed class ConfirmationTests
{
    [Fact]
    public void RM4_bringing_parties_together_asks_a_second_time_and_names_them()
    {
        var scene = Stage.Open();
        var move = new Move(scene.Joint.Id, [Mediator], [A, B]);
        var refusal = scene.Refused(Mediator, scene.Arrange(null, move));
        Assert.Equal(Refusal.NeedsConfirmation.Code, refusal.Code);
        var asked = Assert.IsType<RefusalDetail.Needs>(refusal.Detail).Consequences;
        Assert.Equal(Meeting.Between(new(A, B)), Assert.Single(asked.Meetings));
        Assert.Empty(asked.TakenOut);
        scene.Refused(Refusal.NeedsConfirmation, Mediator, scene.Arrange(Confirmation.Nothing, move));
        scene.Refused(Refusal.NeedsConfirmation, Mediator, scene.Arrange(new Confirmation(default, null), move));
        scene.Refused(Refusal.NeedsConfirmation, Mediator, scene.Arrange(new Confirmation([new(A, C)], null), move));
        // named the other way round, it is the same meeting
        scene.Done(Mediator, scene.Arrange(new Confirmation([new(B, A), new(A, B)], null), move));
    }

    [Fact]
    public void RM4_parties_that_are_together_already_are_not_asked_about()
    {
        var scene = Stage.Together();
        scene.Done(Mediator, scene.Arrange(null, new Move(scene.Room("small"), [CounselA, CounselB], [])));
    }

    [Fact]
    public void RM4_of_three_parties_each_new_meeting_is_named()
    {
        var scene = Stage.Open(third: true);
        scene.MoveParties(scene.Joint.Id, A, B);
        var asked = Asked(scene, new Move(scene.Joint.Id, [], [C]));
        Assert.Equal(
            new[] { Meeting.Between(new(A, C)), Meeting.Between(new(B, C)) }.Order(Comparer<Meeting>.Create(Compare)),
            asked.Meetings.Order(Comparer<Meeting>.Create(Compare)));
    }

    [Fact]
    public void RM4_an_interpreter_of_a_party_meets_for_his_party()
    {
        var scene = Stage.Open();
        Assert.Single(Asked(scene, new Move(scene.Room("r"), [InterpreterA, CounselB], [])).Meetings);
        Assert.Empty(Preview(scene, new Move(Named.Room("r"), [Interpreter, CounselB], [])).Meetings);
    }

    [Fact]
    public void RM4_taking_somebody_out_of_a_caucus_asks_a_second_time_and_names_him()
    {
        var (scene, _) = Stage.Caucus();
        var asked = Asked(scene, new Move(null, [CounselA], []));
        Assert.Equal(Company.Of(CounselA), asked.TakenOut);
        scene.Refused(Refusal.NeedsConfirmation, Mediator, scene.Arrange(
            new Confirmation([], Company.Of(HeadA)), new Move(null, [CounselA], [])));
        scene.Done(Mediator, scene.Arrange(new Confirmation([], Company.Of(CounselA)), new Move(null, [CounselA], [])));
    }

    [Fact]
    public void RM4_the_moving_mediator_is_not_asked_about_himself_but_about_another_mediator()
    {
        var (scene, room) = Stage.Caucus();
        scene.Move(room, CoMediator);
        Assert.Equal(Company.Of(CoMediator), Asked(scene, new Move(null, [Mediator, CoMediator], [])).TakenOut);
        scene.Done(Mediator, scene.Arrange(null, new Move(null, [Mediator], [])));
    }

    [Fact]
    public void RM4_a_home_room_that_a_mediator_visits_is_a_caucus()
    {
        var scene = Stage.Open();
        scene.Done(Mediator, scene.Arrange(null, new Move(scene.Joint.Id, [CounselA], [])));
        scene.Move(scene.Home(A), Mediator);
        Assert.Equal(Company.Of(HeadA), Asked(scene, new Move(scene.Joint.Id, [HeadA], [])).TakenOut);
    }

    [Fact]
    public void RM4_a_room_with_all_parties_is_not_a_caucus()
    {
        var scene = Stage.Together();
        scene.Done(Mediator, scene.Arrange(null, new Move(null, [CounselA], [])));
    }

    [Fact]
    public void RM4_a_preview_shows_rooms_meetings_and_first_times_and_changes_nothing()
    {
        var scene = Stage.Open();
        var seen = Preview(scene, new Move(scene.Joint.Id, [Mediator], [A, B]));
        Assert.Equal(4, seen.Rooms.Length);
        Assert.Contains(seen.Rooms, room => room.Room == scene.Joint.Id && room.People.Count == 6);
        Assert.Single(seen.Meetings);
        Assert.Contains(seen.FirstTime, pair => Company.Of(pair.One, pair.Other).Equals(Company.Of(HeadA, HeadB)));
        Assert.DoesNotContain(seen.FirstTime, pair => Company.Of(pair.One, pair.Other).Equals(Company.Of(HeadA, CounselA)));
        Assert.Equal(scene.Home(A), scene.Person(HeadA).Room);
        scene.Move(new Move(scene.Joint.Id, [Mediator], [A, B]));
        scene.Done(Mediator, scene.Arrange(null, new Move(null, [], [A])));
        Assert.Empty(Preview(scene, new Move(scene.Joint.Id, [], [A])).FirstTime);
    }

    [Fact]
    public void RM4_a_preview_is_for_mediators_and_refused_like_the_move()
    {
        var scene = Stage.Open();
        var ask = scene.Arrange(null, new Move(scene.Home(A), [HeadB], []));
        Assert.Equal(Refusal.WrongRoom, Arranging.Preview(scene.State, Mediator, ask).Refusal);
        Assert.Equal(Refusal.NotAllowed, Arranging.Preview(scene.State, HeadA, ask).Refusal);
        Assert.Equal(Refusal.NotAllowed, Arranging.Preview(scene.State, Nobody, ask).Refusal);
    }

    private static Consequences Preview(Scene scene, Move move)
    {
        var (refusal, consequences) = Arranging.Preview(scene.State, Mediator, scene.Arrange(null, move));
        Assert.Null(refusal);
        return consequences!;
    }

    private static Consequences Asked(Scene scene, Move move) =>
        Assert.IsType<RefusalDetail.Needs>(scene.Refused(Mediator, scene.Arrange(null, move)).Detail).Consequences;

    private static int Compare(Meeting one, Meeting other) =>
        (one.One.Value, one.Other.Value).CompareTo((other.One.Value, other.Other.Value));
}
