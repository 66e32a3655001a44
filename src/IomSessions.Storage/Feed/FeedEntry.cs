namespace IomSessions.Storage.Feed;

/// <summary>An item as the feed keeps it: signed, and perhaps retracted since.</summary>
/// <param name="Item">Without texts when it is retracted.</param>
/// <param name="Key">The id of the key that signed.</param>
/// <param name="Signature">Ed25519 over <see cref="SignedText"/>.</param>
public sealed record FeedEntry(FeedItem Item, FeedRetraction? Retracted, string Key, byte[] Signature);

/// <summary>What took an item's texts away.</summary>
/// <param name="By">The retraction, an item of its own.</param>
public sealed record FeedRetraction(Guid By, DateTimeOffset At);
