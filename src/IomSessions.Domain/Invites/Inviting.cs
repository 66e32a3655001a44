namespace IomSessions.Domain;

/// <summary>A mediator asks somebody back who went home by himself (RM2).</summary>
/// <param name="Meets">The parties that his coming would bring together, as confirmed.</param>
public sealed record Invite(InviteId Id, PersonId Person, RoomId Room, Confirmation Meets);

/// <param name="Invite">Id made by the caller.</param>
public sealed record MakeInvite(InviteId Invite, PersonId Person, RoomId Room, Confirmation? Confirm) : CommandBody;

/// <param name="Delegation">For all of his party who were invited to the same room; needs <see cref="Authority.Appoint"/>.</param>
public sealed record AcceptInvite(InviteId Invite, bool Delegation) : CommandBody;

public sealed record DeclineInvite(InviteId Invite) : CommandBody;

/// <summary>Person and bench. Names no company: where others are is not told (RM10).</summary>
public sealed record InviteMade(InviteId Invite, PersonId Person, RoomId Room, string RoomName) : EventBody;

/// <summary>Bench: what was confirmed with it.</summary>
public sealed record InviteConfirmed(InviteId Invite, Confirmation Confirmed) : EventBody;

/// <summary>Person and bench.</summary>
public sealed record InviteAccepted(InviteId Invite, PersonId Person) : EventBody;

/// <summary>Person and bench.</summary>
public sealed record InviteDeclined(InviteId Invite, PersonId Person) : EventBody;

/// <summary>Person and bench.</summary>
public sealed record InviteLapsed(InviteId Invite, PersonId Person) : EventBody;

internal static class Inviting
{
    public static Decision Decide(Session state, MakeInvite ask, Person by)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase != Phase.Open)
        {
            return Refusal.WrongPhase;
        }

        if (ask.Invite.Value == Guid.Empty || state.Invites.ContainsKey(ask.Invite))
        {
            return Refusal.Invalid;
        }

        if (!state.People.TryGetValue(ask.Person, out var person) || person.Room is null || !person.WentHome
            || !state.Rooms.TryGetValue(ask.Room, out var room) || room.Closed)
        {
            return Refusal.NotFound;
        }

        if (!Homes.MayBeIn(state, person, room) || room.Id == person.Room)
        {
            return Refusal.WrongRoom;
        }

        if (state.Invites.Values.Count(invite => invite.Person == person.Id) >= Limits.InvitesPerPerson)
        {
            return Refusal.TooMany;
        }

        if (Coming(state, by, [person], room.Id).Unconfirmed(ask.Confirm) is { } refusal)
        {
            return refusal;
        }

        var events = Tell(state, person, new InviteMade(ask.Invite, person.Id, room.Id, room.Name));
        events.Add(new(state.Bench, new InviteConfirmed(ask.Invite, Kept(state, ask.Confirm))));
        return events;
    }

    public static Decision Decide(Session state, AcceptInvite ask, Person by, Draw draw)
    {
        if (state.Phase != Phase.Open)
        {
            return Refusal.WrongPhase;
        }

        if (!state.Invites.TryGetValue(ask.Invite, out var invite) || invite.Person != by.Id || by.Room is null)
        {
            return Refusal.NotFound;
        }

        if (ask.Delegation && !by.Holds(Authority.Appoint))
        {
            return Refusal.NotAuthorised;
        }

        var accepted = state.Invites.Values
            .Where(i => i.Id == invite.Id
                || (ask.Delegation && i.Room == invite.Room && state.People[i.Person].Party == by.Party))
            .Where(i => state.People[i.Person].Room is not null)
            .OrderBy(i => i.Id != invite.Id)
            .ThenBy(i => i.Id.Value)
            .DistinctBy(i => i.Person)
            .ToList();
        var people = accepted.Select(i => state.People[i.Person]).ToList();

        // whom he would meet, and whether he may be there, may have changed since the mediator confirmed it
        if (people.Exists(p => !Homes.MayBeIn(state, p, state.Rooms[invite.Room]))
            || Coming(state, by, people, invite.Room).Unconfirmed(invite.Meets with { TakenOut = Company.Of(people.Select(p => p.Id)) }) is not null)
        {
            return Refusal.InviteLapsed;
        }

        var events = accepted.SelectMany(i => Tell(state, state.People[i.Person], new InviteAccepted(i.Id, i.Person))).ToList();
        // who has come back is moved by mediators again; an older invitation must not lead him out of a room later
        events.AddRange(LapseOf(state, i => !accepted.Contains(i) && people.Exists(p => p.Id == i.Person)));
        events.AddRange(Seating.Change(state, people.ToDictionary(p => p.Id, _ => (RoomId?)invite.Room), draw));
        return events;
    }

    public static Decision Decide(Session state, DeclineInvite ask, Person by) =>
        state.Invites.TryGetValue(ask.Invite, out var invite) && invite.Person == by.Id
            ? Tell(state, by, new InviteDeclined(invite.Id, by.Id))
            : Refusal.NotFound;

    /// <summary>Invitations that no longer stand.</summary>
    public static IEnumerable<Event> LapseOf(Session state, Func<Invite, bool> which, bool personReads = true) =>
        state.Invites.Values.Where(which).OrderBy(invite => invite.Id.Value).SelectMany(invite =>
        {
            var lapsed = new InviteLapsed(invite.Id, invite.Person);
            var events = new List<Event> { new(state.Bench, lapsed) };
            if (personReads)
            {
                events.Add(new(state.People[invite.Person].Circle, lapsed));
            }

            return events;
        });

    /// <summary>For a bench that opens: who is asked back, and where to.</summary>
    public static IEnumerable<EventBody> Pending(Session state) => state.Invites.Values.OrderBy(invite => invite.Id.Value).SelectMany(invite =>
        (IEnumerable<EventBody>)[
            new InviteMade(invite.Id, invite.Person, invite.Room, state.Rooms[invite.Room].Name),
            new InviteConfirmed(invite.Id, invite.Meets),
        ]);

    // The log keeps what names parties of this session, once; whom the invited leaves is his own choice when he accepts.
    private static Confirmation Kept(Session state, Confirmation? given) =>
        given is null || given.Meetings.IsDefaultOrEmpty
            ? Confirmation.Nothing
            : new(
                [
                    .. given.Meetings.Select(Meeting.Between).Distinct()
                        .Where(pair => state.Parties.ContainsKey(pair.One) && state.Parties.ContainsKey(pair.Other)),
                ],
                Company.Nobody);

    private static Consequences Coming(Session state, Person by, IEnumerable<Person> people, RoomId room) =>
        Consequences.Of(state, by, people.ToDictionary(p => p.Id, _ => (RoomId?)room));

    private static List<Event> Tell(Session state, Person person, EventBody body) =>
        [new(person.Circle, body), new(state.Bench, body)];
}
