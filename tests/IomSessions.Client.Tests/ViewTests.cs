using IomSessions.Wire;

namespace IomSessions.Client.Tests;

public sealed class ViewTests
{
    private readonly Log _log = new();

    public ViewTests()
    {
        _log.Add("self", CircleKind.Person, new SelfOpened("m", "Mediator", Role.Mediator, null, null, "Title"));
        _log.Add("hall", CircleKind.Hall, new PersonAnnounced("m", "Mediator", Role.Mediator));
        _log.Add("hall", CircleKind.Hall, new PersonAnnounced("e1", "Head", Role.Head, "e"));
        _log.Add("hall", CircleKind.Hall, new PersonAnnounced("e2", "Adviser", Role.Adviser, "e"));
        _log.Add("hall", CircleKind.Hall, new PersonAnnounced("i1", "Head", Role.Head, "i"));
        _log.Add("bench", CircleKind.Bench, new BenchOpened(1, ["m"],
        [
            new("joint", RoomKind.Joint, "Joint", null, null, []),
            new("room-m", RoomKind.Mediators, "Mediators", null, "s-m", ["m"]),
            new("room-e", RoomKind.Home, "E", "e", "s-e", ["e1", "e2"]),
            new("room-i", RoomKind.Home, "I", "i", "s-i", ["i1"]),
        ]));
    }

    private SessionView View => _log.All.Aggregate(SessionView.Empty, (view, told) => view.Apply(told));

    [Fact]
    public void RM5_a_move_names_the_sitting_of_each_person_and_of_each_room()
    {
        var command = Arrangement.Into(View, "joint").Person("m").Party("e").AndInto("room-i").Person("i1").ToCommand();
        Assert.Equal(new() { ["m"] = "s-m", ["e1"] = "s-e", ["e2"] = "s-e", ["i1"] = "s-i" }, new Dictionary<string, string>(command.Basis.People));
        Assert.Equal(new() { ["joint"] = null, ["room-i"] = "s-i" }, new Dictionary<string, string?>(command.Basis.Rooms));
        Assert.Equal(["joint", "room-i"], command.Moves.Select(move => move.Room));
    }

    [Fact]
    public void RM3_caucuses_are_one_arrangement()
    {
        var command = Arrangement.IntoCaucuses(View, new Caucus("room-e", ["e"], ["m"]), new Caucus("room-i", ["i"], [])).ToCommand();
        Assert.Equal(["e1", "e2", "i1", "m"], command.Basis.People.Keys);
        Assert.Equal(2, command.Moves.Count);
    }

    [Fact]
    public void RM7_recalling_everyone_leads_home_and_leaves_alone_who_is_there()
    {
        _log.Add("bench", CircleKind.Bench, new FloorChanged(
        [
            new("joint", RoomKind.Joint, "Joint", null, "s-j", ["m", "e1"]),
            new("room-m", RoomKind.Mediators, "Mediators", null, null, []),
            new("room-e", RoomKind.Home, "E", "e", "s-e2", ["e2"]),
        ]));
        var command = Arrangement.RecallEveryone(View).ToCommand();
        var move = Assert.Single(command.Moves);
        Assert.Null(move.Room);
        Assert.Equal(["e1", "m"], move.People);
        Assert.Equal(new() { ["room-e"] = "s-e2", ["room-m"] = null }, new Dictionary<string, string?>(command.Basis.Rooms));
    }

    [Fact]
    public void RM6_a_new_sitting_says_where_one_is_and_talk_stays_with_its_sitting()
    {
        _log.Sit("s1", "m", "e1");
        _log.Say("s1", "one");
        _log.Sit("s2", "m");
        _log.Say("s2", "two");
        Assert.Equal(("s2", 1), (View.Here!.Sitting, View.Here.People.Count));
        Assert.Equal("one", Assert.Single(View.Talk["s1"]).Text);
        Assert.Equal("two", Assert.Single(View.Talk["s2"]).Text);
    }

    [Fact]
    public void An_event_that_is_not_known_changes_nothing()
    {
        var before = View;
        Assert.Same(before, before.Apply(_log.Add("hall", CircleKind.Hall, new UnknownEvent())));
    }
}
