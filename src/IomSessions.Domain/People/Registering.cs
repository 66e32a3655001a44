namespace IomSessions.Domain;

/// <summary>By the secretariat.</summary>
/// <param name="Person">Id made by the caller.</param>
public sealed record RegisterPerson(PersonId Person, string Name, Role Role, PartyId? Party) : CommandBody;

/// <summary>A holder of <see cref="Authority.Accept"/> consents to a mediator who waits for it (PE6).</summary>
public sealed record ConsentToMediator(PersonId Mediator) : CommandBody;

/// <summary>Hall: somebody new, before he is admitted (PE3).</summary>
public sealed record PersonAnnounced(PersonId Person, string Name, Role Role, PartyId? Party) : EventBody;

/// <summary>Hall: a mediator named after the opening waits for every party's consent.</summary>
public sealed record MediatorProposed(PersonId Person, string Name) : EventBody;

/// <summary>Hall.</summary>
public sealed record MediatorConsented(PersonId Mediator, PartyId Party) : EventBody;

/// <summary>Registry.</summary>
public sealed record PersonRegistered(PersonId Person, string Name, Role Role, PartyId? Party) : EventBody;

/// <summary>First event of a person circle.</summary>
/// <param name="PartyName">So that somebody in the lobby, who does not read the hall, knows for whom he is here.</param>
/// <param name="Title">Of the session.</param>
public sealed record SelfOpened(PersonId Person, string Name, Role Role, PartyId? Party, string? PartyName, string Title) : EventBody;

/// <summary>People come into the books.</summary>
internal static class Registering
{
    public static Decision Decide(Session state, RegisterPerson ask, Person by, Draw draw)
    {
        if (by.Role != Role.Secretariat)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (!Words.IsName(ask.Name) || ask.Person.Value == Guid.Empty || state.People.ContainsKey(ask.Person)
            || !Enum.IsDefined(ask.Role) || !PartyFits(state, ask))
        {
            return Refusal.Invalid;
        }

        if (state.People.Count >= Limits.People)
        {
            return Refusal.TooMany;
        }

        var waits = ask.Role == Role.Mediator && state.Phase != Phase.Preparing;
        var party = ask.Party is { } id ? state.Parties[id] : null;
        var events = new List<Event>
        {
            new(state.Registry, new PersonRegistered(ask.Person, ask.Name, ask.Role, ask.Party)),
            new(draw.Circle(), new SelfOpened(ask.Person, ask.Name, ask.Role, ask.Party, party?.Name, state.Card.Title)),
            new(state.Hall, waits
                ? new MediatorProposed(ask.Person, ask.Name)
                : new PersonAnnounced(ask.Person, ask.Name, ask.Role, ask.Party)),
        };
        if (ask.Role == Role.Mediator && !waits)
        {
            Bench.Change(state, people => people.Append(ask.Person), draw, events);
        }

        var listed = new DelegationMember(ask.Person, ask.Name, ask.Role);
        Entry.TellLobby(state, ask.Party, members => members.Append(listed), events);
        return events;
    }

    // Members of a delegation have a party, interpreters may, nobody else has.
    private static bool PartyFits(Session state, RegisterPerson ask) => ask.Role switch
    {
        Role.Head or Role.Agent or Role.Counsel or Role.Adviser or Role.Expert =>
            ask.Party is { } party && state.Parties.ContainsKey(party),
        Role.Interpreter => ask.Party is not { } party || state.Parties.ContainsKey(party),
        _ => ask.Party is null,
    };
}
