using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By the person: the undertaking of confidentiality in the wording shown.</summary>
public sealed record GiveUndertaking(string Text) : CommandBody;

/// <summary>By a mediator: lets people in from the lobby.</summary>
public sealed record AdmitPeople(ImmutableArray<PersonId> People) : CommandBody;

/// <summary>Registry and person.</summary>
public sealed record UndertakingGiven(PersonId Person, string Text) : EventBody;

/// <summary>Registry and person.</summary>
public sealed record PersonAdmitted(PersonId Person) : EventBody;

/// <summary>Person, while in the lobby: his own delegation, which is all he sees.</summary>
public sealed record DelegationListed(ImmutableArray<DelegationMember> People) : EventBody;

public sealed record DelegationMember(PersonId Person, string Name, Role Role);

/// <summary>From the invitation to the home room (PE3).</summary>
internal static class Entry
{
    public static Decision Decide(Session state, GiveUndertaking ask, Person by, Draw draw, DateTimeOffset now)
    {
        if (by.Status == PersonStatus.AwaitingConsent)
        {
            return Refusal.NeedsConsent;
        }

        if (by.UndertakingGiven)
        {
            return Refusal.AlreadyDone;
        }

        if (!Words.IsName(ask.Text))
        {
            return Refusal.Invalid;
        }

        var given = new UndertakingGiven(by.Id, ask.Text);
        var events = new List<Event> { new(state.Registry, given), new(by.Circle, given) };
        if (by.Role is Role.Mediator or Role.Secretariat)
        {
            // appointed, not admitted: the parties' objections were decided with the appointment
            return Admit(state, [by], draw, events);
        }

        events.Add(new(by.Circle, new DelegationListed(MembersOf(state, by.Party, by))));
        events.AddRange(Planning.Coming(state, by, now));
        return events;
    }

    public static Decision Decide(Session state, AdmitPeople ask, Person by, Draw draw)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (ask.People.IsDefaultOrEmpty || ask.People.Length > Limits.People)
        {
            return Refusal.Invalid;
        }

        var people = new List<Person>();
        foreach (var id in ask.People.Distinct())
        {
            if (!state.People.TryGetValue(id, out var person) || person.Status is PersonStatus.Removed or PersonStatus.AwaitingConsent)
            {
                return Refusal.NotFound;
            }

            if (!person.UndertakingGiven)
            {
                return Refusal.NeedsUndertaking;
            }

            if (person.Objections.ContainsValue(ObjectionStanding.Open))
            {
                return Refusal.ObjectionOpen;
            }

            if (person.Status == PersonStatus.Lobby)
            {
                people.Add(person);
            }
        }

        return Admit(state, people, draw, []);
    }

    /// <summary>Tells those of a party who wait in the lobby who belongs to their delegation now.</summary>
    public static void TellLobby(
        Session state, PartyId? party, Func<IEnumerable<DelegationMember>, IEnumerable<DelegationMember>> change, List<Event> events)
    {
        if (party is null)
        {
            return;
        }

        foreach (var waiting in state.People.Values.Where(p => p.Party == party && p.Status == PersonStatus.Lobby))
        {
            events.Add(new(waiting.Circle, new DelegationListed(InOrder(change(MembersOf(state, party, waiting))))));
        }
    }

    public static ImmutableArray<DelegationMember> MembersOf(Session state, PartyId? party, Person self) =>
        InOrder(state.People.Values
            .Where(p => p.Id == self.Id || (party is not null && p.Party == party && p.Status != PersonStatus.Removed))
            .Select(p => new DelegationMember(p.Id, p.Name, p.Role)));

    private static ImmutableArray<DelegationMember> InOrder(IEnumerable<DelegationMember> members) =>
        [.. members.OrderBy(member => member.Person.Value)];

    private static List<Event> Admit(Session state, IReadOnlyList<Person> people, Draw draw, List<Event> events)
    {
        foreach (var person in people)
        {
            var admitted = new PersonAdmitted(person.Id);
            events.Add(new(state.Registry, admitted));
            events.Add(new(person.Circle, admitted));
            events.AddRange(Accompanying.Announced(state, person));
        }

        var homes = people.Where(p => p.Role != Role.Secretariat).ToDictionary(p => p.Id, p => (RoomId?)Homes.Of(state, p));
        events.AddRange(Seating.Change(state, homes, draw));
        return events;
    }
}
