namespace IomSessions.Domain.Tests;

/// <summary>Rooms and time: calls, deadlines, turns, knocks, words of mediators, links.</summary>
internal sealed partial class Chance
{
    private (PersonId, CommandBody) Calls(Session state)
    {
        if (state.Calls.Count == 0 || OneIn(3))
        {
            return (Someone(state, p => !p.IsMediator), new MakeCall(Named.Call($"{seed} {_made++}"), Of(Enum.GetValues<Urgency>()), "a line"));
        }

        var call = Of(state.Calls.Values);
        return Upto(3) switch
        {
            0 => (OneIn(2) ? call.Person : Person(state), new EndCall(call.Id)),
            _ => (Someone(state, p => p.IsMediator), OneIn(3) ? new EndCall(call.Id) : new ClaimCall(call.Id)),
        };
    }

    private (PersonId, CommandBody) Deadlines(Session state)
    {
        var running = state.Rooms.Values.Where(room => room.Deadline is not null).ToList();
        if (running.Count > 0 && !OneIn(3))
        {
            var room = Of(running);
            return (Command.House, new NoteDeadline(room.Id, room.Deadline!.At));
        }

        return (Someone(state, p => p.IsMediator), new SetDeadline(Of(state.Rooms.Keys), OneIn(4) ? null : Scene.Noon.AddSeconds(Upto(200))));
    }

    private (PersonId, CommandBody) Recalls(Session state)
    {
        var running = state.Rooms.Values.Where(room => room.Recall is not null).ToList();
        if (running.Count > 0 && !OneIn(3))
        {
            var room = Of(running);
            return OneIn(4)
                ? (Someone(state, p => p.IsMediator), new CallOffRecall(room.Id))
                : (Command.House, new NoteRecall(room.Id, room.Recall!.At));
        }

        var full = Of(state.Rooms.Values.Where(room => room.Sitting is not null).DefaultIfEmpty(state.Rooms.Values.First()));
        return (Someone(state, p => p.IsMediator), new RecallRoom(full.Id, full.Sitting ?? Old(state), OneIn(3) ? 0 : Upto(40), null));
    }

    private (PersonId, CommandBody) Turns(Session state)
    {
        var ordered = state.Rooms.Values.Where(room => room is { ByTurn: true, Sitting: not null }).ToList();
        if (ordered.Count == 0 || OneIn(5))
        {
            return (Someone(state, p => p.IsMediator), new SetTurns(Of(state.Rooms.Keys), !OneIn(4)));
        }

        var room = Of(ordered);
        var by = Of(room.People);
        return OneIn(2)
            ? (by, new RaiseHand(OneIn(6) ? Old(state) : room.Sitting!.Value, !OneIn(3)))
            : (Of(room.People.Where(id => state.People[id].IsMediator).DefaultIfEmpty(by)), new GiveFloor(room.Sitting!.Value, OneIn(5) ? null : Of(room.People)));
    }

    private (PersonId, CommandBody) Knocks(Session state)
    {
        var waiting = state.Rooms.Values.Where(room => room.Knocks.Count > 0 && room.Sitting is not null).ToList();
        if (waiting.Count > 0 && OneIn(2))
        {
            var room = Of(waiting);
            return (Of(room.People), new AnswerKnock(room.Sitting!.Value, Of(room.Knocks), OneIn(2)));
        }

        var homes = state.Rooms.Values.Where(room => room is { Kind: RoomKind.Home, Sitting: not null }).Select(room => room.Sitting!.Value);
        return (Someone(state, p => p.IsMediator), new KnockAt(Of(homes.DefaultIfEmpty(Old(state)))));
    }

    private CommandBody Words(Session state) => Upto(5) switch
    {
        0 => new SendWord(Of(state.Parties.Keys), null, $"of {seed}", "en"),
        1 => new SendWord(null, Person(state), $"of {seed}", "en"),
        2 => new SendWord(null, null, $"of {seed}", "en"),
        _ => new SetLink(state.Rooms.Values.Where(room => room.People.Any(id => state.People[id].IsMediator)).Select(room => room.Sitting)
            .FirstOrDefault() ?? Old(state), OneIn(4) ? null : "https://video.example/room"),
    };
}
