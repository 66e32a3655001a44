using System.Collections.Immutable;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Storage.Access;

namespace IomSessions.Benchmarks.Hosts;

/// <summary>Makes one session ready: by the same commands as in life, asked for inside the process because there are thousands.</summary>
internal sealed class Preparing(SessionHouse house, IAccessStore access)
{
    private static readonly ImmutableArray<Authority> OfAHead = [Authority.Accept, Authority.Appoint];

    public async Task<CastSession> PrepareAsync(Plan plan)
    {
        var live = await house.OpenAsync(new SessionId(Guid.NewGuid()));
        var secretary = NewPerson();
        await ByHouse(live, new PrepareSession("B 1", "Measured", SessionKind.Commercial, ["en"], secretary, "Secretariat"));
        PartyId[] parties = [new(Guid.NewGuid()), new(Guid.NewGuid())];
        await All(parties, party => By(live, secretary, new AddParty(party, $"Party {Array.IndexOf(parties, party)}")));
        var mediator = NewPerson();
        await By(live, secretary, new RegisterPerson(mediator, "Mediator", Role.Mediator, null));
        List<PersonId> people = [.. Enumerable.Range(0, plan.Rooms.Sum()).Select(_ => NewPerson())];
        await All(people, person => By(live, secretary, Registration(person, people.IndexOf(person), parties)));
        await By(live, secretary, new RecordCredentials(people[0], OfAHead));
        await By(live, secretary, new RecordCredentials(people[1], OfAHead));
        var bearers = new Dictionary<PersonId, string>();
        foreach (var person in people.Append(mediator))
        {
            bearers[person] = await LetInAsync(live, person);
        }

        await By(live, mediator, new GiveUndertaking("2026-1"));
        await All(people, person => By(live, person, new GiveUndertaking("2026-1")));
        await By(live, mediator, new AdmitPeople([.. people]));
        await By(live, secretary, new ProposeProtocol(Protocol.Strictest with { Languages = ["en"] }));
        await By(live, people[0], new AcceptProtocol(live.State!.Protocol.Number));
        await By(live, people[1], new AcceptProtocol(live.State!.Protocol.Number));
        await By(live, mediator, new ChangePhase(Phase.Open, null));
        var rooms = await SeatAsync(live, mediator, plan, people);
        await TalkAsync(live, people[0], plan.Said);
        var draft = plan.Draft ? await DraftAsync(live, people[0]) : null;
        return new(Text(live.Id.Value), plan.Shape, Card(mediator), [.. parties.Select(party => Text(party.Value))], rooms.ConvertAll(room =>
            new CastRoom(Text(room.Room.Value), [.. room.People.Select(Card)])), draft);

        CastPerson Card(PersonId person) => new(Text(person.Value), bearers[person]);
    }

    private static RegisterPerson Registration(PersonId person, int at, PartyId[] parties) =>
        new(person, $"Person {at}", at < 2 ? Role.Head : Role.Counsel, parties[at % 2]);

    private static async Task<List<(RoomId Room, List<PersonId> People)>> SeatAsync(
        LiveSession live, PersonId mediator, Plan plan, List<PersonId> people)
    {
        var rooms = new List<(RoomId Room, List<PersonId> People)>();
        var from = 0;
        foreach (var size in plan.Rooms)
        {
            var room = live.State!.RoomOfKind(RoomKind.Joint).Id;
            if (rooms.Count > 0)
            {
                room = new RoomId(Guid.NewGuid());
                await By(live, mediator, new MakeRoom(room, $"Room {rooms.Count}"));
            }

            rooms.Add((room, people.GetRange(from, size)));
            from += size;
        }

        var state = live.State!;
        var filled = rooms.Where(room => room.People.Count > 0).ToList();
        var ask = new Arrange(
            [.. filled.Select(room => new Move(room.Room, [.. room.People], []))],
            new Basis(
                people.ToImmutableDictionary(person => person, person => state.SittingOf(state.People[person])!.Value),
                filled.ToImmutableDictionary(room => room.Room, room => state.Rooms[room.Room].Sitting)),
            null);
        if (await AskAsync(live, mediator, ask) is { Detail: RefusalDetail.Needs(var named) })
        {
            await By(live, mediator, ask with { Confirm = new Confirmation(named.Meetings, named.TakenOut) });
        }

        return rooms;
    }

    private static async Task TalkAsync(LiveSession live, PersonId speaker, int times)
    {
        const int together = 2_000;
        for (var said = 0; said < times; said += together)
        {
            var sitting = live.State!.SittingOf(live.State.People[speaker])!.Value;
            await All([.. Enumerable.Range(said, Math.Min(together, times - said))],
                at => By(live, speaker, new Say(sitting, $"{at} of what was said before, about as long as one says things.", "en")));
        }
    }

    private static async Task<string> DraftAsync(LiveSession live, PersonId opener)
    {
        var id = new DraftId(Guid.NewGuid());
        await By(live, opener, new OpenDraft(id, "Draft", live.State!.SittingOf(live.State.People[opener])!.Value));
        return Text(live.State.Drafts[id].Circle.Value);
    }

    private async Task<string> LetInAsync(LiveSession live, PersonId person)
    {
        var (link, token, device, now) = (Token.Draw(), Token.Draw(), new DeviceId(Guid.NewGuid()), DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        await access.IssueInvitationAsync(link.Hash, new Invitation(live.Id, person, now + 86_400_000), now);
        await access.SpendInvitationAsync(link.Hash, new NewDevice(device, token.Hash), now);
        await ByHouse(live, new OpenDevice(device, person, "Benchmark", false));
        return token.Text;
    }

    private static async Task All<T>(IReadOnlyCollection<T> things, Func<T, Task> act) => await Task.WhenAll(things.Select(act));

    private static Task ByHouse(LiveSession live, CommandBody body) => By(live, Command.House, body);

    private static async Task By(LiveSession live, PersonId person, CommandBody body)
    {
        if (await AskAsync(live, person, body) is { } refusal)
        {
            throw new InvalidOperationException($"{body.GetType().Name} was refused: {refusal.Code}");
        }
    }

    private static async Task<Refusal?> AskAsync(LiveSession live, PersonId person, CommandBody body)
    {
        var id = new CommandId(Guid.NewGuid());
        var seed = new Seed(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        var outcome = await live.Desk.SubmitAsync(new Command(id, person, DateTimeOffset.UtcNow, seed, body));
        return outcome is CommandOutcome.Refused refused ? refused.Refusal : null;
    }

    private static PersonId NewPerson() => new(Guid.NewGuid());

    private static string Text(Guid id) => id.ToString("N");
}
