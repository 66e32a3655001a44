using System.Collections.Immutable;
using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>What people might ask for, sensible or not, worked out from what was on some screen a moment ago. Depends on the seed and
/// on that state alone, never on what was said.</summary>
internal sealed partial class Choices(Cast cast, Random chance, Func<DateTimeOffset> clock)
{
    private readonly bool _bargains = chance.Next(3) == 0;
    private readonly bool _settles = chance.Next(3) == 0;
    private int _made;

    /// <summary>Everything but speech.</summary>
    public (PersonId By, CommandBody Body) Act(Session seen)
    {
        if (chance.Next(3) == 0 && Pending(seen) is { Count: > 0 } pending)
        {
            return Any(pending);
        }

        if (chance.Next(5) == 0 && Staged(seen) is { } staged)
        {
            return staged;
        }

        if (chance.Next(seen.Statements.Count > 0 ? 4 : 12) == 0)
        {
            return OfStatements(seen);
        }

        // in a third of the worlds they bargain, in some of these until they settle, and in the others there is more time for the rest
        if (_bargains && chance.Next(_settles ? 8 : 5) < (_settles ? 7 : 3))
        {
            return chance.Next(_settles ? 30 : 5) switch { 0 => OfProposals(seen), 1 or 2 => BetweenParties(seen), _ => OfPositions(seen) };
        }

        var by = Any(seen.People.Values.OrderBy(person => person.Id.Value).ToList());
        return (by.Id, by.Role switch
        {
            _ when by.Status is PersonStatus.Invited or PersonStatus.AwaitingConsent => new GiveUndertaking("2026-1"),
            Role.Mediator => ByMediator(seen, by),
            Role.Secretariat => BySecretary(seen),
            _ => ByDelegate(seen, by),
        });
    }

    /// <summary>An arrangement, to be asked what it would do.</summary>
    public Arrange Plan(Session seen) => Arrange(seen);

    private CommandBody ByMediator(Session seen, Person by) => chance.Next(67) switch
    {
        < 20 => Arrange(seen),
        < 22 => new MakeRoom(new(New("room")), "Room " + _made),
        < 24 => Room(seen) is { } room ? new RenameRoom(room.Id, "Name " + chance.Next(100)) : Arrange(seen),
        < 26 => Room(seen) is { } room ? new CloseRoom(room.Id, room.Sitting, Everything(seen)) : Arrange(seen),
        < 30 => new MakeInvite(new(New("invite")), WentHome(seen), Room(seen)?.Id ?? new(New("room")), Everything(seen)),
        < 31 => new SuspendPerson(Person(seen)),
        < 35 => new AdmitPeople([.. seen.People.Values.Where(p => p.Status == PersonStatus.Lobby).Select(p => p.Id).DefaultIfEmpty(Person(seen))]),
        < 36 => new ChangePhase(seen.Phase == Phase.Open && chance.Next(3) == 0 ? Phase.Adjourned : Phase.Open, null),
        < 37 => new ProposeProtocol(Opening.Plain with { CaucusNotice = (CaucusNotice)chance.Next(3), JointBriefing = chance.Next(2) == 0, ExistencePublic = chance.Next(4) != 0 }),
        < 39 => new ConfirmDevice(Device(seen)),
        < 40 => new GoHome(Sitting(seen, by), false),
        < 44 => Release(seen, by),
        < 47 => OfArrangements(seen),
        < 49 => OfInterpreters(seen),
        < 53 => OfPeople(seen),
        _ => OfRooms(seen, by),
    };

    private CommandBody BySecretary(Session seen) => chance.Next(12) switch
    {
        < 3 => new RegisterPerson(new(New("person")), "Somebody", Role.Adviser, Any(cast.Parties)),
        < 4 => new RegisterPerson(new(New("person")), "Mediator", Role.Mediator, null),
        < 5 => new RemovePerson(Person(seen), "the registrar"),
        < 7 => new IssueInvitation(Person(seen), DateTimeOffset.UnixEpoch),
        < 8 => new AddParty(new(New("party")), "Late"),
        11 => OfParties(seen),
        < 9 => new RevokeInvitation(Person(seen)),
        < 10 => new Say(new(New("nowhere")), "nobody hears this", "en"),
        _ => OfMeetings(seen),
    };

