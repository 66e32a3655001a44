namespace IomSessions.Domain;

/// <summary>By a mediator: a caucus room.</summary>
/// <param name="Room">Id made by the caller.</param>
public sealed record MakeRoom(RoomId Room, string Name) : CommandBody;

/// <summary>By a mediator.</summary>
public sealed record RenameRoom(RoomId Room, string Name) : CommandBody;

/// <summary>By a mediator: who is in it goes home (RM1, RM7).</summary>
/// <param name="Sitting">What the mediator saw in it; null: nobody.</param>
public sealed record CloseRoom(RoomId Room, CircleId? Sitting, Confirmation? Confirm) : CommandBody;

/// <summary>Rooms come and go (RM1).</summary>
internal static class RoomKeeping
{
    public static Decision Decide(Session state, MakeRoom ask, Person by)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase != Phase.Open)
        {
            return Refusal.WrongPhase;
        }

        if (!Words.IsName(ask.Name) || ask.Room.Value == Guid.Empty || state.Rooms.ContainsKey(ask.Room))
        {
            return Refusal.Invalid;
        }

        return state.Rooms.Values.Count(room => !room.Closed) >= Limits.Rooms
            ? Refusal.TooMany
            : new List<Event> { new(state.Bench, new RoomMade(ask.Room, RoomKind.Caucus, ask.Name, null)) };
    }

    public static Decision Decide(Session state, RenameRoom ask, Person by)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (!Words.IsName(ask.Name))
        {
            return Refusal.Invalid;
        }

        if (!state.Rooms.TryGetValue(ask.Room, out var room) || room.Closed)
        {
            return Refusal.NotFound;
        }

        var renamed = new RoomRenamed(room.Id, ask.Name);
        var events = new List<Event> { new(state.Bench, renamed) };
        if (room.Sitting is { } sitting)
        {
            events.Add(new(sitting, renamed));
        }

        return events;
    }

    public static Decision Decide(Session state, CloseRoom ask, Person by, Draw draw)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (!state.Rooms.TryGetValue(ask.Room, out var room) || room.Closed || room.Kind != RoomKind.Caucus)
        {
            return Refusal.NotFound;
        }

        if (room.Sitting != ask.Sitting)
        {
            return Refusal.FloorChanged with { Detail = new RefusalDetail.Changed([room.OnFloor()]) };
        }

        var homes = room.People.ToDictionary(id => id, id => (RoomId?)Homes.Of(state, state.People[id]));
        if (Consequences.Of(state, by, homes).Unconfirmed(ask.Confirm) is { } refusal)
        {
            return refusal;
        }

        var events = Seating.Change(state, homes, draw);
        events.Add(new(state.Bench, new RoomClosed(room.Id)));
        events.AddRange(Inviting.LapseOf(state, invite => invite.Room == room.Id));
        return events;
    }
}
