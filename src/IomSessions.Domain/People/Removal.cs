namespace IomSessions.Domain;

/// <summary>By a mediator: back to the lobby.</summary>
public sealed record SuspendPerson(PersonId Person) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Appoint"/> his own people; by the secretariat anyone.</summary>
/// <param name="OnOrderOf">The secretariat says on whose written order it acts.</param>
public sealed record RemovePerson(PersonId Person, string? OnOrderOf) : CommandBody;

/// <summary>By a mediator: he leaves the bench and the session.</summary>
/// <param name="Bench">The bench that he leaves.</param>
public sealed record Resign(CircleId Bench) : CommandBody;

/// <summary>Registry and person. Of a mediator: a party's consent ended, and he waits for it.</summary>
public sealed record PersonSuspended(PersonId Person) : EventBody;

/// <summary>Registry.</summary>
public sealed record PersonRemoved(PersonId Person, RemovedBy By, string? OnOrderOf) : EventBody;

/// <summary>Hall: he is no longer a participant.</summary>
public sealed record PersonLeft(PersonId Person) : EventBody;

public enum RemovedBy
{
    /// <summary>A mediator by himself.</summary>
    Resigned,

    /// <summary>A mediator sustained a party's objection to his admission.</summary>
    Objection,
    Party,
    Secretariat,
}

/// <summary>How somebody is kept out (PE4).</summary>
internal static class Removal
{
    public static Decision Decide(Session state, SuspendPerson ask, Person by, Draw draw)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (!state.People.TryGetValue(ask.Person, out var person)
            || person.Status != PersonStatus.Admitted || person.Role is Role.Mediator or Role.Secretariat)
        {
            return Refusal.NotFound;
        }

        var suspended = new PersonSuspended(person.Id);
        var events = new List<Event> { new(state.Registry, suspended), new(person.Circle, suspended) };
        events.Add(new(person.Circle, new DelegationListed(Entry.MembersOf(state, person.Party, person))));
        events.AddRange(Inviting.LapseOf(state, invite => invite.Person == person.Id));
        events.AddRange(Seating.Change(state, Away(person), draw));
        return events;
    }

    public static Decision Decide(Session state, RemovePerson ask, Person by, Draw draw)
    {
        if (!state.People.TryGetValue(ask.Person, out var person) || person.Status == PersonStatus.Removed)
        {
            return by.Role == Role.Secretariat || by.Holds(Authority.Appoint) ? Refusal.NotFound : Refusal.NotAllowed;
        }

        if (by.Role == Role.Secretariat)
        {
            if (!Words.IsName(ask.OnOrderOf) || person.Id == by.Id)
            {
                return Refusal.Invalid;
            }
        }
        else if (!by.Holds(Authority.Appoint))
        {
            return Refusal.NotAllowed;
        }
        else if (person.Party != by.Party || person.Id == by.Id)
        {
            return Refusal.NotFound;
        }

        var order = by.Role == Role.Secretariat ? ask.OnOrderOf : null;
        return Out(state, person, by.Role == Role.Secretariat ? RemovedBy.Secretariat : RemovedBy.Party, order, draw);
    }

    public static Decision Decide(Session state, Resign ask, Person by, Draw draw) =>
        !by.IsMediator ? Refusal.NotAllowed
        : state.Phase == Phase.Concluded ? Refusal.WrongPhase
        : ask.Bench != state.Bench ? Refusal.SittingChanged
        : Out(state, by, RemovedBy.Resigned, null, draw);

    /// <summary>He is no participant any more.</summary>
    public static List<Event> Out(Session state, Person person, RemovedBy by, string? order, Draw draw)
    {
        var events = new List<Event>
        {
            new(state.Registry, new PersonRemoved(person.Id, by, order)),
            new(state.Hall, new PersonLeft(person.Id)),
        };
        Entry.TellLobby(state with { People = state.People.Remove(person.Id) }, person.Party, members => members, events);
        events.AddRange(Inviting.LapseOf(state, invite => invite.Person == person.Id, personReads: false));
        events.AddRange(Calling.EndedWith(state, person.Id));
        if (person.IsMediator && person.Status != PersonStatus.AwaitingConsent)
        {
            Bench.Leave(state, person, draw, events);
        }
        else
        {
            events.AddRange(Seating.Change(state, Away(person), draw));
        }

        return events;
    }

    /// <summary>Out of his room, if he has one.</summary>
    public static Dictionary<PersonId, RoomId?> Away(Person person) =>
        person.Room is null ? [] : new() { [person.Id] = null };
}
