using System.Collections.Concurrent;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The sessions that run on this node, opened from the log when first asked for.</summary>
public sealed class SessionHouse : IAsyncDisposable
{
    private static readonly HashSet<PersonId> Nobody = [];

    private static readonly TimeSpan TickEvery = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan SnapshotsAtStop = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan SweepFirst = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    private readonly EnginePorts _ports;
    private readonly ConcurrentDictionary<SessionId, LiveSession> _running = new();
    private readonly SemaphoreSlim _opening = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _opens = new();
    private readonly IDisposable _bell;
    private readonly ITimer _ticks;
    private readonly ITimer _sweeps;
    private readonly Waking _waking;
    private readonly NodeWatch? _watch;
    private readonly IDisposable _ear;
    private Task? _ending;
    private int _meeting;
    private int _companyChanged;
    private bool _companyTold;

    public SessionHouse(EnginePorts ports)
    {
        // nodes stamp and notice what is due by one clock (PO2, PR4)
        var clock = SharedClock.Of(ports.Clock);
        _ports = ports.Nodes is null ? ports : ports with { Clock = clock };
        _bell = ports.Doorbell.Listen(Rung);
        _ear = ports.Signals.Listen(Heard);
        _waking = new Waking(_ports, OpenAsync, _opens.Token);
        _watch = ports.Nodes is { } nodes ? new(nodes, _ports, clock, Here, Seen, () => BlindSessions) : null;
        _ticks = _ports.Clock.CreateTimer(_ => Tick(), null, TickEvery, TickEvery);
        _sweeps = _ports.Clock.CreateTimer(_ => _ports.RunBeside(SweepFilesAsync), null, SweepFirst, SweepEvery);
    }

    /// <summary>A session by its id; null when there is none.</summary>
    public async Task<LiveSession?> FindAsync(SessionId id)
    {
        if (!_running.ContainsKey(id) && await _ports.Store.HeadAsync(id, _stop.Token) == 0)
        {
            return null;
        }

        return await OpenAsync(id);
    }

