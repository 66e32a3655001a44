using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By the secretariat, from the credentials that a party presented, while nobody of that party holds <see cref="Authority.Appoint"/>.</summary>
public sealed record RecordCredentials(PersonId Person, ImmutableArray<Authority> Authorities) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Appoint"/>, within his party.</summary>
public sealed record GrantAuthority(PersonId Person, Authority Authority) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Appoint"/>, within his party; takes effect at once.</summary>
public sealed record RevokeAuthority(PersonId Person, Authority Authority) : CommandBody;

/// <summary>Party, registry and person: all that he holds now.</summary>
public sealed record AuthoritiesSet(PersonId Person, ImmutableArray<Authority> Authorities) : EventBody;

/// <summary>Who may do what for a party (PE2).</summary>
internal static class Credentials
{
    public static Decision Decide(Session state, RecordCredentials ask, Person by)
    {
        if (by.Role != Role.Secretariat)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (ask.Authorities.IsDefault || !ask.Authorities.All(Enum.IsDefined) || !ask.Authorities.Contains(Authority.Appoint))
        {
            return Refusal.Invalid;
        }

        if (!Delegate(state, ask.Person, out var person))
        {
            return Refusal.NotFound;
        }

        var held = state.People.Values.Any(other =>
            other.Party == person.Party && other.Status != PersonStatus.Removed && other.Holds(Authority.Appoint));
        return held ? Refusal.AlreadyDone : Set(state, person, [.. ask.Authorities, Authority.Speak]);
    }

    public static Decision Decide(Session state, GrantAuthority ask, Person by) =>
        Change(state, by, ask.Person, ask.Authority, held => held.Add(ask.Authority));

    public static Decision Decide(Session state, RevokeAuthority ask, Person by) =>
        Change(state, by, ask.Person, ask.Authority, held => held.Remove(ask.Authority));

    private static Decision Change(
        Session state, Person by, PersonId whom, Authority authority,
        Func<ImmutableSortedSet<Authority>, ImmutableSortedSet<Authority>> change)
    {
        if (!by.Holds(Authority.Appoint))
        {
            return Refusal.NotAuthorised;
        }

        if (!Enum.IsDefined(authority))
        {
            return Refusal.Invalid;
        }

        if (!Delegate(state, whom, out var person) || person.Party != by.Party)
        {
            return Refusal.NotFound;
        }

        var after = change(person.Authorities);
        return after.SetEquals(person.Authorities) ? new List<Event>() : Set(state, person, after);
    }

    private static List<Event> Set(Session state, Person person, ImmutableSortedSet<Authority> held)
    {
        var set = new AuthoritiesSet(person.Id, [.. held]);
        return [new(state.Parties[person.Party!.Value].Circle, set), new(state.Registry, set), new(person.Circle, set)];
    }

    private static bool Delegate(Session state, PersonId id, out Person person) =>
        state.People.TryGetValue(id, out person!) && person is { Party: not null, Role: not Role.Interpreter }
        && person.Status != PersonStatus.Removed;
}
