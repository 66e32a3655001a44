namespace IomSessions.Domain;

/// <summary>By a mediator: whether one speaks in a room by turn (RM15).</summary>
public sealed record SetTurns(RoomId Room, bool ByTurn) : CommandBody;

/// <summary>By somebody who sits there.</summary>
/// <param name="Sitting">The sitting that he saw.</param>
public sealed record RaiseHand(CircleId Sitting, bool Up) : CommandBody;

/// <summary>By a mediator who sits there.</summary>
/// <param name="To">Whose turn it is; null: nobody's.</param>
public sealed record GiveFloor(CircleId Sitting, PersonId? To) : CommandBody;

/// <summary>Bench, the room's open sitting, and each that opens in the room while it holds.</summary>
public sealed record TurnsSet(RoomId Room, bool ByTurn) : EventBody;

/// <summary>Sitting.</summary>
public sealed record HandRaised(PersonId Person, bool Up) : EventBody;

/// <summary>Sitting. Whoever has the floor has his hand down.</summary>
public sealed record FloorGiven(PersonId? To) : EventBody;

/// <summary>Speaking by turn, with raised hands. Hands and the floor end with the sitting.</summary>
internal static class Turns
{
    public static Decision Decide(Session state, SetTurns ask, Person by)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (!state.Rooms.TryGetValue(ask.Room, out var room) || room.Closed || room.Kind is not (RoomKind.Joint or RoomKind.Caucus))
        {
            return Refusal.NotFound;
        }

        var told = new TurnsSet(room.Id, ask.ByTurn);
        return room.ByTurn == ask.ByTurn ? new List<Event>()
            : room.Sitting is { } sitting ? new List<Event> { new(state.Bench, told), new(sitting, told) }
            : new List<Event> { new(state.Bench, told) };
    }

    public static Decision Decide(Session state, RaiseHand ask, Person by)
    {
        if (by.Room is not { } here || state.Rooms[here] is not { ByTurn: true } room)
        {
            return Refusal.NotAllowed;
        }

        return room.Sitting != ask.Sitting ? Speech.Elsewhere(state, by)
            : room.Hands.Contains(by.Id) == ask.Up || (ask.Up && room.Speaker == by.Id) ? new List<Event>()
            : new List<Event> { new(ask.Sitting, new HandRaised(by.Id, ask.Up)) };
    }

    public static Decision Decide(Session state, GiveFloor ask, Person by)
    {
        if (!by.IsMediator || by.Room is not { } here || state.Rooms[here] is not { ByTurn: true } room)
        {
            return Refusal.NotAllowed;
        }

        return room.Sitting != ask.Sitting ? Speech.Elsewhere(state, by)
            : ask.To is { } to && !room.People.Contains(to) ? Refusal.NotFound
            : room.Speaker == ask.To ? new List<Event>()
            : new List<Event> { new(ask.Sitting, new FloorGiven(ask.To)) };
    }

    /// <summary>Mediators lead the talk, and whoever interprets says what others said.</summary>
    public static bool MustWait(Person by, Room room) =>
        room.ByTurn && room.Speaker != by.Id && !by.IsMediator && by.Role != Role.Interpreter;
}
