namespace IomSessions.Domain;

/// <summary>Consent is live: given and withdrawn at any time, and what rests on it goes with it (SE5).</summary>
internal static class Consenting
{
    public static Decision Decide(Session state, GiveConsent ask, Person by, Draw draw)
    {
        if (Check(state, ask.Person, ask.Party, by, out var party) is { } refusal)
        {
            return refusal;
        }

        return ask.Party is { } joining ? Joining.Consent(state, joining, party, draw)
            : !state.People.TryGetValue(ask.Person!.Value, out var whom) ? Refusal.NotFound
            : whom switch
            {
                { Status: PersonStatus.AwaitingConsent } => ToMediator(state, whom, party, draw),
                { Role: Role.NonParty, Status: not PersonStatus.Removed } => whom.Consents.Contains(party)
                    ? new List<Event>()
                    : new List<Event> { new(state.Hall, new ConsentGiven(party, whom.Id, null)) },
                _ => Refusal.NotFound,
            };
    }

    /// <summary>The same, to a mediator only.</summary>
    public static Decision Decide(Session state, ConsentToMediator ask, Person by, Draw draw) =>
        Check(state, ask.Mediator, null, by, out var party) is { } refusal ? refusal
        : !state.People.TryGetValue(ask.Mediator, out var mediator) || mediator.Status != PersonStatus.AwaitingConsent ? Refusal.NotFound
        : ToMediator(state, mediator, party, draw);

    public static Decision Decide(Session state, WithdrawConsent ask, Person by, Draw draw)
    {
        if (Check(state, ask.Person, ask.Party, by, out var party) is { } refusal)
        {
            return refusal;
        }

        if (ask.Party is { } joining)
        {
            return !state.Joining.TryGetValue(joining, out var come) ? Refusal.NotFound
                : come.Consents.Contains(party) ? new List<Event> { Withdrawn(come.Consents) }
                : new List<Event>();
        }

        if (!state.People.TryGetValue(ask.Person!.Value, out var whom) || whom.Status == PersonStatus.Removed
            || whom.Role is not (Role.Mediator or Role.NonParty))
        {
            return Refusal.NotFound;
        }

        if (whom.IsMediator && whom.Status != PersonStatus.AwaitingConsent)
        {
            // no party is mediated by somebody whom it does not consent to: he leaves the bench in the same act
            var left = new List<Event> { Withdrawn(state.TakingPart) };
            var suspended = new PersonSuspended(whom.Id);
            left.AddRange([new(state.Registry, suspended), new(whom.Circle, suspended)]);
            Bench.Leave(state, whom, draw, left);
            return left;
        }

        if (!whom.Consents.Contains(party))
        {
            return new List<Event>();
        }

        var events = new List<Event> { Withdrawn(whom.Consents) };
        if (whom.Role == Role.NonParty)
        {
            Guests.SendBack(state, draw, events);
        }

        return events;

        // whoever is a mediator has every party's consent
        Event Withdrawn(IEnumerable<PartyId> given) => new(state.Hall, new ConsentWithdrawn(
            party, ask.Person, ask.Party, [.. given.Where(one => one != party).OrderBy(one => one.Value)]));
    }

    /// <summary>Who waited for a party that is not needed any more waits no longer: mediators and parties that would join.</summary>
    public static void Settle(Session state, Draw draw, List<Event> events)
    {
        foreach (var joining in state.Joining.Values.OrderBy(party => party.Id.Value))
        {
            var now = Evolution.Apply(state, events);
            if (Joining.IsComplete(now, now.Joining[joining.Id]))
            {
                events.AddRange(Joining.Add(now, joining.Id, joining.Name, draw));
            }
        }

        foreach (var mediator in state.People.Values.Where(p => p.Status == PersonStatus.AwaitingConsent).OrderBy(p => p.Id.Value))
        {
            var now = Evolution.Apply(state, events);
            if (now.TakingPart.Any() && now.HasEveryConsent(now.People[mediator.Id]))
            {
                Appoint(now, mediator, draw, events);
            }
        }
    }

    private static List<Event> ToMediator(Session state, Person mediator, PartyId party, Draw draw)
    {
        if (mediator.Consents.Contains(party))
        {
            return [];
        }

        var events = new List<Event> { new(state.Hall, new MediatorConsented(mediator.Id, party)) };
        var now = Evolution.Apply(state, events);
        if (now.HasEveryConsent(now.People[mediator.Id]))
        {
            Appoint(now, mediator, draw, events);
        }

        return events;
    }

    // who comes back gives the undertaking again, and is admitted with it like everybody who is appointed
    private static void Appoint(Session state, Person mediator, Draw draw, List<Event> events)
    {
        events.Add(new(state.Hall, new PersonAnnounced(mediator.Id, mediator.Name, mediator.Role, null)));
        Bench.Change(state, people => people.Append(mediator.Id), draw, events);
    }

    private static Refusal? Check(Session state, PersonId? person, PartyId? other, Person by, out PartyId party)
    {
        party = by.Party ?? default;
        return by.Party is null || !by.Holds(Authority.Accept) ? Refusal.NotAuthorised
            : state.Phase == Phase.Concluded ? Refusal.WrongPhase
            : person.HasValue == other.HasValue ? Refusal.Invalid
            // a party that withdrew may consent to its own return and to nothing else
            : state.Parties[party].Withdrawn && other != party ? Refusal.PartyWithdrawn
            : null;
    }
}
