using System.Collections.Concurrent;
using IomSessions.Domain;

namespace IomSessions.Engine.InMemory;

/// <summary>Snapshots that end with the process.</summary>
public sealed class MemorySnapshotStore : ISnapshotStore
{
    private readonly ConcurrentDictionary<SessionId, Snapshot> _kept = new();

    public ValueTask<Snapshot?> FindAsync(SessionId session, CancellationToken stop = default) => new(_kept.GetValueOrDefault(session));

    public ValueTask KeepAsync(SessionId session, Snapshot snapshot, CancellationToken stop = default)
    {
        _kept[session] = snapshot;
        return ValueTask.CompletedTask;
    }
}
