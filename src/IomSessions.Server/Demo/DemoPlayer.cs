using IomSessions.Client;
using IomSessions.Wire;

namespace IomSessions.Server.Demo;

/// <summary>Plays the steps of a script through the participants' own lines.</summary>
internal sealed class DemoPlayer(DemoCast cast)
{
    private readonly DemoSpeech _speech = new(cast);
    private readonly DemoBargaining _bargaining = new(cast);
    private readonly DemoWriting _writing = new();

    public async Task PlayAsync(DemoScript script, CancellationToken stop)
    {
        foreach (var step in script.Steps)
        {
            foreach (var act in step.Acts)
            {
                await PlayAsync(step, act, script.Languages[0], stop);
            }
        }
    }

    private Task PlayAsync(DemoStep step, DemoAct act, string language, CancellationToken stop)
    {
        var by = cast.Actors[act.By];
        return act switch
        {
            MakeAct make => MakeAsync(by, make, stop),
            CloseAct close => CloseAsync(by, close, stop),
            ArrangeAct arrange => ArrangeAsync(by, arrange, stop),
            SayAct say => _speech.SayAsync(by, say with { Text = Dated(step, say.Text) }, language, stop),
            RenderAct render => _speech.RenderAsync(by, render, stop),
            ReleaseAct release => _speech.ReleaseAsync(by, release, stop),
            SaveAct save => by.DoAsync(new SaveArrangement(NewId.Next(), save.Name, [.. save.Moves.Select(Ids)]), stop),
            DeadlineAct deadline => by.DoAsync(new SetDeadline(cast.Rooms[deadline.Room], In(deadline.Minutes)), stop),
            TurnsAct turns => by.DoAsync(new SetTurns(cast.Rooms[turns.Room], turns.ByTurn), stop),
            FloorAct floor => GiveFloorAsync(by, floor, stop),
            CallAct call => CallAsync(by, call, Dated(step, call.Text), stop),
            BenchAct bench => OnBenchAsync(by, Dated(step, bench.Text), language, stop),
            PublishAct publish => PublishAsync(by, publish, stop),
            IssueAct issue => _bargaining.PutAsync(by, issue, stop),
            StatusAct status => _bargaining.SetAsync(by, status, stop),
            PositionAct position => _bargaining.TakeAsync(by, position, stop),
            AgreeAct agree => _bargaining.AgreeAsync(by, agree, stop),
            OfferAct offer => _bargaining.OfferAsync(by, offer, stop),
            ProposeAct propose => _bargaining.MakeAsync(by, propose, language, stop),
            AnswerAct answer => _bargaining.AnswerAsync(by, answer, stop),
            DraftAct draft => _writing.WriteAsync(by, draft, stop),
            DelegationAct talk => by.DoAsync(new SayInDelegation(Dated(step, talk.Text), language), stop),
            _ => throw new InvalidOperationException($"No act {act.GetType().Name}."),
        };
    }

    // the log keeps the time of the demonstration; the time of the case can only stand in the words
    private static string Dated(DemoStep step, string text) => $"[{step.When}] {text}";

    private async Task MakeAsync(DemoActor by, MakeAct make, CancellationToken stop)
    {
        var room = cast.Rooms[make.Room] = NewId.Next();
        await by.DoAsync(new MakeRoom(room, make.Name), stop);
        await EveryMediatorAsync(view => view.Floor.ContainsKey(room), stop);
    }

    private async Task CloseAsync(DemoActor by, CloseAct close, CancellationToken stop)
    {
        var room = cast.Rooms[close.Room];
        var sitting = by.Line.View.Floor[room].Sitting;
        var reply = await by.Line.DoAsync(new CloseRoom(room, sitting), stop);
        if (reply.Refusal is { Code: RefusalCodes.NeedsConfirmation, Detail.Consequences: { } named })
        {
            await by.DoAsync(new CloseRoom(room, sitting, Confirmation.Of(named)), stop);
        }

        cast.Rooms.Remove(close.Room);
        await EveryMediatorAsync(view => !view.Floor.ContainsKey(room), stop);
    }

    private async Task ArrangeAsync(DemoActor by, ArrangeAct act, CancellationToken stop)
    {
        await by.ArrangeAsync(view => act.Moves.Skip(1).Aggregate(Fill(Arrangement.Into(view, RoomOf(act.Moves[0])), act.Moves[0]),
            (arrangement, move) => Fill(arrangement.AndInto(RoomOf(move)), move)), stop);
        await EveryMediatorAsync(view => act.Moves.All(move => Moved(move).All(actor =>
            view.RoomOf(actor.Person)?.Room == (RoomOf(move) ?? view.HomeOf(actor.Person)?.Room))), stop);
    }

    private Arrangement Fill(Arrangement arrangement, Move move) => arrangement
        .Person([.. move.People.Select(key => cast.Actors[key].Person)])
        .Party([.. move.Parties.Select(key => cast.Parties[key])]);

    private IEnumerable<DemoActor> Moved(Move move) => cast.Actors.Values.Where(actor =>
        move.People.Contains(actor.Card.Key) || (actor.Card.Party is { } party && move.Parties.Contains(party)));

    private string? RoomOf(Move move) => move.Room is { } key ? cast.Rooms[key] : null;

    private Move Ids(Move move) => new(RoomOf(move), [.. move.People.Select(key => cast.Actors[key].Person)], [.. move.Parties.Select(key => cast.Parties[key])]);

    /// <summary>So many minutes ahead; the server keeps whole seconds.</summary>
    public static DateTimeOffset In(int minutes) =>
        DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds());

    private async Task GiveFloorAsync(DemoActor by, FloorAct act, CancellationToken stop)
    {
        var to = cast.Actors[act.To];
        var sitting = await _speech.SittingAsync(to, act.Room, stop);
        await to.DoAsync(new RaiseHand(sitting, true), stop);
        await by.DoAsync(new GiveFloor(await _speech.SittingAsync(by, act.Room, stop), to.Person), stop);
    }

    private async Task CallAsync(DemoActor by, CallAct act, string text, CancellationToken stop)
    {
        var call = NewId.Next();
        await by.DoAsync(new MakeCall(call, act.Urgency, text), stop);
        await cast.Actors[act.ClaimedBy].DoAsync(new ClaimCall(call), stop);
    }

    private async Task OnBenchAsync(DemoActor by, string text, string language, CancellationToken stop)
    {
        var bench = cast.Chair.Line.View.Bench;
        await by.Line.WaitForAsync(view => view.Bench == bench, stop);
        await by.DoAsync(new SayOnBench(bench!, text, language), stop);
    }

    // what becomes public says itself of what day it is
    private async Task PublishAsync(DemoActor by, PublishAct act, CancellationToken stop)
    {
        var statement = NewId.Next();
        await by.DoAsync(new PutStatement(statement, act.Kind, act.Texts, [], []), stop);
        foreach (var who in cast.Actors.Values.Where(actor => actor.Card.Role is Role.Head or Role.Mediator))
        {
            foreach (var text in act.Texts)
            {
                await who.DoAsync(new ClearStatement(statement, 1, text.Language, text.Digest()), stop);
            }
        }

        await by.DoAsync(new PublishStatement(statement, 1), stop);
    }

    private async Task EveryMediatorAsync(Func<SessionView, bool> seen, CancellationToken stop)
    {
        foreach (var mediator in cast.Mediators)
        {
            await mediator.Line.WaitForAsync(seen, stop);
        }
    }
}