    private CommandBody ByDelegate(Session seen, Person by) => chance.Next(61) switch
    {
        < 10 => new GoHome(chance.Next(4) == 0 ? Any(seen.Circles.Keys.OrderBy(id => id.Value).ToList()) : Sitting(seen, by), chance.Next(3) == 0),
        < 16 => new AcceptInvite(Invite(seen, by), chance.Next(3) == 0),
        < 18 => new DeclineInvite(Invite(seen, by)),
        < 20 => new AcceptProtocol(seen.Protocol.Number),
        < 22 => new GrantAuthority(Person(seen), (Authority)chance.Next(10)),
        < 23 => new RevokeAuthority(Person(seen), (Authority)chance.Next(9)),
        < 24 => new RemovePerson(Person(seen), null),
        < 26 => new ConfirmDevice(Device(seen)),
        < 27 => new RevokeDevice(Device(seen)),
        < 29 => new ConsentToMediator(seen.People.Values.Where(p => p.Status == PersonStatus.AwaitingConsent)
            .OrderBy(p => p.Id.Value).Select(p => p.Id).FirstOrDefault(Person(seen))),
        < 30 => new SuspendPerson(Person(seen)),
        < 36 => by.Role == Role.Interpreter && chance.Next(4) != 0 ? (CommandBody)Render(seen, by) : Release(seen, by),
        < 39 => OfCompanions(by),
        < 45 => ForParty(seen, by),
        _ => OfDelegate(seen, by),
    };

    private Arrange Arrange(Session seen)
    {
        var placed = seen.People.Values.Where(p => p.Room is not null).OrderBy(p => p.Id.Value).ToList();
        var rooms = seen.Rooms.Values.Where(room => !room.Closed && room.Kind is RoomKind.Joint or RoomKind.Caucus or RoomKind.Home)
            .OrderBy(room => room.Id.Value).ToList();
        if (placed.Count == 0)
        {
            return new Arrange([], new Basis(ImmutableDictionary<PersonId, CircleId>.Empty, ImmutableDictionary<RoomId, CircleId?>.Empty), null);
        }

        var target = chance.Next(6) == 0 ? null : Any(rooms);
        var move = chance.Next(4) switch
        {
            0 => new Move(target?.Id, [Any(placed).Id, Any(cast.Mediators)], []),
            1 => new Move(target?.Id, [], [Any(cast.Parties)]),
            2 => new Move(target?.Id, [Any(cast.Mediators)], [Any(cast.Parties)]),
            _ => new Move(target?.Id, [.. placed.Where(_ => chance.Next(4) == 0).Select(p => p.Id).Append(Any(placed).Id).Distinct()], []),
        };
        var people = placed.ToImmutableDictionary(p => p.Id, p => seen.SittingOf(p) ?? default);
        var basis = new Basis(
            chance.Next(12) == 0 ? people.SetItem(Any(placed).Id, new(New("sitting"))) : people,
            seen.Rooms.Values.ToImmutableDictionary(room => room.Id, room => room.Sitting));
        return new Arrange([move], basis, chance.Next(8) == 0 ? null : Everything(seen));
    }

    private static Confirmation Everything(Session seen)
    {
        var parties = seen.Parties.Keys.ToList();
        return new(
            [.. parties.SelectMany((one, at) => parties.Skip(at + 1).Select(other => Meeting.Between(new(one, other))))],
            Company.Of(seen.People.Keys));
    }

    private Guid New(string what) => cast.Id($"{what} made {_made++}");

    private T Any<T>(IReadOnlyList<T> of) => of[chance.Next(of.Count)];

    private PersonId Person(Session seen) => Any(seen.People.Keys.OrderBy(id => id.Value).ToList());

    private PersonId WentHome(Session seen)
    {
        var home = seen.People.Values.Where(p => p.WentHome).OrderBy(p => p.Id.Value).Select(p => p.Id).ToList();
        return home.Count > 0 ? Any(home) : Person(seen);
    }

    private Room? Room(Session seen)
    {
        var rooms = seen.Rooms.Values.Where(room => room.Kind is RoomKind.Caucus or RoomKind.Joint).OrderBy(room => room.Id.Value).ToList();
        return rooms.Count > 0 ? Any(rooms) : null;
    }

    private DeviceId Device(Session seen)
    {
        var pending = seen.Devices.Values.OrderBy(d => d.Status).ThenBy(d => d.Id.Value).ToList();
        return pending.Count == 0 ? new(New("device")) : pending[chance.Next(2) == 0 ? 0 : chance.Next(pending.Count)].Id;
    }

    private InviteId Invite(Session seen, Person by)
    {
        var own = seen.Invites.Values.Where(i => i.Person == by.Id || chance.Next(8) == 0).OrderBy(i => i.Id.Value).ToList();
        return own.Count > 0 ? Any(own).Id : new(New("no invite"));
    }

    private CircleId Sitting(Session seen, Person by) => seen.SittingOf(by) ?? new(New("no sitting"));
}
