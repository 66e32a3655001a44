using System.Collections.Concurrent;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// Opens sessions that nobody asks for, so that what is due in them happens (ST5). One that cannot be opened keeps no other asleep: it is told
/// to the house, and tried again after pauses that grow, for each try reads its log.
/// </summary>
/// <param name="open">Opens one; nothing happens where it is open.</param>
/// <param name="stop">The house ends.</param>
internal sealed class Waking(EnginePorts ports, Func<SessionId, Task> open, CancellationToken stop)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<SessionId, (long At, TimeSpan Pause)> _failed = new();
    private int _trying;

    /// <summary>Opens these, one after the other, but for those that have failed a short time ago.</summary>
    public async Task OpenAsync(IEnumerable<SessionId> sessions)
    {
        foreach (var id in sessions.Where(id => !IsResting(id)))
        {
            await TryAsync(id);
        }
    }

    /// <summary>Time has passed: those whose pause is over are tried again.</summary>
    public void Tick()
    {
        if (_failed.Keys.Any(id => !IsResting(id)) && Interlocked.Exchange(ref _trying, 1) == 0)
        {
            ports.RunBeside(AgainAsync);
        }
    }

    private async Task AgainAsync()
    {
        try
        {
            await OpenAsync(_failed.Keys);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // the house ends
        }
        finally
        {
            Volatile.Write(ref _trying, 0);
        }
    }

    private async Task TryAsync(SessionId id)
    {
        try
        {
            await open(id);
            _failed.TryRemove(id, out _);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            _failed.AddOrUpdate(id, _ => (Now, First), (_, before) => (Now, before.Pause * 2 < Longest ? before.Pause * 2 : Longest));
            ports.Fault(failure);
        }
    }

    private bool IsResting(SessionId id) =>
        _failed.TryGetValue(id, out var failed) && ports.Clock.GetElapsedTime(failed.At) < failed.Pause;

    private long Now => ports.Clock.GetTimestamp();
}
