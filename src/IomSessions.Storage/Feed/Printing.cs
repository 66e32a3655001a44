namespace IomSessions.Storage.Feed;

/// <summary>What publishing an item writes: the item, and what it retracts; both signed.</summary>
/// <param name="Retracted">The earlier item without its texts; null: it retracts nothing.</param>
internal sealed record Printing(FeedEntry Item, FeedEntry? Retracted)
{
    /// <param name="count">Items of this feed until now.</param>
    /// <param name="earlier">What the item is about, if it is stored.</param>
    /// <exception cref="FeedItemException">What it is about is not there, or the feed is full.</exception>
    public static Printing Of(FeedItem item, IFeedSigner signer, long count, FeedEntry? earlier)
    {
        if (count >= FeedBounds.Items) throw new FeedItemException("feed_full", "The feed holds as many items as it can.");
        if (item.About is null) return new(Signed(item, null, signer), null);
        if (earlier is null || earlier.Item.Reference != item.Reference || earlier.Item.Relation == FeedRelation.Retraction)
            throw new FeedItemException("feed_about_unknown", "The item that this one is about is not in this feed.");
        if (earlier.Retracted is not null)
            throw new FeedItemException("feed_retracted", "The item that this one is about has been retracted.");
        // its signature goes with its texts: with it, whoever guesses a text could make sure
        return new(Signed(item, null, signer), item.Relation == FeedRelation.Retraction
            ? Signed(earlier.Item with { Texts = [] }, new(item.Id, item.At), signer)
            : null);
    }

    private static FeedEntry Signed(FeedItem item, FeedRetraction? retracted, IFeedSigner signer) =>
        new(item, retracted, signer.KeyId, signer.Sign(SignedText.Of(item, retracted, signer.KeyId)));
}
