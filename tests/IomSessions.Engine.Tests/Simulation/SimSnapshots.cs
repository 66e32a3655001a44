using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Snapshots that are sometimes old and sometimes gone.</summary>
internal sealed class SimSnapshots(Random chance) : ISnapshotStore
{
    private readonly List<Snapshot> _kept = [];

    public ValueTask<Snapshot?> FindAsync(SessionId session, CancellationToken stop = default) =>
        new(_kept.Count == 0 || chance.Next(4) == 0 ? null : chance.Next(3) == 0 ? _kept[chance.Next(_kept.Count)] : _kept[^1]);

    public ValueTask KeepAsync(SessionId session, Snapshot snapshot, CancellationToken stop = default)
    {
        _kept.Add(snapshot);
        return ValueTask.CompletedTask;
    }
}
