using IomSessions.Engine;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Feed;

/// <summary>
/// The feed's own file, for the one process that publishes.
/// </summary>
public sealed class FeedStore : IFeedStore, IDisposable
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

    /// <inheritdoc/>
    public async ValueTask<FeedRow?> AddAsync(FeedItem item, CancellationToken stop = default)
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

    private FeedRow? Add(Db db, FeedItem item)
    {
        if (FeedRows.Find(db, item.Id) is not null) return null;
        var printed = Printing.Of(item, _signer, FeedRows.Count(db, item.Reference), item.About is { } about ? FeedRows.Find(db, about) : null);
        if (printed.Retracted is { } retracted)
        {
            FeedRows.Replace(db, retracted);
            _unswept = true;
        }

        return FeedRows.Add(db, printed.Item);
    }
}
