using System.Diagnostics;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>A session as it runs on this node: its ledger, its desk, its pump.</summary>
public sealed class LiveSession
{
    private readonly Allowances _commands;
    private readonly Allowances _signals;
    private readonly EnginePorts _ports;
    private readonly ReadySeeds _seeds;
    private readonly Greeting _greeting;
    private readonly Sight? _sight;
    private readonly Turns _turns;
    private readonly Hearing _hearing = new();
    private bool _runs;
    private int _ringing;

    /// <param name="sight">Of when what this node knows is; null: it is the only one.</param>
    /// <param name="companyChanged">Called when it may have changed who is connected here.</param>
    internal LiveSession(SessionId id, Ledger ledger, EnginePorts ports, Sight? sight = null, Action? companyChanged = null)
    {
        (Id, Ledger, _ports, _seeds, _sight) = (id, ledger, ports, new ReadySeeds(ports, ledger.Codec), sight);
        _commands = new(ports.Clock, ports.CommandRate.Burst, ports.CommandRate.PerSecond);
        _signals = new(ports.Clock, Limits.SignalBurst, Limits.SignalsPerSecond);
        Func<bool> isBlind = () => IsBlind;
        Pump = new Pump(ledger, ports.Clock, ports.RunBeside, body => _ = NoteAsync(body), ports.Fault)
        {
            IsBlind = isBlind,
            CompanyChanged = companyChanged ?? (() => { }),
            Called = () => _turns?.AtPump(),
        };
        Desk = new Desk(id, ledger, ports.Store, ports.Clock, Committed, ports.Fault)
        {
            Called = isHeard => _turns?.AtDesk(isHeard),
            Moved = () => Pump.Tell(Note.Wake.Up),
        };
        _turns = new Turns(Desk, Pump, ports);
        _greeting = new Greeting(id, ledger, Desk, Pump, ports, isBlind);
        Drafts = new SessionDrafts(new DraftDesks(id, ledger, ports, Written, isBlind), Desk, Pump, ports, isBlind);
        Publisher = new Publisher(ledger, ports.Feed, ports.RunBeside, ports.Fault);
        Files = new SessionFiles(id, () => State, () => Desk.CatchUpAsync(), FreshenAsync, isBlind, ports);
        Questions = new Questions(ledger, ports, isBlind);
    }

    public SessionId Id { get; }

    public Ledger Ledger { get; }

    public Desk Desk { get; }

    public Pump Pump { get; }

    public SessionFiles Files { get; }

    /// <summary>The texts that people write together.</summary>
    public SessionDrafts Drafts { get; }

    /// <summary>What people ask for that has been.</summary>
    public Questions Questions { get; }

    internal Publisher Publisher { get; }

    /// <summary>The newest state; null until the session has been prepared.</summary>
    public Session? State => Ledger.Now.State;

    /// <summary>Whether what this node knows of the session may be old: then nobody is told anything of it, nor writes on what it knows.</summary>
    public bool IsBlind => _sight?.IsBlind ?? false;

    /// <summary>A participant's command; refused when he sends faster than anybody could read.</summary>
    /// <param name="caller">The connection that asks, if one does.</param>
    public Task<CommandOutcome> DoAsync(PersonId by, CommandId id, CommandBody body, IOutlet? caller = null)
    {
        if (!Admits(by))
        {
            return Task.FromResult<CommandOutcome>(TooFast(body));
        }

        if (_runs && ReadySeeds.Opens(body))
        {
            return OpenAsync(by, id, body, caller);
        }

        if (body is SetDraftPeople give)
        {
            return Drafts.GiveAsync(by, id, give);
        }

        var command = new Command(id, by, _ports.Clock.GetUtcNow(), _ports.Seeds(id), body);
        // what is read at once is asked for at once: nothing of his comes between
        var known = KnowAsync(command);
#pragma warning disable VSTHRD103 // it has completed
        return known.IsCompletedSuccessfully ? Desk.SubmitAsync(known.Result, caller) : SubmitAsync(known.AsTask(), caller);
#pragma warning restore VSTHRD103
    }

