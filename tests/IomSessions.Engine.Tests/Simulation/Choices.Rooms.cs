using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Rooms and time: deadlines, turns, knocks, calls, words of mediators, links.</summary>
internal sealed partial class Choices
{
    // a deadline is a whole second and near: the clock of a history runs fast
    private CommandBody OfRooms(Session seen, Person by) => chance.Next(17) switch
    {
        > 14 => Room(seen) is { Recall: not null } recalled && chance.Next(3) == 0 ? new CallOffRecall(recalled.Id)
            : Room(seen) is { Sitting: { } there } room ? new RecallRoom(room.Id, there, chance.Next(3) * chance.Next(90), Everything(seen))
            : Arrange(seen),
        14 => new CallOffRecall(Room(seen)?.Id ?? new(New("room"))),
        < 4 => new SetDeadline(Room(seen)?.Id ?? new(New("room")), chance.Next(5) == 0 ? null : clock().AddSeconds(1 + chance.Next(90))),
        < 6 => new SetTurns(Room(seen)?.Id ?? new(New("room")), chance.Next(3) != 0),
        < 8 => new GiveFloor(Sitting(seen, by), chance.Next(4) == 0 ? null : Person(seen)),
        < 9 => new KnockAt(Home(seen)),
        < 11 => chance.Next(2) == 0 ? new ClaimCall(Call(seen)) : new EndCall(Call(seen)),
        < 13 => chance.Next(3) switch
        {
            0 => new SendWord(Any(cast.Parties), null, "A word.", "en"),
            1 => new SendWord(null, Person(seen), "A word.", "en"),
            _ => new SendWord(null, null, "A word.", "en"),
        },
        _ => new SetLink(Sitting(seen, by), "https://video.example/room"),
    };

    private CommandBody OfDelegate(Session seen, Person by) => chance.Next(8) switch
    {
        < 3 => new MakeCall(new(New("call")), (Urgency)chance.Next(3), "A line."),
        < 4 => new EndCall(Call(seen)),
        < 6 => new AnswerKnock(Sitting(seen, by), Any(cast.Mediators), chance.Next(2) == 0),
        _ => new RaiseHand(Sitting(seen, by), chance.Next(4) != 0),
    };

    // what somebody on the spot would do next: without it most of a history would be beginnings
    private List<(PersonId By, CommandBody Body)> Pending(Session seen)
    {
        var next = new List<(PersonId, CommandBody)>();
        foreach (var invite in seen.Invites.Values.OrderBy(invite => invite.Id.Value))
        {
            next.Add((invite.Person, chance.Next(2) == 0 ? new DeclineInvite(invite.Id) : new AcceptInvite(invite.Id, chance.Next(3) == 0)));
        }

        foreach (var room in seen.Rooms.Values.Where(room => room.Sitting is not null).OrderBy(room => room.Id.Value))
        {
            var (sitting, people) = (room.Sitting!.Value, room.People.ToList());
            next.AddRange(room.Knocks.Select(mediator => (Any(people), (CommandBody)new AnswerKnock(sitting, mediator, chance.Next(2) == 0))));
            if (room.Recall is not null)
            {
                next.Add((Any(cast.Mediators), new CallOffRecall(room.Id)));
            }

            if (seen.Circles[sitting].InCaucus)
            {
                next.AddRange(people.Where(id => seen.People[id].IsMediator).Select(id => (id,
                    (CommandBody)new Release(sitting, chance.Next(2, 5), [Any(cast.Parties)], [], chance.Next(2) == 0))));
            }

            if (room.ByTurn)
            {
                next.Add((Any(people), new RaiseHand(sitting, chance.Next(4) != 0)));
                next.AddRange(people.Where(id => seen.People[id].IsMediator)
                    .Select(id => (id, (CommandBody)new GiveFloor(sitting, chance.Next(4) == 0 ? null : Any(people)))));
            }
        }

        foreach (var person in seen.People.Values.Where(person => person.WentHome).OrderBy(person => person.Id.Value))
        {
            next.Add((Any(cast.Mediators), new MakeInvite(new(New("invite")), person.Id, Room(seen)?.Id ?? new(New("room")), Everything(seen))));
        }

        next.AddRange(Waiting(seen));
        foreach (var call in seen.Calls.Keys.OrderBy(id => id.Value))
        {
            next.Add((Any(cast.Mediators), chance.Next(2) == 0 ? new ClaimCall(call) : new EndCall(call)));
        }

        return next;
    }

    private CallId Call(Session seen)
    {
        var calls = seen.Calls.Keys.OrderBy(id => id.Value).ToList();
        return calls.Count > 0 ? Any(calls) : new(New("no call"));
    }

    private CircleId Home(Session seen)
    {
        var homes = seen.Rooms.Values.Where(room => room is { Kind: RoomKind.Home, Sitting: not null }).OrderBy(room => room.Id.Value).ToList();
        return homes.Count > 0 ? Any(homes).Sitting!.Value : new(New("no home"));
    }
}
