using IomSessions.Domain;
using IomSessions.Engine.InMemory;
using Microsoft.Extensions.Time.Testing;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>How a world is made.</summary>
internal sealed record WorldPlan(int Seed)
{
    public int Nodes { get; init; } = 1;

    public IFileStore Files { get; init; } = new MemoryFileStore();

    /// <summary>Chance of a file, when it does not follow from what is uploaded.</summary>
    public Func<FileDraw>? NewFile { get; init; }

    /// <summary>Events kept at hand.</summary>
    public int Kept { get; init; } = Ledger.Tail;

    /// <summary>Events between two snapshots.</summary>
    public int SnapshotEvery { get; init; } = int.MaxValue;

    /// <summary>Frames that a line holds.</summary>
    public int LineFrames { get; init; } = Limits.QueuedFrames;

    public bool RereadLater { get; init; }

    public CaucusNotice Notice { get; init; } = CaucusNotice.Now;

    /// <summary>Delegates who stay outside at first.</summary>
    public int Outside { get; init; }

    /// <summary>Chance of a command, when a leak is planted.</summary>
    public Func<CommandId, Seed>? Seeds { get; init; }

    /// <summary>What becomes of a frame on its way to the line, when a leak is planted.</summary>
    public Func<SimNode, Frame, Frame>? OnWire { get; init; }

    /// <summary>What becomes of an answer to a question, when a leak is planted.</summary>
    public Func<SimNode, byte[], byte[]>? OnAnswer { get; init; }

    /// <summary>Asked before each command, when a leak is planted.</summary>
    public Func<TimeProvider, PersonId, bool>? Admits { get; init; }
}

/// <summary>Nodes over one store, people with devices, a bell that is not reliable, and a clock: all of it from one seed.</summary>
internal sealed partial class World
{
    private readonly WorldPlan _plan;
    private readonly Random _bells;
    private readonly Func<TimeProvider, PersonId, bool>? _admits;

    private Ledger? _observer;

    private World(WorldPlan plan)
    {
        _plan = plan;
        Cast = new Cast(plan.Seed, new Random(plan.Seed));
        _bells = new Random(plan.Seed ^ 0x5e11);
        _admits = plan.Admits;
        Snapshots = new SimSnapshots(new Random(plan.Seed ^ 0x57a9));
        Keys = MemoryKeyStore.Seeded((ulong)plan.Seed);
        Oracle = new Oracle(Cast.Session, Store, Keys);
        for (var at = 0; at < plan.Nodes; at++)
        {
            var (self, acts) = (at, 0);
            Nodes.Add(new SimNode(Cast.Session, new EnginePorts(Store, Keys, new Bell(this, self), Clock)
            {
                Sealer = new Sealer(Cast.FillNonce),
                Seeds = plan.Seeds ?? Cast.SeedOf,
                NewCommandId = () => Cast.Command($"house {self}/{acts++}"),
                Fault = Faults.Add,
                Snapshots = Snapshots,
                Files = plan.Files,
                NewFile = plan.NewFile ?? (() => Cast.File(_file)),
                SnapshotEvery = plan.SnapshotEvery,
            }, plan.Kept, plan.RereadLater));
        }
    }

    public Cast Cast { get; }

    public SimStore Store { get; } = new();

    public SimSnapshots Snapshots { get; }

    public IKeyStore Keys { get; }

