using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// Takes snapshots of a session from time to time, beside everything else, and begins from one. Whatever fails here is told to the house
/// and harms nothing: the log is the truth.
/// </summary>
internal sealed class Snapshots(SessionId session, EnginePorts ports, SnapshotSeal seal)
{
    /// <summary>How long nothing happens in a session that is quiet.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    /// <summary>Events for which a quiet session is kept anew: to read fewer when it is opened takes no time.</summary>
    private const int Worthwhile = 20;

    /// <summary>Circles that may be written once more for each event.</summary>
    private const int CirclesPerEvent = 4;

    private long _taken;
    private int _busy;
    private long _looked;
    private long _quietSince;

    /// <summary>The state to begin from, if there is one that belongs to this log; else the beginning.</summary>
    public async Task<Applied> BeginAsync(CancellationToken stop)
    {
        try
        {
            if (await ports.Snapshots.FindAsync(session, stop) is { } kept && await MatchesAsync(seal.Open(kept), stop) is { } applied)
            {
                _taken = applied.Version;
                return applied;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // of another build, damaged, or the store of snapshots failed
            ports.Fault(failure);
        }

        return Applied.Nothing;
    }

    /// <summary>
    /// Takes one if enough has happened since the last, and none is being taken. The more circles a session has, the more it costs, and the more
    /// events must pay for it.
    /// </summary>
    public void Offer(Applied applied)
    {
        if (applied.Version - Volatile.Read(ref _taken) >= Math.Max(ports.SnapshotEvery, applied.Heads.Count / CirclesPerEvent))
        {
            Begin(applied);
        }
    }

    /// <summary>Takes one when nothing has happened for a while: whoever opens the session after a crash reads next to nothing then.</summary>
    public void Look(Applied applied)
    {
        if (applied.Version != _looked)
        {
            (_looked, _quietSince) = (applied.Version, ports.Clock.GetTimestamp());
        }
        else if (applied.Version - Volatile.Read(ref _taken) >= Worthwhile && ports.Clock.GetElapsedTime(_quietSince) >= Quiet)
        {
            Begin(applied);
        }
    }

    private void Begin(Applied applied)
    {
        if (Interlocked.Exchange(ref _busy, 1) == 0)
        {
            ports.RunBeside(async () =>
            {
                await TakeAsync(applied);
                Volatile.Write(ref _busy, 0);
            });
        }
    }

    /// <summary>Takes one now, if anything has happened since the last.</summary>
    public async Task TakeAsync(Applied applied)
    {
        if (applied.State is null || applied.Version <= Volatile.Read(ref _taken))
        {
            return;
        }

        // also when it fails: the next is tried when as much has happened again
        Volatile.Write(ref _taken, applied.Version);
        try
        {
            await ports.Snapshots.KeepAsync(session, seal.Seal(applied));
        }
        catch (Exception failure)
        {
            ports.Fault(failure);
        }
    }

    // a log that was put back from a backup may be shorter than its snapshot, or another
    private async Task<Applied?> MatchesAsync(Applied applied, CancellationToken stop) =>
        await ports.Store.ReadAsync(session, applied.Version - 1, 1, stop) is [var row] && row.Version == applied.Version
            && applied.HeadOf(row.Circle).Hash.AsSpan().SequenceEqual(row.Hash)
            ? applied
            : null;
}