    // What the house alone knows of what a command names goes with it: what it quotes, and files. Nearly all name nothing.
    private async ValueTask<Command> KnowAsync(Command command)
    {
        if (State is { } state && Quoting.Of(state, command.By, command.Body).ToList() is { Count: > 0 } asked)
        {
            command = command with { Quotes = await QuoteReader.ReadAsync(Ledger, asked) };
        }

        if (SessionDrafts.Named(command.Body) is var (circle, version))
        {
            command = command with { Drafts = await Drafts.FactsAsync(command.By, circle, version) };
        }

        return Attaching.Named(command.Body) is { IsDefaultOrEmpty: false } named
            ? command with { Uploads = [.. await Files.OfferedAsync(command.By, named)] }
            : command;
    }

    private async Task<CommandOutcome> SubmitAsync(Task<Command> known, IOutlet? caller)
    {
        Command command;
        try
        {
            command = await known;
        }
        catch (Exception failure)
        {
            _ports.Fault(failure);
            return new CommandOutcome.Refused(EngineRefusals.Unavailable);
        }

        return await Desk.SubmitAsync(command, caller);
    }

    // A command that opens sittings, or is refused and leaves its chance to the next.
    private async Task<CommandOutcome> OpenAsync(PersonId by, CommandId id, CommandBody body, IOutlet? caller)
    {
        var seed = _seeds.Take(id, out var isReady);
        var outcome = await Desk.SubmitAsync(new Command(id, by, _ports.Clock.GetUtcNow(), seed, body), caller);
        if (isReady && outcome is CommandOutcome.Refused refused && refused.Refusal != EngineRefusals.Unavailable)
        {
            _seeds.Return(seed);
        }

        _seeds.Refill();
        return outcome;
    }

    /// <summary>Whether a participant may have one more thing done that is no command; counts as one.</summary>
    public bool Admits(PersonId by) => _commands.TryTake(by);

    /// <summary>A bell has rung: another node may have written. Where nobody is connected it is left for the look at all sessions, once a second,
    /// and for whoever comes first.</summary>
    internal void Rung(long version)
    {
        if (!_hearing.Rung(version))
        {
            return;
        }

        Know(version);

        // one's own is heard while it is rung and says nothing of drafts; what another's would have said just then is found with the next tick
        if (Volatile.Read(ref _ringing) == 0)
        {
            Drafts.Look();
        }
    }

    /// <summary>A look at all sessions has shown how far the log goes.</summary>
    /// <param name="at">When it began.</param>
    /// <param name="elsewhere">Who is connected on other nodes.</param>
    internal void Seen(long head, long at, IReadOnlySet<PersonId> elsewhere)
    {
        _sight?.Shown(head, at);
        Pump.Tell(new Note.Elsewhere(elsewhere));
        // drafts are looked at with every tick
        Know(head);
    }

    /// <summary>So far the log has been seen to go.</summary>
    internal void Know(long version)
    {
        if (Ledger.Now.Version < version)
        {
            Desk.Refresh(version);
        }
    }

    /// <summary>An act of the house itself.</summary>
    public Task<CommandOutcome> NoteAsync(CommandBody body) => NoteAsync(_ports.NewCommandId(), body);

    /// <summary>An act of the house itself under a given id: asked for again it is done once, and the first answer stands (DL4).</summary>
    public Task<CommandOutcome> NoteAsync(CommandId id, CommandBody body) =>
        Desk.SubmitAsync(new Command(id, Command.House, _ports.Clock.GetUtcNow(), _ports.Seeds(id), body));

    /// <inheritdoc cref="Greeting.MayConnect"/>
    public bool MayConnect(PersonId person, DeviceId device) => _greeting.MayConnect(person, device);

    /// <inheritdoc cref="Greeting.Shut"/>
    public Refusal? Shut(PersonId person, DeviceId device) => _greeting.Shut(person, device);

    /// <inheritdoc cref="Greeting.MayConnectAsync"/>
    public ValueTask<bool> MayConnectAsync(PersonId person, DeviceId device, CancellationToken stop) => _greeting.MayConnectAsync(person, device, stop);

    /// <inheritdoc cref="Greeting.HelloAsync"/>
    public Task<Refusal?> HelloAsync(
        Seat seat, IReadOnlyList<Cursor> cursors, EndedCircles? ended, int? recent = null, CancellationToken stop = default) =>
        _greeting.HelloAsync(seat, cursors, ended, recent, stop);

