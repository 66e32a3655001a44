using IomSessions.Client;
using IomSessions.Wire;

namespace IomSessions.Server.Demo;

/// <summary>From an empty house to an open session: by the same steps, and with the same rights, as anybody else.</summary>
internal static class DemoEntry
{
    private static readonly Authority[] OfAHead =
    [
        Authority.Speak, Authority.Submit, Authority.Convey, Authority.Accept, Authority.Release, Authority.Brief, Authority.Consent,
        Authority.Sign, Authority.Appoint, Authority.Withdraw,
    ];

    /// <param name="house">Whoever may prepare sessions.</param>
    public static async Task<DemoCast> OpenAsync(Uri server, SessionHttp house, DemoScript script, CancellationToken stop)
    {
        var prepared = await house.PrepareAsync(new(script.Reference, script.Title, script.Kind, script.Languages), stop);
        var line = new SessionConnection(new(server, prepared.Session) { Cookies = house.Cookies });
        var secretary = new DemoActor(new("secretariat", "Secretariat", Role.Secretariat), await ConnectAsync(line, stop), line);
        var cast = new DemoCast { Server = server, House = house, Session = prepared.Session, Secretary = secretary };
        await RegisterAsync(cast, script, stop);
        await AdmitAsync(cast, stop);
        await AgreeAsync(cast, script, stop);
        return cast;
    }

    /// <summary>Waits for the line; somebody who cannot get in has no part to play.</summary>
    private static async Task<string> ConnectAsync(SessionConnection line, CancellationToken stop) =>
        await line.ConnectAsync(stop) is ConnectionState.Connected connected
            ? connected.Person
            : throw new InvalidOperationException("The demonstration stopped: a participant was not let in.");

    private static async Task RegisterAsync(DemoCast cast, DemoScript script, CancellationToken stop)
    {
        foreach (var party in script.Parties)
        {
            cast.Parties[party.Key] = NewId.Next();
            await cast.Secretary.DoAsync(new AddParty(cast.Parties[party.Key], party.Name), stop);
        }

        foreach (var card in script.People)
        {
            var id = NewId.Next();
            var party = card.Party is { } key ? cast.Parties[key] : null;
            await cast.Secretary.DoAsync(new RegisterPerson(id, card.Name, card.Role, party), stop);
            if (card.Role == Role.Head)
            {
                await cast.Secretary.DoAsync(new RecordCredentials(id, OfAHead), stop);
            }

            cast.Actors[card.Key] = await EnterAsync(cast, card, id, stop);
        }
    }

    private static async Task<DemoActor> EnterAsync(DemoCast cast, DemoPerson card, string id, CancellationToken stop)
    {
        var link = await PatientlyAsync(() => cast.House.InviteAsync(cast.Session, id, stop), stop);
        using var http = SessionHttp.To(cast.Server);
        var entered = await PatientlyAsync(() => http.EnterAsync(new EnterRequest(link.Token, "Demonstration", Program: true), stop), stop);
        var actor = new DemoActor(card, id, new SessionConnection(new(cast.Server, cast.Session) { Bearer = entered.Bearer }), entered.Bearer);
        await ConnectAsync(actor.Line, stop);
        await actor.DoAsync(new GiveUndertaking(ProtocolVersion.Undertaking), stop);
        return actor;
    }

    private static async Task AdmitAsync(DemoCast cast, CancellationToken stop)
    {
        var people = cast.Actors.Values.Where(actor => actor.Card.Party is not null).Select(actor => actor.Person).ToList();
        await cast.Chair.DoAsync(new AdmitPeople(people), stop);
        foreach (var actor in cast.Actors.Values)
        {
            await actor.Line.WaitForAsync(view => view.Here is not null, stop);
        }
    }

    private static async Task AgreeAsync(DemoCast cast, DemoScript script, CancellationToken stop)
    {
        await cast.Secretary.DoAsync(new ProposeProtocol(script.Protocol), stop);
        foreach (var head in cast.Actors.Values.Where(actor => actor.Card.Role == Role.Head))
        {
            var view = await head.Line.WaitForAsync(v => v.ProtocolNumber > 0, stop);
            await head.DoAsync(new AcceptProtocol(view.ProtocolNumber), stop);
        }

        await cast.Chair.DoAsync(new ChangePhase(Phase.Open), stop);
        var floor = await cast.Chair.Line.WaitForAsync(
            view => view.Phase == Phase.Open && cast.Actors.Values.All(actor => view.RoomOf(actor.Person) is not null), stop);
        foreach (var room in floor.Floor.Values)
        {
            var key = room.Kind switch
            {
                RoomKind.Joint => DemoCheck.Joint,
                RoomKind.Mediators => DemoCheck.Mediators,
                RoomKind.Home => cast.Parties.First(party => party.Value == room.Party).Key,
                _ => null,
            };
            if (key is not null)
            {
                cast.Rooms[key] = room.Room;
            }
        }
    }

    /// <summary>The door counts how often one address knocks; a demonstration knocks for everybody from one.</summary>
    public static async Task<T> PatientlyAsync<T>(Func<Task<T>> ask, CancellationToken stop)
    {
        var backoff = new Backoff();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (RefusedException refused) when (refused.Refusal.Retry)
            {
                await Task.Delay(backoff.Next(), TimeProvider.System, stop);
            }
        }
    }
}
