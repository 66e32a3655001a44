using System.Runtime.InteropServices;
using IomSessions.Domain;

namespace IomSessions.Engine.InMemory;

/// <summary>One session's log. Not thread-safe: the store's lock guards it.</summary>
internal sealed class MemoryLog
{
    private readonly List<StoredEvent> _events = [];
    private readonly Dictionary<CircleId, List<StoredEvent>> _circles = [];
    private readonly Dictionary<(PersonId, CommandId), StoredCommand> _commands = [];

    public long Head => _events.Count;

    public MemoryDrafts Drafts { get; } = new();

    public AppendOutcome Append(AppendBatch batch)
    {
        // before the version: a command sent again always stands on an old version, and its sender waits for the first answer
        if (Known(batch.Commands) is { Count: > 0 } known) return new AppendOutcome.Duplicate(known);
        if (batch.ExpectedVersion != Head) return new AppendOutcome.Conflict();
        if (Drafts.Moved(batch.Ends) is { } moved) return new AppendOutcome.DraftMoved(moved.Circle);
        Write(batch.Events);
        Drafts.End(batch.Ends);
        foreach (var command in batch.Commands) _commands.Add((command.By, command.Id), command);
        return new AppendOutcome.Appended();
    }

    public IReadOnlyList<StoredEvent> Read(long after, int max) => Slice(_events, after, max);

    public IReadOnlyList<StoredEvent> ReadCircle(CircleId circle, long after, int max) =>
        _circles.TryGetValue(circle, out var events) ? Slice(events, after, max) : [];

    public StoredCommand? Find(PersonId by, CommandId id) => _commands.GetValueOrDefault((by, id));

    private void Write(IReadOnlyList<StoredEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            ref var circle = ref CollectionsMarshal.GetValueRefOrAddDefault(_circles, events[i].Circle, out _);
            circle ??= [];
            if (events[i].Offset != circle.Count + 1)
            {
                Unwrite(events, i);
                throw AppendShape.NotDense();
            }
            circle.Add(events[i]);
        }
        _events.AddRange(events);
    }

    private void Unwrite(IReadOnlyList<StoredEvent> events, int count)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            var circle = _circles[events[i].Circle];
            circle.RemoveAt(circle.Count - 1);
        }
    }

    private List<StoredCommand>? Known(IReadOnlyList<StoredCommand> commands)
    {
        List<StoredCommand>? known = null;
        foreach (var command in commands)
            if (_commands.TryGetValue((command.By, command.Id), out var stored)) (known ??= []).Add(stored);
        return known;
    }

    // versions and offsets are dense from 1, so a position is an index
    private static List<StoredEvent> Slice(List<StoredEvent> events, long after, int max)
    {
        var from = (int)Math.Clamp(after, 0, events.Count);
        var count = Math.Clamp(max, 0, events.Count - from);
        return count == 0 ? [] : events.GetRange(from, PageRoom.Fitting(events.Skip(from).Take(count), one => one.Sealed));
    }
}
