namespace IomSessions.Storage.Feed;

/// <summary>
/// Where cleared items go to become public, and the only way there. It knows nothing of sessions; whoever hands an item over has seen to
/// it that everybody whose clearance was needed has given it.
/// </summary>
public interface IFeedSink
{
    /// <summary>
    /// Publishes: when this returns the item is on the disk, signed and to be had. An id that was published before changes nothing,
    /// whatever comes with it: what was retracted does not come back.
    /// </summary>
    /// <exception cref="FeedItemException">The item cannot be published as it is; handing it over again will not help.</exception>
    /// <exception cref="IomSessions.Engine.StoreUnavailableException">It could not be stored; hand it over again.</exception>
    Task PublishAsync(FeedItem item, CancellationToken stop = default);
}

/// <summary>Why an item cannot be published: a stable code and a sentence without content.</summary>
public sealed class FeedItemException(string code, string sentence) : Exception(sentence)
{
    public string Code { get; } = code;
}
