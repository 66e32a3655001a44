using IomSessions.Domain;
using IomSessions.Engine.InMemory;
using IomSessions.Engine.Tests.Snapshots;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>One server: a session as it runs there, turned by hand.</summary>
/// <param name="kept">Events kept at hand; few, so that the store is read often.</param>
internal sealed class SimNode(SessionId session, EnginePorts ports, int kept, bool rereadLater)
{
    private readonly Queue<Func<Task>> _beside = new();
    private int _rereads;

    public EnginePorts Ports => ports;

    public LiveSession Live { get; private set; } = null!;

    /// <summary>Rings that have come and wait to be heard: each says how far the log goes.</summary>
    public List<long> Rings { get; } = [];

    public int Lives { get; private set; }

    /// <summary>Whether it looks at the heads from its next beginning on, and is blind when it does not for long.</summary>
    public bool Looks { get; set; }

    /// <summary>Begins, or begins again with nothing but the store.</summary>
    public async Task StartAsync()
    {
        var life = ++Lives;
        _rereads = 0;
        Rings.Clear();
        _beside.Clear();
        var own = ports with
        {
            RunBeside = work =>
            {
                if (life == Lives)
                {
                    _beside.Enqueue(work);
                }
            },
        };
        if (life > 1)
        {
            await DemandSameAsync(own);
        }

        var (at, ledger) = (ports.Clock.GetTimestamp(), await Ledger.OpenAsync(session, own, kept));
        Live = new LiveSession(session, ledger, own, Looks ? new Sight(ledger, ports.Clock, at, () => false) : null);
    }

    /// <summary>A look at the heads that succeeds; what it leads to waits for its turn.</summary>
    public async Task SeeAsync() =>
        Live.Seen(await ports.Store.HeadAsync(session), ports.Clock.GetTimestamp(), System.Collections.Immutable.ImmutableHashSet<PersonId>.Empty);

    // whatever snapshot there is: the state is that of the log
    private async Task DemandSameAsync(EnginePorts own)
    {
        var begun = await Ledger.OpenAsync(session, own, kept);
        var whole = await Ledger.OpenAsync(session, own with { Snapshots = new MemorySnapshotStore() }, kept);
        if (Same.Differs(whole.Now, begun.Now) is { } at)
        {
            throw new BrokenException($"a snapshot led to another state: {at}");
        }
    }

    public async Task DeskAsync()
    {
        try
        {
            await Live.Desk.TurnAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // as the loop of a live session does: the turn is over, the session goes on
        }
    }

    public async Task PumpAsync()
    {
        do
        {
            _rereads = 0;
            Live.Pump.Turn();
            if (!rereadLater)
            {
                await BesideAsync(int.MaxValue);
            }
        }
        while (_rereads > 0);
    }

    /// <summary>Runs rereads that wait beside the turns.</summary>
    public async Task BesideAsync(int count)
    {
        for (; count > 0 && _beside.TryDequeue(out var work); count--)
        {
            _rereads++;
            await work();
        }
    }
}
