using System.Collections.Concurrent;
using IomSessions.Domain;

namespace IomSessions.Engine.InMemory;

/// <summary>A feed in memory.</summary>
public sealed class MemoryPublicFeed : IPublicFeed
{
    private readonly ConcurrentDictionary<ItemId, (string Reference, ItemPublished Item)> _items = new();

    public IReadOnlyCollection<(string Reference, ItemPublished Item)> Items => [.. _items.Values];

    public Task PublishAsync(string reference, IReadOnlyList<ItemPublished> items, CancellationToken stop)
    {
        foreach (var item in items)
        {
            _items.TryAdd(item.Item, (reference, item));
        }

        return Task.CompletedTask;
    }
}
