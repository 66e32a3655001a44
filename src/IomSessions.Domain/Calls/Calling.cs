namespace IomSessions.Domain;

/// <summary>Calls to the mediators, and the queue that they share (RM12).</summary>
internal static class Calling
{
    public static Decision Decide(Session state, MakeCall ask, Person by)
    {
        if (by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (ask.Call.Value == Guid.Empty || !Enum.IsDefined(ask.Urgency) || !Words.IsLine(ask.Text) || state.Calls.ContainsKey(ask.Call))
        {
            return Refusal.Invalid;
        }

        return state.Calls.Values.Any(call => call.Person == by.Id)
            ? Refusal.AlreadyDone
            : Both(state, by.Circle, new CallMade(ask.Call, by.Id, ask.Urgency, ask.Text));
    }

    public static Decision Decide(Session state, ClaimCall ask, Person by)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (!state.Calls.TryGetValue(ask.Call, out var call))
        {
            return Refusal.NotFound;
        }

        return call.ClaimedBy == by.Id
            ? Refusal.AlreadyDone
            : Both(state, state.People[call.Person].Circle, new CallClaimed(call.Id, by.Id));
    }

    public static Decision Decide(Session state, EndCall ask, Person by) =>
        state.Calls.TryGetValue(ask.Call, out var call) && (by.IsMediator || call.Person == by.Id)
            ? Both(state, state.People[call.Person].Circle, new CallEnded(call.Id, by.IsMediator ? CallEnd.Answered : CallEnd.Withdrawn))
            : Refusal.NotFound;

    /// <summary>Who leaves the session calls no more. He reads nothing himself.</summary>
    public static IEnumerable<Event> EndedWith(Session state, PersonId person) =>
        state.Calls.Values.Where(call => call.Person == person).Select(call => new Event(state.Bench, new CallEnded(call.Id, CallEnd.Withdrawn)));

    /// <summary>For a bench that opens: who waits, and who sees to it.</summary>
    public static IEnumerable<EventBody> Waiting(Session state, Company mediators) => state.Calls.Values.OrderBy(call => call.Id.Value).SelectMany(call =>
        (IEnumerable<EventBody>)[
            new CallMade(call.Id, call.Person, call.Urgency, null),
            .. call.ClaimedBy is { } by && mediators.Contains(by) ? (EventBody[])[new CallClaimed(call.Id, by)] : [],
        ]);

    private static List<Event> Both(Session state, CircleId caller, EventBody told) => [new(state.Bench, told), new(caller, told)];
}
