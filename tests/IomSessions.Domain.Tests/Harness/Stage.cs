using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests;

/// <summary>Sessions at the points where stories begin, made by real commands only.</summary>
internal static class Stage
{
    public static readonly Protocol Usual = new(
        Disclosure.ConfidentialUnlessReleased, CaucusNotice.Now, false, ["en"], 3_650, true, Clearance.EveryPartyAndMediator);

    public static PrepareSession Preparation { get; } =
        new("IOM-2026-1", "The river dispute", SessionKind.BetweenStates, ["en", "fr"], Secretary, "Sam Secretary");

    /// <summary>A session exists, with its secretary.</summary>
    public static Scene Prepared(string name = "scene")
    {
        var scene = new Scene(name);
        scene.Done(Command.House, Preparation);
        return scene;
    }

    /// <summary>Parties, mediators and people are registered; nobody has come yet.</summary>
    public static Scene Registered(bool third = false, string name = "scene")
    {
        var scene = Prepared(name);
        scene.Done(Secretary, new AddParty(A, "State A"));
        scene.Done(Secretary, new AddParty(B, "State B"));
        scene.Register(Mediator, Role.Mediator);
        scene.Register(CoMediator, Role.Mediator);
        scene.Register(HeadA, Role.Head, A);
        scene.Register(CounselA, Role.Counsel, A);
        scene.Register(InterpreterA, Role.Interpreter, A);
        scene.Register(HeadB, Role.Head, B);
        scene.Register(CounselB, Role.Counsel, B);
        scene.Register(Interpreter, Role.Interpreter);
        scene.Register(Guest, Role.NonParty);
        if (third)
        {
            scene.Done(Secretary, new AddParty(C, "State C"));
            scene.Register(HeadC, Role.Head, C);
        }

        return scene;
    }

    /// <summary>Everybody is admitted and at home; heads hold what they need; still preparing.</summary>
    public static Scene Gathered(bool third = false, string name = "scene")
    {
        var scene = Registered(third, name);
        foreach (var person in scene.State.People.Values.Where(p => p.Role != Role.Secretariat).OrderBy(p => p.Id.Value).ToList())
        {
            scene.Done(Command.House, new OpenDevice(Named.Device($"first of {person.Name}"), person.Id, "laptop", false));
            scene.Done(person.Id, new GiveUndertaking("2026-1"));
        }

        foreach (var head in scene.State.People.Values.Where(p => p.Role == Role.Head).OrderBy(p => p.Id.Value).ToList())
        {
            scene.Done(Secretary, new RecordCredentials(head.Id, [Authority.Appoint, Authority.Accept]));
        }

        scene.Done(Mediator, new AdmitPeople([.. scene.State.People.Values.Where(p => p.Status == PersonStatus.Lobby).Select(p => p.Id)]));
        return scene;
    }

    /// <summary>The protocol is accepted by all and the session open.</summary>
    public static Scene Open(bool third = false, Protocol? protocol = null, string name = "scene")
    {
        var scene = Gathered(third, name);
        scene.Agree(protocol ?? Usual);
        scene.Done(Mediator, new ChangePhase(Phase.Open, null));
        return scene;
    }

    /// <summary>Everybody of A and B, both mediators, in the joint room.</summary>
    public static Scene Together(bool third = false, Protocol? protocol = null)
    {
        var scene = Open(third, protocol);
        scene.Move(new Move(scene.Joint.Id, [Mediator, CoMediator], third ? [A, B, C] : [A, B]));
        return scene;
    }

    /// <summary>A caucus room with the mediator and A; the rest where they were.</summary>
    public static (Scene Scene, RoomId Room) Caucus(bool third = false, Protocol? protocol = null)
    {
        var scene = Open(third, protocol);
        var room = scene.Room("caucus");
        scene.Move(new Move(room, [Mediator], [A]));
        return (scene, room);
    }

    public static void Register(this Scene scene, PersonId person, Role role, PartyId? party = null) =>
        scene.Done(Secretary, new RegisterPerson(person, $"{role} {person.Value:N}"[..24], role, party));

    public static RoomId Room(this Scene scene, string name)
    {
        scene.Done(Mediator, new MakeRoom(Named.Room(name), name));
        return Named.Room(name);
    }

    public static void Propose(this Scene scene, Protocol protocol) => scene.Done(Mediator, new ProposeProtocol(protocol));

    public static void Agree(this Scene scene, Protocol protocol)
    {
        scene.Propose(protocol);
        foreach (var party in scene.State.Parties.Keys.OrderBy(party => party.Value))
        {
            var holder = scene.State.People.Values.First(p => p.Party == party && p.Holds(Authority.Accept));
            scene.Done(holder.Id, new AcceptProtocol(scene.State.Protocol.Number));
        }
    }

    /// <summary>Somebody new comes as far as he gets by himself: registered, a device, the undertaking.</summary>
    public static void Arrive(this Scene scene, PersonId person, Role role, PartyId? party = null)
    {
        scene.Register(person, role, party);
        scene.Done(person, new GiveUndertaking("2026-1"));
    }

    /// <summary>A guest is admitted to rooms, and every party consents.</summary>
    public static void Welcome(this Scene scene, PersonId guest, params RoomId[] rooms)
    {
        scene.Done(Mediator, new AdmitGuest(guest, [.. rooms], ["Water levels"]));
        foreach (var party in scene.State.TakingPart.Order(Comparer<PartyId>.Create((a, b) => a.Value.CompareTo(b.Value))).ToList())
        {
            var holder = scene.State.People.Values.First(p => p.Party == party && p.Holds(Authority.Accept));
            scene.Done(holder.Id, new GiveConsent(guest, null));
        }
    }

    /// <summary>A party withdraws, by its head.</summary>
    public static System.Collections.Immutable.ImmutableArray<Event> Withdraw(this Scene scene, PersonId head)
    {
        scene.Done(head, new GrantAuthority(head, Authority.Withdraw));
        return scene.Done(head, new WithdrawParty(scene.Person(head).Party!.Value));
    }
}
