using IomSessions.Engine;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Feed;

/// <summary>
/// The feed's own file, for the one process that publishes. An item is signed and stored in one transaction, on the disk when it returns.
/// Thread-safe.
/// </summary>
public sealed class FeedStore : IDisposable
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "feed.db";

    private readonly SmallDb _db;
    private readonly IFeedSigner _signer;
    // a process that ended between deleting and sweeping has left it to the next one
    private volatile bool _unswept = true;

    private FeedStore(SmallDb db, IFeedSigner signer) => (_db, _signer) = (db, signer);

    /// <exception cref="StoreUnavailableException">The file cannot be opened, or is no database.</exception>
    public static FeedStore Open(string path, IFeedSigner signer, long nowMs)
    {
        var store = new FeedStore(SmallDb.Open(path, "feed"), signer);
        store._db.WriteFirst(db =>
        {
            // newest first among the keys: the one in use is the one that was opened last
            FeedRows.AddKey(db, signer.KeyId, signer.PublicKey, nowMs);
            return true;
        });
        store.Sweep();
        return store;
    }

    /// <summary>Stores an item that has been checked; false: its id was published before, and nothing changes.</summary>
    /// <exception cref="FeedItemException">What it is about is not there, or the feed is full.</exception>
    /// <exception cref="StoreUnavailableException">It could not be stored.</exception>
    public async ValueTask<bool> AddAsync(FeedItem item, CancellationToken stop = default)
    {
        var added = await _db.WriteAsync(db => Add(db, item), stop);
        Sweep();
        return added;
    }

    /// <summary>
    /// What was deleted is overwritten in the database at once (<c>secure_delete</c>), but stands in the write-ahead log until that is
    /// emptied, which waits for whoever is reading. Tried until it is done.
    /// </summary>
    /// <returns>Nothing deleted is left in any file.</returns>
    public bool Sweep()
    {
        if (!_unswept) return true;
        try { _unswept = !_db.TryCheckpoint(); }
        catch (StoreUnavailableException) { }
        return !_unswept;
    }

    public void Dispose() => _db.Dispose();

    private bool Add(Db db, FeedItem item)
    {
        if (FeedRows.Find(db, item.Id) is not null) return false;
        if (FeedRows.Count(db, item.Reference) >= FeedBounds.Items) throw new FeedItemException("feed_full", "The feed holds as many items as it can.");
        if (item.About is { } about)
        {
            var earlier = FeedRows.Find(db, about);
            if (earlier is null || earlier.Item.Reference != item.Reference || earlier.Item.Relation == FeedRelation.Retraction)
                throw new FeedItemException("feed_about_unknown", "The item that this one is about is not in this feed.");
            if (earlier.Retracted is not null)
                throw new FeedItemException("feed_retracted", "The item that this one is about has been retracted.");
            if (item.Relation == FeedRelation.Retraction)
            {
                // its signature goes with its texts: with it, whoever guesses a text could make sure
                FeedRows.Replace(db, Signed(earlier.Item with { Texts = [] }, new(item.Id, item.At)));
                _unswept = true;
            }
        }

        FeedRows.Add(db, Signed(item, null));
        return true;
    }

    private FeedEntry Signed(FeedItem item, FeedRetraction? retracted) =>
        new(item, retracted, _signer.KeyId, _signer.Sign(SignedText.Of(item, retracted, _signer.KeyId)));
}
