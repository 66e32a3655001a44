using IomSessions.Client;
using IomSessions.Wire;
using Microsoft.AspNetCore.Http.Connections;

namespace IomSessions.Server.Tests;

/// <summary>A session with two parties of two people, two mediators and the secretariat, made the way that people make one.</summary>
public sealed class Scene : IAsyncDisposable
{
    private readonly List<Actor> _actors = [];
    private readonly Func<string, string> _name;

    private Scene(Uri server, SessionHttp house, string session, Func<string, string> name) =>
        (Server, House, Session, _name) = (server, house, session, name);

    public Uri Server { get; }

    public string Session { get; }

    /// <summary>The secretariat's browser.</summary>
    public SessionHttp House { get; }

    public Actor Secretary { get; private set; } = null!;

    public Actor Mara { get; private set; } = null!;

    public Actor Milan { get; private set; } = null!;

    /// <summary>Head of the delegation of Aland.</summary>
    public Actor Ana { get; private set; } = null!;

    public Actor Anton { get; private set; } = null!;

    /// <summary>Head of the delegation of Borduria.</summary>
    public Actor Berta { get; private set; } = null!;

    public Actor Boris { get; private set; } = null!;

    public string Aland { get; } = NewId.Next();

    public string Borduria { get; } = NewId.Next();

    public IReadOnlyList<Actor> Everybody => _actors;

    public RoomOnFloor Joint => Mara.Line.View.Floor.Values.First(room => room.Kind == RoomKind.Joint);

    /// <param name="open">Whether the session is opened; else it is left in preparation, with everybody admitted.</param>
    /// <param name="name">What people, parties and the session are called; a test for leaks plants its words here.</param>
    public static async Task<Scene> MakeAsync(Uri server, string houseToken, bool open = true, Func<string, string>? name = null)
    {
        name ??= word => word;
        var house = SessionHttp.To(server);
        await house.EnterHouseAsync(houseToken);
        var prepared = await house.PrepareAsync(new(name("REF-1"), name("The case"), SessionKind.BetweenStates, ["en"]));
        var scene = new Scene(server, house, prepared.Session, name);
        await scene.SeatAsync();
        if (open)
        {
            await scene.OpenAsync();
        }

        return scene;
    }

    public async Task<EnterAnswer> EnterAsync(string person, string label = "A program")
    {
        var link = await House.InviteAsync(Session, person);
        using var http = SessionHttp.To(Server);
        return await http.EnterAsync(new EnterRequest(link.Token, label, Program: true));
    }

    /// <summary>Registered and entered; not admitted yet.</summary>
    public async Task<Actor> ActorAsync(string name, Role role, string? party = null)
    {
        var person = NewId.Next();
        await Secretary.DoAsync(new RegisterPerson(person, _name(name), role, party));
        if (role == Role.Head)
        {
            await Secretary.DoAsync(new RecordCredentials(person, Enum.GetValues<Authority>()));
        }

        var actor = Line(person, (await EnterAsync(person)).Bearer!);
        await actor.StartAsync();
        await actor.DoAsync(new GiveUndertaking(ProtocolVersion.Undertaking));
        _actors.Add(actor);
        return actor;
    }

    /// <summary>A further program of somebody, over a transport of choice.</summary>
    public Actor Line(
        string person, string bearer,
        HttpTransportType transports = HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents | HttpTransportType.LongPolling) =>
        new(Server, Session, person, bearer, new SessionConnection(new(Server, Session)
        {
            Bearer = bearer,
            Transports = transports,
            Chance = () => 0.02,
        }));

    /// <summary>Somebody's further program, at another node of the house.</summary>
    public Actor LineAt(Uri node, Actor whose) => new(node, Session, whose.Person, whose.Bearer, new SessionConnection(new(node, Session)
    {
        Bearer = whose.Bearer,
        Chance = () => 0.02,
    }));

    /// <summary>A mediator moves people, and says yes to what that does.</summary>
    public async Task MoveAsync(string? room, params Actor[] people)
    {
        var arrangement = Arrangement.Into(Mara.Line.View, room).Person([.. people.Select(actor => actor.Person)]);
        var reply = await Mara.Line.ArrangeAsync(arrangement, _ => ValueTask.FromResult(true)).InTime();
        Assert.True(reply.Ok, reply.Refusal?.Code);
        foreach (var actor in people)
        {
            // first he, then the mediator: what she waits for is compared with where he is
            await actor.Line.SeesAsync(view => room is null ? view.Here!.Kind is RoomKind.Home or RoomKind.Mediators : view.Here?.Room == room);
            await Mara.Line.SeesAsync(view => view.RoomOf(actor.Person)?.Sitting == actor.Sitting);
        }
    }

    /// <summary>A caucus room, as the floor shows it.</summary>
    public async Task<string> RoomAsync(string name)
    {
        var room = NewId.Next();
        await Mara.DoAsync(new MakeRoom(room, _name(name)));
        await Mara.Line.SeesAsync(view => view.Floor.ContainsKey(room));
        return room;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var actor in _actors)
        {
            await actor.DisposeAsync();
        }

        House.Dispose();
    }

    private async Task SeatAsync()
    {
        var line = new SessionConnection(new(Server, Session) { Cookies = House.Cookies, Chance = () => 0.02 });
        var me = await House.MeAsync(Session);
        Secretary = new Actor(Server, Session, me.Person, null, line);
        await Secretary.StartAsync();
        _actors.Add(Secretary);
        await Secretary.DoAsync(new AddParty(Aland, _name("Aland")));
        await Secretary.DoAsync(new AddParty(Borduria, _name("Borduria")));
        Mara = await ActorAsync("Mara", Role.Mediator);
        Milan = await ActorAsync("Milan", Role.Mediator);
        Ana = await ActorAsync("Ana", Role.Head, Aland);
        Anton = await ActorAsync("Anton", Role.Counsel, Aland);
        Berta = await ActorAsync("Berta", Role.Head, Borduria);
        Boris = await ActorAsync("Boris", Role.Counsel, Borduria);
        await Mara.DoAsync(new AdmitPeople([Ana.Person, Anton.Person, Berta.Person, Boris.Person]));
        foreach (var actor in _actors.Where(actor => actor != Secretary))
        {
            await actor.Line.SeesAsync(view => view.Here is not null);
        }
    }

    private async Task OpenAsync()
    {
        await Secretary.DoAsync(new ProposeProtocol(new(
            Disclosure.ConfidentialUnlessReleased, CaucusNotice.None, false, ["en"], 365, true, Clearance.EveryPartyAndMediator)));
        foreach (var head in (Actor[])[Ana, Berta])
        {
            var view = await head.Line.SeesAsync(seen => seen.ProtocolNumber > 0);
            await head.DoAsync(new AcceptProtocol(view.ProtocolNumber));
        }

        await Mara.DoAsync(new ChangePhase(Phase.Open));
        foreach (var actor in _actors)
        {
            await actor.Line.SeesAsync(view => view.Phase == Phase.Open);
        }

        // what others did before is seen by everybody: the mediators' floor shows all six
        await Mara.Line.SeesAsync(view => _actors.Where(actor => actor != Secretary)
            .All(actor => view.RoomOf(actor.Person)?.Sitting == actor.Line.View.Here?.Sitting));
    }
}
