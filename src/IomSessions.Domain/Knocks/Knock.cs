namespace IomSessions.Domain;

/// <summary>By a mediator who would enter a home room in which he does not sit (RM12).</summary>
/// <param name="Sitting">Those who would let him in.</param>
public sealed record KnockAt(CircleId Sitting) : CommandBody;

/// <summary>By somebody of that delegation who sits there and may speak. Silence is no.</summary>
public sealed record AnswerKnock(CircleId Sitting, PersonId Mediator, bool ComeIn) : CommandBody;

/// <summary>Bench, and the sitting at whose door it was.</summary>
public sealed record Knocked(RoomId Room, PersonId Mediator) : EventBody;

/// <summary>Bench, and that sitting: that he may come in, or not now; not who said so.</summary>
public sealed record KnockAnswered(RoomId Room, PersonId Mediator, bool ComeIn) : EventBody;

/// <summary>Knocks wait at a sitting and end with it.</summary>
internal static class Knocking
{
    public static Decision Decide(Session state, KnockAt ask, Person by)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        return state.Phase == Phase.Concluded ? Refusal.WrongPhase
            : RoomAt(state, ask.Sitting) is not { Kind: RoomKind.Home } room || by.Room == room.Id || state.HasWithdrawn(room.Party) ? Refusal.NotFound
            : room.Knocks.Contains(by.Id) ? Refusal.AlreadyDone
            : Both(state, ask.Sitting, new Knocked(room.Id, by.Id));
    }

    public static Decision Decide(Session state, AnswerKnock ask, Person by)
    {
        if (by.Room is not { } here || state.Rooms[here].Sitting != ask.Sitting || !state.Rooms[here].Knocks.Contains(ask.Mediator)
            || !state.Circles[state.Bench].People.Contains(ask.Mediator))
        {
            return Refusal.NotFound;
        }

        return by.Party is null || by.Party != state.Rooms[here].Party ? Refusal.NotAllowed
            : state.Phase == Phase.Concluded ? Refusal.WrongPhase
            : !by.Holds(Authority.Speak) ? Refusal.NotAuthorised
            : Both(state, ask.Sitting, new KnockAnswered(here, ask.Mediator, ask.ComeIn));
    }

    /// <summary>For a bench that opens: which of its mediators wait at a door.</summary>
    public static IEnumerable<EventBody> Waiting(Session state, Company mediators) => state.Rooms.Values.OrderBy(room => room.Id.Value)
        .SelectMany(room => room.Knocks.Where(mediators.Contains).Select(mediator => new Knocked(room.Id, mediator)));

    private static Room? RoomAt(Session state, CircleId sitting) =>
        state.Circles.TryGetValue(sitting, out var circle) && circle.Room is { } room && state.Rooms[room].Sitting == sitting ? state.Rooms[room] : null;

    private static List<Event> Both(Session state, CircleId sitting, EventBody told) => [new(state.Bench, told), new(sitting, told)];
}
