using IomSessions.Engine;

namespace IomSessions.Storage.Feed;

/// <summary>What is public, for whoever publishes. An item is signed and stored in one transaction, on the disk when it returns. Thread-safe.</summary>
public interface IFeedStore : IDisposable
{
    /// <summary>Stores an item that has been checked; null: its id was published before, and nothing changes.</summary>
    /// <exception cref="FeedItemException">What it is about is not there, or the feed is full.</exception>
    /// <exception cref="StoreUnavailableException">It could not be stored.</exception>
    ValueTask<FeedRow?> AddAsync(FeedItem item, CancellationToken stop = default);

    /// <summary>Overwrites what a retraction has deleted, as far as the store can; tried until it is done.</summary>
    /// <returns>Nothing deleted is left that could be overwritten.</returns>
    bool Sweep();
}

/// <summary>What is public, for whoever serves it.</summary>
public interface IFeedReader : IDisposable
{
    /// <summary>What has changed after this count of changes; null: nothing since this was last asked, which costs next to nothing.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be read.</exception>
    FeedChanges? Changes(long changed);

    /// <summary>All of a feed; only what has changed since it was read before is read again.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be read.</exception>
    FeedRead Of(string reference, FeedRead before);
}
