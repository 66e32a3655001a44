namespace IomSessions.Domain;

/// <summary>The steps that evolving a session is made of.</summary>
internal static class Changes
{
    public static Session With(this Session state, CircleId id, Circle circle) =>
        state with { Circles = state.Circles.SetItem(id, circle) };

    public static Session Edit(this Session state, PersonId id, Func<Person, Person> edit) =>
        state.People.TryGetValue(id, out var person) ? state with { People = state.People.SetItem(id, edit(person)) } : state;

    public static Session Put(this Session state, Device device) =>
        state with { Devices = state.Devices.SetItem(device.Id, device) };

    public static Session Put(this Session state, Room room) => state with { Rooms = state.Rooms.SetItem(room.Id, room) };

    public static Session Edit(this Session state, RoomId id, Func<Room, Room> edit) =>
        state.Rooms.TryGetValue(id, out var room) ? state.Put(edit(room)) : state;

    /// <summary>Edits the room in which a sitting is open.</summary>
    public static Session EditAt(this Session state, CircleId sitting, Func<Room, Room> edit) =>
        state.Circles.TryGetValue(sitting, out var circle) && circle.Room is { } room && state.Rooms[room].Sitting == sitting
            ? state.Edit(room, edit)
            : state;

    public static Session Without(this Session state, InviteId invite) => state with { Invites = state.Invites.Remove(invite) };

    public static Session Change(this Session state, PhaseChanged told) =>
        state with { Phase = told.Phase, MediatorsAbsent = state.MediatorsAbsent && told.Phase == Phase.Open };

    public static Session Open(this Session state, CircleId circle, DelegationOpened told) =>
        state.With(circle, new Circle(CircleKind.Party) { Party = told.Party }) with
        {
            Parties = state.Parties.SetItem(told.Party, state.Parties[told.Party] with { Circle = circle }),
        };

    public static Session Open(this Session state, CircleId circle, SelfOpened told) =>
        state.With(circle, new Circle(CircleKind.Person) { Person = told.Person }) with
        {
            People = state.People.SetItem(told.Person, new Person(told.Person, told.Name, told.Role, told.Party, circle)),
        };

    public static Session Open(this Session state, CircleId circle, BenchOpened told)
    {
        var ended = state.Circles.TryGetValue(state.Bench, out var before)
            ? state.With(state.Bench, before with { Ended = true })
            : state;
        return ended.With(circle, new Circle(CircleKind.Bench) { People = told.Mediators }) with
        {
            Bench = circle,
            BenchNumber = told.Number,
            AccessEpoch = state.AccessEpoch + 1,
            Rooms = told.Floor.Aggregate(state.Rooms, (rooms, row) => rooms.ContainsKey(row.Room)
                ? rooms
                : rooms.Add(row.Room, new Room(row.Room, row.Kind, row.Name, row.Party))),
        };
    }

    public static Session Make(this Session state, RoomMade told)
    {
        var made = state.Put(new Room(told.Room, told.Kind, told.Name, told.Party));
        return told.Party is { } party
            ? made with { Parties = state.Parties.SetItem(party, state.Parties[party] with { Home = told.Room }) }
            : made;
    }

    public static Session Announce(this Session state, PersonAnnounced told) => state.Edit(told.Person, p =>
        p.Status == PersonStatus.AwaitingConsent ? p with { Status = PersonStatus.Invited, Wording = null } : p);

    public static Session Admit(this Session state, PersonAdmitted told) =>
        state.Edit(told.Person, p => p with { Status = PersonStatus.Admitted, WasAdmitted = true }) with
        {
            AccessEpoch = state.AccessEpoch + 1,
        };

    public static Session Away(this Session state, PersonId person, PersonStatus status) =>
        state.Edit(person, p => p with
        {
            // a mediator is not let in again from the lobby but by the parties' consent
            Status = p.IsMediator && status == PersonStatus.Lobby ? PersonStatus.AwaitingConsent : status,
            Room = null,
            WentHome = false,
        }) with
        {
            AccessEpoch = state.AccessEpoch + 1,
        };

    public static Session Seat(this Session state, FloorChanged told)
    {
        var rule = state.Protocol.InForce.CaucusNotice;
        var held = rule == CaucusNotice.Afterwards
            ? state.CaucusesToTell.AddRange(Caucus.HeldAfter(state, told).Except(Caucus.Held(state)))
            : state.CaucusesToTell;
        var (rooms, people, circles) = (state.Rooms, state.People, state.Circles);
        foreach (var row in told.Rooms)
        {
            var room = rooms[row.Room];
            if (room.Sitting is { } over)
            {
                circles = circles.SetItem(over, circles[over] with { Ended = true });
            }

            rooms = rooms.SetItem(row.Room, room with
            {
                Sitting = row.Sitting, People = row.People, Speaker = null, Hands = [], Knocks = Company.Nobody,
                Recall = room.Recall?.Within(row.People),
            });
            foreach (var id in row.People)
            {
                if (people[id].Room != row.Room)
                {
                    people = people.SetItem(id, people[id] with { Room = row.Room });
                }
            }
        }

        return state with { Rooms = rooms, People = people, Circles = circles, CaucusesToTell = held };
    }
}
