using IomSessions.Domain;

namespace IomSessions.Engine.InMemory;

/// <summary>The logs of one session's drafts. Not thread-safe: the store's lock guards them.</summary>
internal sealed class MemoryDrafts
{
    private readonly Dictionary<CircleId, List<StoredChange>> _changes = [];
    private readonly Dictionary<CircleId, SortedDictionary<long, StoredCheckpoint>> _checkpoints = [];
    private readonly HashSet<CircleId> _ended = [];

    public DraftOutcome Append(DraftBatch batch)
    {
        if (_ended.Contains(batch.Circle)) return DraftOutcome.Ended;
        if (batch.Changes[0].Version != Head(batch.Circle) + 1) return DraftOutcome.Conflict;
        if (!_changes.TryGetValue(batch.Circle, out var changes)) _changes.Add(batch.Circle, changes = []);
        changes.AddRange(batch.Changes);
        return DraftOutcome.Appended;
    }

    public DraftEnd? Moved(IReadOnlyList<DraftEnd> ends) =>
        ends.FirstOrDefault(end => _ended.Contains(end.Circle) || Head(end.Circle) != end.Version);

    public void End(IReadOnlyList<DraftEnd> ends) => _ended.UnionWith(ends.Select(end => end.Circle));

    // versions are dense from 1, so a position is an index
    public IReadOnlyList<StoredChange> Read(CircleId circle, long after, int max)
    {
        if (!_changes.TryGetValue(circle, out var changes)) return [];
        var from = (int)Math.Clamp(after, 0, changes.Count);
        return changes.GetRange(from, PageRoom.Fitting(changes.Skip(from).Take(Math.Max(max, 0)), one => one.Sealed));
    }

    public long Head(CircleId circle) => _changes.GetValueOrDefault(circle)?.Count ?? 0;

    public void Keep(StoredCheckpoint checkpoint)
    {
        if (!_checkpoints.TryGetValue(checkpoint.Circle, out var kept)) _checkpoints.Add(checkpoint.Circle, kept = []);
        kept[checkpoint.Version] = checkpoint;
    }

    public StoredCheckpoint? Find(CircleId circle, long notAfter) =>
        _checkpoints.GetValueOrDefault(circle)?.Values.LastOrDefault(one => one.Version <= notAfter);
}
