using IomSessions.Domain;
using IomSessions.Engine.InMemory;

namespace IomSessions.Engine;

/// <summary>Everything that the engine needs from outside; a simulation puts its own clock, chance and threads here.</summary>
public sealed record EnginePorts(IEventStore Store, IKeyStore Keys, IDoorbell Doorbell, TimeProvider Clock)
{
    private readonly Action<Func<Task>>? _runSoon;

    public ISnapshotStore Snapshots { get; init; } = new MemorySnapshotStore();

    /// <summary>Where files lie.</summary>
    public IFileStore Files { get; init; } = new MemoryFileStore();

    /// <summary>Where cleared statements go.</summary>
    public IPublicFeed Feed { get; init; } = new MemoryPublicFeed();

    /// <summary>The other nodes over the same store; null: this is the only one.</summary>
    public INodes? Nodes { get; init; }

    /// <summary>What is told the other nodes in passing.</summary>
    public ISignals Signals { get; init; } = new NoSignals();

    /// <summary>Id, key and salt of a new file; unguessable.</summary>
    public Func<FileDraw> NewFile { get; init; } = FileDraw.Random;

    /// <summary>A snapshot is taken after so many events: as many are read at most, beyond it, when a session is opened after a crash.</summary>
    public int SnapshotEvery { get; init; } = 1_000;

    /// <summary>Commands that one person may send at once, and how many he regains a second. Another value than the bound is for a
    /// measurement: no configuration of a server sets it.</summary>
    public (int Burst, int PerSecond) CommandRate { get; init; } = (Limits.CommandBurst, Limits.CommandsPerSecond);

    /// <summary>Changes of drafts that one person may send at once, and how many he regains a second. Another value than the bound is for a
    /// measurement, as <see cref="CommandRate"/>.</summary>
    public (int Burst, int PerSecond) EditRate { get; init; } = (Limits.EditBurst, Limits.EditsPerSecond);

    public Sealer Sealer { get; init; } = new();

    /// <summary>Chance for a command; unguessable.</summary>
    public Func<CommandId, Seed> Seeds { get; init; } = _ => new Seed(Chance.Bytes(32));

    /// <summary>Ids of the house's own commands.</summary>
    public Func<CommandId> NewCommandId { get; init; } = () => new CommandId(Guid.NewGuid());

    /// <summary>Runs a reread beside the pump's turns.</summary>
    public Action<Func<Task>> RunBeside { get; init; } = work => _ = Task.Run(work);

    /// <summary>Runs what a connection has set going, on its thread, as soon as everything has been heard that it had to say; or beside.</summary>
    public Action<Func<Task>> RunSoon
    {
        get => _runSoon ?? RunBeside;
        init => _runSoon = value;
    }

    /// <summary>How the turn of a desk is run that somebody asks for: soon, but where several came together lately beside, so that on the way to it
    /// more of them come and are told together.</summary>
    /// <param name="isHeard">Whether a connection asks, which is being listened to.</param>
    internal Action<Func<Task>> RunAsked(bool isHeard, Pace pace) => isHeard && pace.IsAlone ? RunSoon : RunBeside;

    /// <summary>Told of every defect; never with content.</summary>
    public Action<Exception> Fault { get; init; } = _ => { };
}