    /// <inheritdoc cref="Greeting.FreshenAsync"/>
    public ValueTask FreshenAsync(CancellationToken stop = default) => _greeting.FreshenAsync(stop);

    /// <summary>A connection has come in and has not said hello; it leaves once.</summary>
    public void Arrive(Seat seat)
    {
        Pump.Tell(new Note.Arrive(seat));
        if (_hearing.Come() is > 0 and var missed)
        {
            Know(missed);
            Drafts.Look();
        }
    }

    public void Leave(Seat seat)
    {
        _hearing.Go();
        Pump.Tell(new Note.Leave(seat));
    }

    /// <summary>Somebody is writing. Dropped when he does so too often, or not where he sits.</summary>
    public void Typing(PersonId person, CircleId sitting)
    {
        if (_signals.TryTake(person))
        {
            Pump.Tell(new Note.Typing(person, sitting));
            if (State is { } state && state.People.TryGetValue(person, out var sender) && state.SittingOf(sender) == sitting)
            {
                _ports.Signals.Send(new Signal.Typing(Id, sitting, person));
            }
        }
    }

    /// <summary>Somebody is writing on another node.</summary>
    internal void Heard(Signal.Typing typing) => Pump.Tell(new Note.Typing(typing.By, typing.Sitting));

    /// <summary>What an arrangement would do.</summary>
    public (Refusal? Refusal, Consequences? Consequences) Preview(PersonId by, Arrange ask) =>
        !Admits(by) ? (EngineRefusals.TooFast, null)
        : State is { } state ? Arranging.Preview(state, by, ask)
        : (Refusal.NotFound, null);

    /// <summary>What others would get of a draft, or why not (DR4, PR6).</summary>
    /// <param name="ask">Rests on a frozen version.</param>
    public async Task<(Refusal? Refusal, TakenText? Taken)> PreviewAsync(PersonId by, CommandId id, CommandBody ask)
    {
        if (!Admits(by))
        {
            return (EngineRefusals.TooFast, null);
        }

        Command command;
        try
        {
            command = await KnowAsync(new Command(id, by, _ports.Clock.GetUtcNow(), _ports.Seeds(id), ask));
        }
        catch (Exception failure)
        {
            _ports.Fault(failure);
            return (EngineRefusals.Unavailable, null);
        }

        return State is not { } state ? (Refusal.NotFound, null)
            : Taking.Preview(state, command) is { } taken ? (null, taken)
            : (Decider.Decide(state, command) is Decision.Refused refused ? refused.Refusal : Refusal.NotFound, null);
    }

    /// <summary>Begins: from now on desk and pump take their turns by themselves.</summary>
    public void Begin(CancellationToken stop)
    {
        _runs = true;
        _turns.Begin(stop);
    }

    /// <summary>Says goodbye, takes nothing more, and does what has come.</summary>
    public Task EndAsync()
    {
        Pump.Tell(new Note.Stop());
        Desk.Close();
        Pump.Close();
        return _turns.OverAsync();
    }

    private static CommandOutcome.Refused TooFast(CommandBody body)
    {
        var outcome = new CommandOutcome.Refused(EngineRefusals.TooFast);
        Measures.Answered(body, outcome);
        return outcome;
    }

    // a turn at the desk is over
    private void Committed(long? written, IReadOnlyList<IAnswer> answers)
    {
        Pump.About = Activity.Current;
        Pump.Answer(answers, grown: true);
        try
        {
            Publisher.Look();
            if (written is { } version)
            {
                Ring(version);
            }
        }
        finally
        {
            _turns.AtPumpHere();
        }
    }

    // a turn at a draft's desk is over
    private void Written(bool grown, IReadOnlyList<IAnswer> answers)
    {
        Pump.Answer(answers, grown);
        try
        {
            if (grown)
            {
                Ring(Ledger.Now.Version);
            }
        }
        finally
        {
            _turns.AtPumpHere();
        }
    }

    private void Ring(long version)
    {
        Interlocked.Increment(ref _ringing);
        _ports.Doorbell.Ring(Id, version);
        Interlocked.Decrement(ref _ringing);
    }
}
