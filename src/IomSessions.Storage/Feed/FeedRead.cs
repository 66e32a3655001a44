namespace IomSessions.Storage.Feed;

/// <summary>A feed as it was read.</summary>
/// <param name="Entries">All of it, in the order of publication.</param>
/// <param name="Changed">The count of changes up to which it was read.</param>
/// <param name="Position">Of the last of them, where it is stored.</param>
public sealed record FeedRead(IReadOnlyList<FeedEntry> Entries, long Changed, long Position)
{
    public static FeedRead Nothing { get; } = new([], 0, 0);

    /// <summary>With what has changed since, in the order of publication: what is known takes its place, the others follow.</summary>
    public FeedRead With(IReadOnlyCollection<FeedRow> since)
    {
        if (since.Count == 0)
        {
            return this;
        }

        var entries = new List<FeedEntry>(Entries.Count + since.Count);
        entries.AddRange(Entries);
        foreach (var row in since)
        {
            var known = row.Position > Position ? -1 : entries.FindIndex(entry => entry.Item.Id == row.Entry.Item.Id);
            if (known < 0)
            {
                entries.Add(row.Entry);
            }
            else
            {
                entries[known] = row.Entry;
            }
        }

        return new(entries, since.Max(row => row.Changed), Math.Max(Position, since.Max(row => row.Position)));
    }
}

/// <summary>An item as it is stored.</summary>
/// <param name="Changed">The count of changes of all feeds with which it was last written.</param>
/// <param name="Position">Greater than of all that were published before it.</param>
public sealed record FeedRow(FeedEntry Entry, long Changed, long Position);
