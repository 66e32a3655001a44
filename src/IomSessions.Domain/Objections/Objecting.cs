namespace IomSessions.Domain;

/// <summary>Objections are decided before admission (PE3).</summary>
internal static class Objecting
{
    public static Decision Decide(Session state, MakeObjection ask, Person by)
    {
        if (!MayObject(by))
        {
            return Refusal.NotAuthorised;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (!Words.IsLine(ask.Reason))
        {
            return Refusal.Invalid;
        }

        // who is appointed is not admitted from the lobby: a mediator needs consent, which can be withdrawn
        if (!state.People.TryGetValue(ask.Person, out var person) || person.Party == by.Party || person.WasAdmitted
            || person.Status is not (PersonStatus.Invited or PersonStatus.Lobby) || person.Role is Role.Mediator or Role.Secretariat)
        {
            return Refusal.NotFound;
        }

        var party = by.Party!.Value;
        if (person.Objections.ContainsKey(party))
        {
            return Refusal.AlreadyDone;
        }

        var reasoned = new ObjectionReasoned(person.Id, party, ask.Reason);
        return new List<Event>
        {
            new(state.Hall, new ObjectionMade(person.Id, party)),
            new(state.Bench, reasoned),
            new(state.Parties[party].Circle, reasoned),
        };
    }

    public static Decision Decide(Session state, WithdrawObjection ask, Person by) =>
        !MayObject(by) ? Refusal.NotAuthorised
        : state.Phase == Phase.Concluded ? Refusal.WrongPhase
        : !IsOpen(state, ask.Person, by.Party!.Value, out _) ? Refusal.NotFound
        : new List<Event> { new(state.Hall, new ObjectionWithdrawn(ask.Person, by.Party!.Value)) };

    public static Decision Decide(Session state, DecideObjection ask, Person by, Draw draw)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (!IsOpen(state, ask.Person, ask.Party, out var person))
        {
            return Refusal.NotFound;
        }

        var events = new List<Event> { new(state.Hall, new ObjectionDecided(person.Id, ask.Party, ask.Sustained)) };
        if (ask.Sustained)
        {
            events.AddRange(Removal.Out(state, person, RemovedBy.Objection, null, draw));
        }

        return events;
    }

    /// <summary>A party that withdraws objects to nobody any more.</summary>
    public static IEnumerable<Event> EndedWith(Session state, PartyId party) => state.People.Values
        .Where(person => IsOpen(state, person.Id, party, out _))
        .OrderBy(person => person.Id.Value)
        .Select(person => new Event(state.Hall, new ObjectionWithdrawn(person.Id, party)));

    private static bool MayObject(Person by) => by.Party is not null && (by.Holds(Authority.Accept) || by.Holds(Authority.Appoint));

    private static bool IsOpen(Session state, PersonId id, PartyId party, out Person person) =>
        state.People.TryGetValue(id, out person!) && person.Status != PersonStatus.Removed
        && person.Objections.TryGetValue(party, out var standing) && standing == ObjectionStanding.Open;
}
