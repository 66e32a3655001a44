using IomSessions.Server.Feed.Books;
using IomSessions.Server.Feed.Signing;
using IomSessions.Storage.Feed;

namespace IomSessions.Server.Feed;

/// <summary>Publishes: checks, signs and stores an item, and shows it to whoever reads in this process. Other processes find it in the file.</summary>
internal sealed class FeedPress : IFeedSink, IDisposable
{
    private readonly KeyFile _key;
    private readonly FeedStore _store;
    private readonly FeedShelf _shelf;

    public FeedPress(string dataPath, FeedShelf shelf, TimeProvider clock)
    {
        _shelf = shelf;
        Directory.CreateDirectory(dataPath);
        _key = KeyFile.Open(Path.Combine(dataPath, KeyFile.FileName));
        _store = FeedStore.Open(Path.Combine(dataPath, FeedStore.FileName), _key, clock.GetUtcNow().ToUnixTimeMilliseconds());
        shelf.Renew();
    }

    public async Task PublishAsync(FeedItem item, CancellationToken stop = default)
    {
        var fit = FeedChecks.Check(item);
        if (_shelf.Find(fit.Reference) is { } book)
        {
            // in memory, so that what is new in it is known and pushed
            _shelf.Open(book);
        }

        await _store.AddAsync(fit, stop);
        _shelf.Renew();
    }

    /// <summary>Tries again to overwrite what was deleted, if somebody was reading then.</summary>
    public void Sweep() => _store.Sweep();

    public void Dispose()
    {
        _store.Dispose();
        _key.Dispose();
    }
}
