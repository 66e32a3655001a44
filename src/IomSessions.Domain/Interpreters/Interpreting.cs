using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Says for whom an interpreter interprets (PE10): for persons, for a party, or for the session; none of them: for nobody any more. By the
/// secretariat or a mediator; by a holder of <see cref="Authority.Appoint"/> for an interpreter of his party.</summary>
public sealed record AssignInterpreter(
    PersonId Interpreter, ImmutableArray<PersonId> People, PartyId? Party, bool Session) : CommandBody;

/// <summary>Hall: for whom an interpreter interprets from now on. An assignment ends with the removal of either.</summary>
public sealed record InterpreterAssigned(PersonId Interpreter, Company People, PartyId? Party, bool Session) : EventBody;

/// <summary>For whom somebody interprets; one of the three.</summary>
public sealed record Assignment(Company People, PartyId? Party, bool Session)
{
    /// <summary>Whether somebody was given this interpreter, by name or as one of his party.</summary>
    public bool IsFor(Person person) => People.Contains(person.Id) || (Party is not null && Party == person.Party);
}

/// <summary>Interpreters and those they interpret for. Nobody is moved by it, and nobody enters a room by rule alone.</summary>
internal static class Interpreting
{
    public static Decision Decide(Session state, AssignInterpreter ask, Person by)
    {
        var appoints = by.Party is not null && by.Holds(Authority.Appoint);
        if (!by.IsMediator && by.Role != Role.Secretariat && !appoints)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (ask.People.IsDefault || ask.People.Length > Limits.People
            || (ask.People.Length > 0 ? 1 : 0) + (ask.Party is not null ? 1 : 0) + (ask.Session ? 1 : 0) > 1)
        {
            return Refusal.Invalid;
        }

        if (!state.People.TryGetValue(ask.Interpreter, out var interpreter) || interpreter is not { Role: Role.Interpreter, Status: not PersonStatus.Removed }
            || (appoints && interpreter.Party != by.Party) || !ask.People.All(id => MayHave(state, interpreter, id))
            || (ask.Party is { } party && !state.Parties.ContainsKey(party)))
        {
            return Refusal.NotFound;
        }

        // an interpreter of a party works for nobody else
        if (interpreter.Party is { } own && (ask.Session || (ask.Party is { } other && other != own)))
        {
            return Refusal.NotFound;
        }

        var people = Company.Of(ask.People);
        var to = people.Count == 0 && ask.Party is null && !ask.Session ? null : new Assignment(people, ask.Party, ask.Session);
        return interpreter.Interprets == to
            ? new List<Event>()
            : new List<Event> { new(state.Hall, new InterpreterAssigned(interpreter.Id, people, ask.Party, ask.Session)) };
    }

    /// <summary>Those who would sit with others than their own people and without any interpreter of theirs: a warning, not a refusal.</summary>
    public static Company Without(Session state, IEnumerable<Company> rooms)
    {
        var working = state.Admitted.Where(person => person.Interprets is not null).ToList();
        return working.Count == 0 ? Company.Nobody : Company.Of(rooms.SelectMany(people => people
            .Select(id => state.People[id])
            .Where(person => working.Exists(one => one.Interprets!.IsFor(person)) && people.Any(id => !IsOwn(person, state.People[id]))
                && !working.Exists(one => people.Contains(one.Id) && (one.Interprets!.Session || one.Interprets.IsFor(person))))
            .Select(person => person.Id)));
    }

    public static Session Assign(Session state, InterpreterAssigned told) => state.Edit(told.Interpreter, p => p with
    {
        Interprets = told.People.Count == 0 && told.Party is null && !told.Session ? null : new(told.People, told.Party, told.Session),
    });

    /// <summary>Who has left takes his assignments with him, as interpreter and as one who had one.</summary>
    public static Session Ended(Session state, PersonId gone)
    {
        foreach (var person in state.People.Values.Where(p => p.Interprets is { } to && (p.Id == gone || to.People.Contains(gone))))
        {
            var left = person.Interprets!.People.Without(Company.Of(gone));
            state = state.Edit(person.Id, p => p with
            {
                Interprets = p.Id == gone || (left.Count == 0 && p.Interprets!.People.Count > 0) ? null : p.Interprets! with { People = left },
            });
        }

        return state;
    }

    private static bool IsOwn(Person person, Person other) =>
        person.Id == other.Id || (person.Party is { } party ? party == other.Party : person.IsMediator && other.IsMediator);

    private static bool MayHave(Session state, Person interpreter, PersonId id) =>
        state.People.TryGetValue(id, out var person) && person.Status is not (PersonStatus.Removed or PersonStatus.AwaitingConsent)
        && person.Role is not (Role.Interpreter or Role.Secretariat) && (interpreter.Party is null || interpreter.Party == person.Party);
}
