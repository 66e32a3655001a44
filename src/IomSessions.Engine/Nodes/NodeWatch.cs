using System.Security.Cryptography;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// Looks at the store every second, or at once when there is reason to: what others have appended, and who is connected there. A node that
/// has not seen the store for two seconds is blind, and tells nobody anything but that the line lives (PE4). What it knows of a session may be
/// older than its look: that is the session's own <see cref="Sight"/>. Each look also says what time it is.
/// </summary>
internal sealed class NodeWatch : IAsyncDisposable
{
    /// <summary>How often the store is looked at, but for chance: nodes must not all look at the same moment.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private const int JitterPercent = 20;

    // a move of many people, or many coming at once, is one look and not one for each
    private static readonly TimeSpan AtLeast = TimeSpan.FromMilliseconds(50);

    private readonly INodes _nodes;
    private readonly EnginePorts _ports;
    private readonly Func<IReadOnlyDictionary<SessionId, IReadOnlyCollection<PersonId>>> _here;
    private readonly Action<Surroundings, long> _seen;
    private readonly Func<int> _blindSessions;
    private readonly SharedClock _clock;
    private readonly TaskCompletionSource _looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _reason = new(0);
    private readonly Task _loop;
    private volatile bool _hasSeen;
    private long _sawAt;

    /// <param name="clock">Told what time it is in the store.</param>
    /// <param name="here">Asked before each look.</param>
    /// <param name="seen">Told after each, and when it began; must not wait.</param>
    /// <param name="blindSessions">How many sessions are blind.</param>
    public NodeWatch(
        INodes nodes, EnginePorts ports, SharedClock clock, Func<IReadOnlyDictionary<SessionId, IReadOnlyCollection<PersonId>>> here,
        Action<Surroundings, long> seen, Func<int> blindSessions)
    {
        (_nodes, _ports, _clock, _here, _seen, _blindSessions) = (nodes, ports, clock, here, seen, blindSessions);
        using (ExecutionContext.SuppressFlow())
        {
            _loop = Task.Run(LoopAsync);
        }
    }

    /// <summary>Also before the first look: it does not even know what time it is.</summary>
    public bool IsBlind => !_hasSeen || _clock.GetElapsedTime(Volatile.Read(ref _sawAt)) > Sight.Lasts;

    /// <summary>Completes when the first look is over, whether it has succeeded or not.</summary>
    public Task Looked => _looked.Task;

    /// <summary>There is reason to look now.</summary>
    public void Look()
    {
        if (_reason.CurrentCount == 0)
        {
            _reason.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        try
        {
            await _nodes.LeaveAsync();
        }
        catch (StoreUnavailableException)
        {
            // the others find out by themselves
        }

        _stop.Dispose();
        _reason.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            for (var (blind, unread) = (false, false); ; (blind, unread) = Say(blind, unread))
            {
                await LookAsync();
                _looked.TrySetResult();
                await Task.Delay(AtLeast, _ports.Clock, _stop.Token);
                var rest = (Every - AtLeast) * (1 + (RandomNumberGenerator.GetInt32(-JitterPercent, JitterPercent + 1) / 100.0));
                using var early = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                await Task.WhenAny(_reason.WaitAsync(early.Token), Task.Delay(rest, _ports.Clock, early.Token));
                await early.CancelAsync();
                _stop.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            _looked.TrySetCanceled();
        }
    }

    private async Task LookAsync()
    {
        var at = _ports.Clock.GetTimestamp();
        try
        {
            var surroundings = await _nodes.LookAsync(_here(), _stop.Token);
            _clock.Told(surroundings.Now, at);
            Volatile.Write(ref _sawAt, at);
            _hasSeen = true;
            Measures.Looked(surroundings.Nodes, _ports.Clock.GetElapsedTime(at));
            _seen(surroundings, at);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !_stop.IsCancellationRequested)
        {
            Measures.LookFailed();
            if (failure is not StoreUnavailableException)
            {
                _ports.Fault(failure);
            }
        }
    }

    // once when it goes blind: the store's failures fill no log
    private (bool Blind, bool Unread) Say(bool saidBlind, bool saidUnread)
    {
        var (blind, sessions) = (IsBlind, _blindSessions());
        var unread = sessions > 0 && !blind;
        if (blind && !saidBlind)
        {
            _ports.Fault(new StoreUnavailableException("the store has not been seen for two seconds; nothing is delivered until it is"));
        }

        if (unread && !saidUnread)
        {
            _ports.Fault(new StoreUnavailableException("what others have stored of a session could not be read for two seconds; nothing of it is delivered until it is"));
        }

        Measures.Blind(blind, sessions);
        return (blind, unread);
    }
}
