using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Non-party participants: in given rooms, for given items, with every party's consent (PE1, SE5).</summary>
internal static class Guests
{
    public static Decision Decide(Session state, AdmitGuest ask, Person by, Draw draw)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        if (ask.Rooms.IsDefault || ask.Items.IsDefault || ask.Rooms.Length > Limits.Rooms || ask.Items.Length > Limits.GuestItems
            || ask.Rooms.IsEmpty != ask.Items.IsEmpty || !ask.Items.All(Words.IsName))
        {
            return Refusal.Invalid;
        }

        if (!state.People.TryGetValue(ask.Person, out var guest) || guest.Role != Role.NonParty || guest.Status == PersonStatus.Removed)
        {
            return Refusal.NotFound;
        }

        foreach (var id in ask.Rooms)
        {
            if (!state.Rooms.TryGetValue(id, out var room) || room.Closed)
            {
                return Refusal.NotFound;
            }

            if (room.Kind is not (RoomKind.Joint or RoomKind.Home or RoomKind.Caucus))
            {
                return Refusal.WrongRoom;
            }
        }

        var (rooms, items) = (InOrder(ask.Rooms), ask.Items.Distinct(StringComparer.Ordinal).ToImmutableArray());
        var events = new List<Event>();
        if (!items.SequenceEqual(guest.Items))
        {
            events.Add(new(state.Hall, new GuestItemsSet(guest.Id, items)));
        }

        if (!guest.GuestRooms.SetEquals(rooms))
        {
            events.Add(new(state.Bench, new GuestRoomsSet(guest.Id, rooms)));
        }

        SendBack(state, draw, events);
        return events;
    }

    /// <summary>Whether he may be placed in a room now.</summary>
    public static bool MayBeIn(Session state, Person guest, Room room) =>
        room.Kind == RoomKind.Waiting || (guest.GuestRooms.Contains(room.Id) && state.HasEveryConsent(guest));

    /// <summary>After what was decided: who may no longer be where he is goes to the waiting place, and his invitations elsewhere end.</summary>
    public static void SendBack(Session state, Draw draw, List<Event> events)
    {
        var now = Evolution.Apply(state, events);
        events.AddRange(Inviting.LapseOf(now, invite => !Homes.MayBeIn(now, now.People[invite.Person], now.Rooms[invite.Room])));
        events.AddRange(Seating.Change(now, Withdrawing.Displaced(now), draw, Caucus.Held(state)));
    }

    /// <summary>For a bench that opens: where guests may be placed.</summary>
    public static IEnumerable<EventBody> Standing(Session state) => state.People.Values
        .Where(person => person.Status != PersonStatus.Removed && person.GuestRooms.Any(id => !state.Rooms[id].Closed))
        .OrderBy(person => person.Id.Value)
        .Select(person => new GuestRoomsSet(person.Id, InOrder(person.GuestRooms.Where(id => !state.Rooms[id].Closed))));

    private static ImmutableArray<RoomId> InOrder(IEnumerable<RoomId> rooms) => [.. rooms.Distinct().OrderBy(room => room.Value)];
}
