namespace IomSessions.Storage.Feed;

/// <summary>A feed as it was read.</summary>
/// <param name="Entries">All of it, in the order of publication.</param>
/// <param name="Changed">The count of changes up to which it was read.</param>
public sealed record FeedRead(IReadOnlyList<FeedEntry> Entries, long Changed)
{
    public static FeedRead Nothing { get; } = new([], 0);

    /// <summary>With what has changed since: an item that is known takes its place, the others follow in this order.</summary>
    internal FeedRead With(IReadOnlyCollection<(FeedEntry Entry, long Changed)> since)
    {
        if (since.Count == 0)
        {
            return this;
        }

        var entries = Entries.ToList();
        var places = Entries.Index().ToDictionary(one => one.Item.Item.Id, one => one.Index);
        foreach (var (entry, _) in since)
        {
            if (places.TryGetValue(entry.Item.Id, out var at))
            {
                entries[at] = entry;
            }
            else
            {
                entries.Add(entry);
            }
        }

        return new(entries, since.Max(one => one.Changed));
    }
}
