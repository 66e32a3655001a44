using System.Collections.Concurrent;
using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>How far each draft that is followed has been told.</summary>
internal sealed class DraftPlaces
{
    private readonly ConcurrentDictionary<string, Place> _places = new();

    /// <summary>XOR of the hashes of all whose text has come, as a beat has it.</summary>
    public RollingHash Root => _places.Values.Where(place => place is { Version: not null, IsWhole: true })
        .Aggregate(RollingHash.Nothing, (root, place) => root ^ RollingHash.Parse(place.Hash!));

    public IReadOnlyCollection<string> Circles => [.. _places.Keys];

    public void Add(string circle) => _places.TryAdd(circle, new(null, null, false));

    public void Remove(string circle) => _places.TryRemove(circle, out _);

    /// <summary>What to ask for: what came since, or all of it.</summary>
    public FollowDraft Ask(string circle) =>
        _places.TryGetValue(circle, out var place) && place.IsWhole ? new(circle, place.Version, place.Hash) : new(circle);

    public bool Take(DraftText text) => Move(text.Circle, new(text.Version, text.Hash, !text.More));

    /// <returns>What is new of it; null: something before is missing.</returns>
    public DraftChanges? Take(DraftChanges changes)
    {
        if (!_places.TryGetValue(changes.Circle, out var place) || place is not { IsWhole: true, Version: { } version } || changes.From > version)
        {
            return null;
        }

        var known = (int)Math.Min(version - changes.From, changes.Changes.Count);
        if (known < changes.Changes.Count)
        {
            Move(changes.Circle, new(changes.From + changes.Changes.Count, changes.Hash, true));
        }

        return changes with { From = changes.From + known, Changes = [.. changes.Changes.Skip(known)] };
    }

    // what is not followed any more may still be on its way
    private bool Move(string circle, Place to) => _places.TryGetValue(circle, out var from) && _places.TryUpdate(circle, to, from);

    private sealed record Place(long? Version, string? Hash, bool IsWhole);
}