    public Oracle Oracle { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public List<SimNode> Nodes { get; } = [];

    public List<SimClient> Clients { get; } = [];

    public List<Asked> Asked { get; } = [];

    public List<Exception> Faults { get; } = [];

    /// <summary>What was sent to whom, if somebody listens.</summary>
    public Transcript? Transcript { get; set; }

    /// <summary>How far the history has come.</summary>
    public int Step { get; set; }

    public static async Task<World> OpenAsync(WorldPlan plan)
    {
        var world = new World(plan);
        await world.Nodes[0].StartAsync();
        var at = 0;
        var desk = world.Nodes[0].Live.Desk;
        var asked = new List<Task<CommandOutcome>>();
        foreach (var (by, body) in Opening.Steps(world.Cast, plan.Notice, plan.Outside, person => world.DeviceOf(person, 0)))
        {
            var id = world.Cast.Command($"opening {at++}");
            asked.Add(desk.SubmitAsync(new Command(id, by, world.Clock.GetUtcNow(), Cast.SeedOf(id), body)));
        }

        await world.Nodes[0].DeskAsync();
        foreach (var outcome in asked)
        {
            if (await outcome is CommandOutcome.Refused refused)
            {
                throw new BrokenException($"the opening was refused: {refused.Refusal.Code}");
            }
        }

        foreach (var node in world.Nodes.Skip(1))
        {
            await node.StartAsync();
        }

        foreach (var person in world.Cast.Everybody)
        {
            world.Clients.Add(new SimClient(person, world.DeviceOf(person, 0), world.Oracle));
        }

        await world.Oracle.AdvanceAsync();
        return world;
    }

    /// <summary>The state that the log gives, whatever any node knows of it.</summary>
    public async Task<Session> NewestAsync()
    {
        _observer ??= await Ledger.OpenAsync(Cast.Session, Nodes[0].Ports with { Snapshots = new MemorySnapshotStore() });
        await _observer.CatchUpAsync();
        return _observer.Now.State!;
    }

    public EnginePorts PortsOf(int node) => Nodes[node].Ports;

    public DeviceId DeviceOf(PersonId person, int number) => new(Cast.Id($"device {person.Value:N} {number}"));

    public SimClient ClientOf(PersonId person) => Clients.First(client => client.Person == person);

    /// <summary>Sends a command, or sends it again.</summary>
    public void Ask(Asked asked, SimNode node)
    {
        Task<CommandOutcome> outcome =
            _admits is { } admits && !admits(Clock, asked.By)
                ? Task.FromResult<CommandOutcome>(new CommandOutcome.Refused(EngineRefusals.TooFast))
            : asked.By == Command.House
                ? node.Live.Desk.SubmitAsync(new Command(asked.Id, asked.By, Clock.GetUtcNow(), Cast.SeedOf(asked.Id), asked.Body))
            : node.Live.DoAsync(asked.By, asked.Id, asked.Body);
        asked.Tries.Add(new Try(node.Lives, outcome));
        if (!Asked.Contains(asked))
        {
            Asked.Add(asked);
        }
    }

    public Asked Ask(PersonId by, string key, CommandBody body, SimNode node)
    {
        var asked = new Asked(by, Cast.Command(key), body);
        Ask(asked, node);
        return asked;
    }

    /// <summary>Somebody was answered something else than a command.</summary>
    public void Answered(PersonId to, SimNode node, string question, object? answer, DeviceId? device = null)
    {
        if (Transcript is { } transcript)
        {
            var bytes = Transcript.Written(answer);
            transcript.Answer(to, device, Step, question, _plan.OnAnswer?.Invoke(node, bytes) ?? bytes);
        }
    }

    /// <summary>A turn of the desk that reads what is stored.</summary>
    public Task LookAsync(SimNode node)
    {
        _ = node.Live.Desk.CatchUpAsync();
        return DeskAsync(node);
    }

    public async Task DeskAsync(SimNode node, Failing failing = Failing.Not)
    {
        Store.Failing = failing;
        await node.DeskAsync();
        Store.Failing = Failing.Not;
        await Oracle.AdvanceAsync();
        foreach (var asked in Asked)
        {
            foreach (var attempt in asked.Tries.Where(attempt => attempt is { Outcome: null, Answered.IsCompleted: true }))
            {
                attempt.Outcome = await attempt.Answered;
                asked.Note(attempt.Outcome);
                Transcript?.Reply(asked.By, Step, attempt.Outcome);
            }
        }
    }

    public async Task PumpAsync(SimNode node, Failing failing = Failing.Not)
    {
        Store.Failing = failing;
        await node.PumpAsync();
        Store.Failing = Failing.Not;
        DemandNobodyWhoIsOut(node);
    }

    /// <summary>Connects and says hello.</summary>
    public async Task<Refusal?> ConnectAsync(SimClient client, SimNode node, bool digest)
    {
        SimOutlet outlet = null!;
        outlet = new SimOutlet(_plan.LineFrames, frame => Posted(client, node, outlet, frame));
        client.Connect(node, outlet);
        return await HelloAsync(client, digest);
    }

    public async Task<Refusal?> HelloAsync(SimClient client, bool digest)
    {
        var (cursors, ended) = client.Greeting(digest);
        var hello = client.Node!.Live.HelloAsync(client.Seat!, cursors, ended, client.Recent);
        if (client.IsWelcome)
        {
            client.Compared();
        }

        var node = client.Node;
        await DeskAsync(node);
        var refusal = await hello;
        Answered(client.Person, node, "hello", refusal, client.Device);
        client.IsWelcome |= refusal is null;
        return refusal;
    }

    /// <summary>The line is cut; the server may hear of it at once or never.</summary>
    public static void Cut(SimClient client, bool heard)
    {
        if (heard)
        {
            client.Node?.Live.Leave(client.Seat!);
        }

        client.Cut();
    }

    public async Task RestartAsync(SimNode node)
    {
        foreach (var client in Clients.Where(client => client.Node == node))
        {
            client.Cut();
        }

        await node.StartAsync();
    }

    private void Posted(SimClient client, SimNode node, SimOutlet outlet, Frame frame)
    {
        // a line that was cut without the server hearing of it is posted to as well
        if (client.Outlet == outlet)
        {
            client.Posted();
        }

        var at = node.Live.Ledger.Now.Version;
        if (frame.Target is Target.Events or Target.Past)
        {
            foreach (var told in frame.Target == Target.Past ? Told.Past(frame, out _) : Told.In(frame))
            {
                if (Oracle.Find(told.Circle, told.Offset) is not { } entry || entry.Version > at
                    || !Oracle.MayRead(client.Person, told.Circle, at))
                {
                    throw new BrokenException($"{told.Kind} {told.Type} is posted to somebody who may not read it");
                }
            }
        }
        else if (frame.Target == Target.Presence)
        {
            foreach (var other in DomainJson.Read<PresenceSignal>(frame.Argument.Span).Here)
            {
                if (!Oracle.MayKnowConnected(client.Person, other, at))
                {
                    throw new BrokenException("presence of somebody he may not know of");
                }
            }
        }
        else if (frame.Target is Target.DraftText or Target.DraftChanges or Target.DraftCaret)
        {
            using var json = System.Text.Json.JsonDocument.Parse(frame.Argument);
            if (!Oracle.MayRead(client.Person, new(Guid.ParseExact(json.RootElement.GetProperty("circle").GetString()!, "N")), at))
            {
                throw new BrokenException("a draft is told to somebody who may not read it");
            }
        }
        else if (frame.Target == Target.Typing)
        {
            if (!Oracle.MayRead(client.Person, DomainJson.Read<TypingSignal>(frame.Argument.Span).Sitting, at))
            {
                throw new BrokenException("typing is told to somebody who is not there");
            }
        }

        // what is posted to a dead line reaches nobody
        if (client.Outlet == outlet)
        {
            Transcript?.Sent(client, Step, _plan.OnWire?.Invoke(node, frame) ?? frame);
        }
    }

    // after a turn nobody is connected whom the log as known there keeps out (PE4)
    private void DemandNobodyWhoIsOut(SimNode node)
    {
        var at = node.Live.Ledger.Now.Version;
        foreach (var client in Clients.Where(client => client.Node == node && client is { IsWelcome: true, Outlet.IsClosed: false }))
        {
            if (Oracle.IsRemoved(client.Person, at) || Oracle.DeviceAt(client.Device, at) is not ("opened" or "confirmed"))
            {
                throw new BrokenException("somebody who is out is still connected");
            }
        }
    }

    /// <summary>A bell that loses, repeats and delays.</summary>
    private sealed class Bell(World world, int self) : IDoorbell
    {
        public void Ring(SessionId session, long version)
        {
            for (var other = 0; other < world.Nodes.Count; other++)
            {
                for (var times = world._bells.Next(3); times > 0 && other != self; times--)
                {
                    world.Nodes[other].Rings.Add(version);
                }
            }
        }

        public IDisposable Listen(Action<SessionId, long> rung) => throw new NotSupportedException();
    }
}
