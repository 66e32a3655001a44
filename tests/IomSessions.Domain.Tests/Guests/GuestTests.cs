using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Guests;

public sealed class GuestTests
{
    [Fact]
    public void PE1_a_guest_is_placed_only_in_the_rooms_given_and_with_every_consent()
    {
        var scene = Stage.Together();
        var side = scene.Room("side");
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(scene.Joint.Id, [Guest], [])));
        scene.Done(Mediator, new AdmitGuest(Guest, [scene.Joint.Id], ["Water levels"]));
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(scene.Joint.Id, [Guest], [])));
        scene.Done(HeadA, new GiveConsent(Guest, null));
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(scene.Joint.Id, [Guest], [])));
        scene.Done(HeadB, new GiveConsent(Guest, null));
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(side, [Guest], [])));
        scene.Refused(Refusal.WrongRoom, Mediator, scene.Arrange(null, new Move(scene.Home(A), [Guest], [])));
        scene.Move(scene.Joint.Id, Guest);
        Assert.Equal(["Water levels"], scene.InHall.OfType<GuestItemsSet>().Single().Items.ToArray());
        Assert.Equal([scene.Joint.Id], scene.Told(scene.State.Bench).OfType<GuestRoomsSet>().Single().Rooms.ToArray());
    }

    [Fact]
    public void PE1_when_it_ends_he_goes_to_the_waiting_place_in_one_act()
    {
        var (scene, side) = Stage.Caucus();
        scene.Welcome(Guest, scene.Joint.Id, side);
        scene.Move(side, Guest);
        var narrowed = scene.Done(Mediator, new AdmitGuest(Guest, [scene.Joint.Id], ["Water levels"]));
        Assert.Equal(RoomKind.Waiting, scene.RoomOf(Guest).Kind);
        Expect.One<FloorChanged>(narrowed);
        scene.Move(scene.Joint.Id, Guest);
        scene.Done(Mediator, new AdmitGuest(Guest, [], []));
        Assert.Equal(RoomKind.Waiting, scene.RoomOf(Guest).Kind);
        Assert.Empty(scene.Done(Mediator, new AdmitGuest(Guest, [], [])));
    }

    [Fact]
    public void SE5_another_item_asks_for_every_consent_anew_and_fewer_do_not()
    {
        var scene = Stage.Together();
        scene.Done(Mediator, new AdmitGuest(Guest, [scene.Joint.Id], ["Water", "Fish"]));
        scene.Done(HeadA, new GiveConsent(Guest, null));
        scene.Done(HeadB, new GiveConsent(Guest, null));
        scene.Move(scene.Joint.Id, Guest);
        scene.Done(Mediator, new AdmitGuest(Guest, [scene.Joint.Id], ["Fish"]));
        Assert.Equal(scene.Joint.Id, scene.Person(Guest).Room);
        scene.Done(Mediator, new AdmitGuest(Guest, [scene.Joint.Id], ["Fish", "Borders"]));
        Assert.Equal(RoomKind.Waiting, scene.RoomOf(Guest).Kind);
    }

    [Fact]
    public void RM10_the_hall_learns_the_items_and_never_the_rooms()
    {
        var scene = Stage.Together();
        var told = scene.Done(Mediator, new AdmitGuest(Guest, [scene.Joint.Id, scene.Home(A)], ["Water"]));
        Assert.Empty(told.Where(e => e.Circle == scene.State.Hall).SelectMany(e => Shape.Find<RoomId>(e.Body)));
    }

    [Fact]
    public void OP3_what_is_asked_for_a_guest_is_bounded_and_whole()
    {
        var scene = Stage.Open();
        var fine = new AdmitGuest(Guest, [scene.Joint.Id], ["Water"]);
        scene.Refused(Refusal.NotAllowed, HeadA, fine);
        scene.Refused(Refusal.NotFound, Mediator, fine with { Person = HeadA });
        scene.Refused(Refusal.NotFound, Mediator, fine with { Rooms = [Named.Room("unknown")] });
        scene.Refused(Refusal.WrongRoom, Mediator, fine with { Rooms = [scene.State.RoomOfKind(RoomKind.Mediators).Id] });
        scene.Refused(Refusal.Invalid, Mediator, fine with { Rooms = [] });
        scene.Refused(Refusal.Invalid, Mediator, fine with { Items = [] });
        scene.Refused(Refusal.Invalid, Mediator, fine with { Items = ["a\nb"] });
        scene.Refused(Refusal.Invalid, Mediator, fine with { Items = [.. Enumerable.Range(0, Limits.GuestItems + 1).Select(i => $"item {i}")] });
    }
}