    /// <summary>A session by its id, also one that does not exist yet and is about to be prepared.</summary>
    /// <exception cref="OperationCanceledException">The house ends.</exception>
    public async Task<LiveSession> OpenAsync(SessionId id)
    {
        if (_running.TryGetValue(id, out var running))
        {
            return running;
        }

        await _opening.WaitAsync(_opens.Token);
        try
        {
            return _running.TryGetValue(id, out running) ? running : _running[id] = await StartAsync(id);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Every session of the house; null for one that cannot be opened now.</summary>
    public async Task<IReadOnlyDictionary<SessionId, LiveSession?>> AllAsync()
    {
        var all = await _ports.Store.SessionsAsync(_stop.Token);
        await _waking.OpenAsync(all);
        return all.ToDictionary(id => id, _running.GetValueOrDefault);
    }

    /// <summary>Throws away what was uploaded and never said, of every session that has files; also of those uploaded before a restart.</summary>
    public async Task SweepFilesAsync()
    {
        try
        {
            foreach (var id in await _ports.Files.SessionsAsync(_stop.Token))
            {
                await SweepFilesAsync(id);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _ports.Fault(failure);
        }
        catch (Exception) when (_opens.IsCancellationRequested)
        {
            // the house ends; the next one sweeps
        }
    }

    private async Task SweepFilesAsync(SessionId id)
    {
        try
        {
            if (await FindAsync(id) is { } live)
            {
                await live.Files.SweepAsync(_stop.Token);
            }
        }
        catch (Exception failure) when (!_opens.IsCancellationRequested)
        {
            // those of the others are swept all the same
            _ports.Fault(failure);
        }
    }

    /// <summary>Whether this node has lost sight of the store, and delivers nothing until it sees it again.</summary>
    public bool IsBlind => _watch?.IsBlind ?? false;

    /// <summary>Sessions of which nothing is delivered here: with all of them when the node is blind, those whose logs have grown and cannot be read.</summary>
    public int BlindSessions => _running.Values.Count(running => running.IsBlind);

    /// <summary>Tells every connection that the server ends, and stops. Whoever asks for it meanwhile waits for the same end.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_stop)
        {
            return new(_ending ??= EndAsync());
        }
    }

    private async Task EndAsync()
    {
        await _ticks.DisposeAsync();
        await _sweeps.DisposeAsync();
        _bell.Dispose();
        _ear.Dispose();
        await _opens.CancelAsync();
        var ended = _running.Values.ToList();
        await Task.WhenAll(ended.Select(live => live.EndAsync()));
        // nothing is opened any more; what had begun to run meanwhile would be ended by nobody
        await _opening.WaitAsync();
        await Task.WhenAll(_running.Values.Except(ended).Select(live => live.EndAsync()));
        Measures.Sessions(-_running.Count);
        await (_watch?.DisposeAsync() ?? ValueTask.CompletedTask);
        await SnapshotAsync();
        await _stop.CancelAsync();
        _stop.Dispose();
        _opens.Dispose();
        _opening.Dispose();
    }

    // The next start opens at once. A stop does not wait long for that: what is missing is read from the log.
    private async Task SnapshotAsync()
    {
        var until = _ports.Clock.GetUtcNow() + SnapshotsAtStop;
        foreach (var running in _running.Values)
        {
            if (_ports.Clock.GetUtcNow() < until)
            {
                await running.Ledger.SnapshotAsync();
            }
        }
    }

    private async Task<LiveSession> StartAsync(SessionId id)
    {
        await (_watch?.Looked ?? Task.CompletedTask).WaitAsync(_opens.Token);
        var at = _ports.Clock.GetTimestamp();
        var ledger = await Ledger.OpenAsync(id, _ports, stop: _opens.Token);
        _opens.Token.ThrowIfCancellationRequested();
        var live = _watch is null ? new LiveSession(id, ledger, _ports)
            : new(id, ledger, _ports, new Sight(ledger, _ports.Clock, at, () => _watch.IsBlind), CompanyChanged);
        Measures.Sessions(1);
        live.Begin(_stop.Token);
        return live;
    }

    private void Rung(SessionId id, long version)
    {
        if (_running.TryGetValue(id, out var running))
        {
            running.Rung(version);
        }
    }

    private void CompanyChanged()
    {
        Volatile.Write(ref _companyChanged, 1);
        _watch!.Look();
    }

    private void Heard(Signal signal)
    {
        switch (signal)
        {
            case Signal.Typing typing when _running.TryGetValue(typing.Session, out var running):
                running.Heard(typing);
                break;
            case Signal.Company:
                _watch?.Look();
                break;
        }
    }

    private Dictionary<SessionId, IReadOnlyCollection<PersonId>> Here()
    {
        _companyTold = Interlocked.Exchange(ref _companyChanged, 0) == 1;
        return _running.Where(one => one.Value.Pump.Here.Count > 0).ToDictionary(one => one.Key, one => one.Value.Pump.Here);
    }

    private void Seen(Surroundings surroundings, long at)
    {
        if (_companyTold)
        {
            // only now: whoever hears of it looks at the store
            _ports.Signals.Send(new Signal.Company());
        }

        // of one that is about to be prepared nothing is stored yet
        var heads = surroundings.Heads.ToDictionary(head => head.Session, head => head.Version);
        foreach (var (id, running) in _running)
        {
            running.Seen(heads.GetValueOrDefault(id), at, surroundings.Elsewhere.GetValueOrDefault(id, Nobody));
        }

        // what was prepared on another node is opened here too: what is due in it is told even if that one ends (ST5)
        if (surroundings.Heads.Any(head => !_running.ContainsKey(head.Session)) && Interlocked.Exchange(ref _meeting, 1) == 0)
        {
            _ports.RunBeside(() => MeetAsync(surroundings.Heads));
        }
    }

    private async Task MeetAsync(IReadOnlyList<(SessionId Session, long Version)> heads)
    {
        try
        {
            await _waking.OpenAsync(heads.Select(head => head.Session));
        }
        catch (Exception) when (_opens.IsCancellationRequested)
        {
            // the house ends
        }
        finally
        {
            Volatile.Write(ref _meeting, 0);
        }
    }

    private void Tick()
    {
        foreach (var live in _running.Values)
        {
            live.Pump.Tick();
            live.Drafts.Look();
            live.Ledger.Tick();
            live.Publisher.Look();
        }

        _waking.Tick();
    }
}
