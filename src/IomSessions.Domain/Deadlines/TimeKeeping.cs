namespace IomSessions.Domain;

/// <summary>Deadlines of rooms: set, warned of, passed (RM11).</summary>
internal static class TimeKeeping
{
    public static Decision Decide(Session state, SetDeadline ask, Person by, DateTimeOffset now)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (!state.Rooms.TryGetValue(ask.Room, out var room) || room.Closed || room.Kind == RoomKind.Waiting)
        {
            return Refusal.NotFound;
        }

        // whole seconds: nothing finer is stored or shown
        if (ask.At is { } at && (at <= now || at > now + Limits.DeadlineAhead || at.Ticks % TimeSpan.TicksPerSecond != 0))
        {
            return Refusal.Invalid;
        }

        return room.Deadline?.At == ask.At ? new List<Event>() : Both(state, room, new DeadlineSet(room.Id, ask.At));
    }

    public static Decision Decide(Session state, NoteDeadline ask, Command command)
    {
        if (command.By != Command.House)
        {
            return Refusal.NotAllowed;
        }

        return state.Rooms.TryGetValue(ask.Room, out var room) && room is { Closed: false, Deadline: { } deadline }
            && deadline.At == ask.At && deadline.Due(command.At) is var due && due > deadline.Told
            ? Both(state, room, new DeadlineNear(room.Id, deadline.At, due))
            : new List<Event>();
    }

    private static List<Event> Both(Session state, Room room, EventBody told) =>
        room.Sitting is { } sitting ? [new(state.Bench, told), new(sitting, told)] : [new(state.Bench, told)];
}
