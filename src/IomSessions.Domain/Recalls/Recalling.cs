namespace IomSessions.Domain;

/// <summary>Recalls of a room, now or with grace (RM11): the mediator's act, and its effect when the time has come.</summary>
internal static class Recalling
{
    public static Decision Decide(Session state, RecallRoom ask, Person by, DateTimeOffset now, Draw draw)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase != Phase.Open)
        {
            return Refusal.WrongPhase;
        }

        if (Find(state, ask.Room) is not { } room)
        {
            return Refusal.NotFound;
        }

        if (ask.Grace < 0 || ask.Grace > Limits.RecallGrace)
        {
            return Refusal.Invalid;
        }

        if (room.Sitting != ask.Sitting)
        {
            return Refusal.FloorChanged with { Detail = new RefusalDetail.Changed([room.OnFloor()]) };
        }

        var homes = HomesOf(state, room.People);
        if (Consequences.Of(state, by, homes).Unconfirmed(ask.Confirm) is { } refusal)
        {
            return refusal;
        }

        return ask.Grace == 0
            ? Seating.Change(state, homes, draw)
            : Both(state, room, new RecallAnnounced(room.Id, now.Second().AddSeconds(ask.Grace), room.People));
    }

    public static Decision Decide(Session state, CallOffRecall ask, Person by) =>
        !by.IsMediator ? Refusal.NotAllowed
        : Find(state, ask.Room) is not { Recall: not null } room ? Refusal.NotFound
        : Both(state, room, new RecallCalledOff(room.Id));

    public static Decision Decide(Session state, NoteRecall ask, Command command)
    {
        if (command.By != Command.House)
        {
            return Refusal.NotAllowed;
        }

        return Find(state, ask.Room) is { Recall: { } recall } && recall.At == ask.At && recall.At <= command.At
            ? Seating.Change(state, HomesOf(state, recall.People), command.Seed.Draw())
            : new List<Event>();
    }

    private static Room? Find(Session state, RoomId id) =>
        state.Rooms.GetValueOrDefault(id) is { Closed: false, Kind: RoomKind.Joint or RoomKind.Caucus } room ? room : null;

    private static Dictionary<PersonId, RoomId?> HomesOf(Session state, Company people) =>
        people.ToDictionary(id => id, id => (RoomId?)Homes.Of(state, state.People[id]));

    private static List<Event> Both(Session state, Room room, EventBody told) => [new(state.Bench, told), new(room.Sitting!.Value, told)];
}
