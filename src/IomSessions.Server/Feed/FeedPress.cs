using IomSessions.Server.Feed.Books;
using IomSessions.Storage.Feed;

namespace IomSessions.Server.Feed;

/// <summary>Publishes: checks, signs and stores an item, and shows it to whoever reads in this process. Other processes find it where it is stored.</summary>
internal sealed class FeedPress : IFeedSink
{
    private readonly IFeedStore _store;
    private readonly FeedShelf _shelf;

    public FeedPress(IFeedStore store, FeedShelf shelf)
    {
        (_store, _shelf) = (store, shelf);
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

        if (await _store.AddAsync(fit, stop) is { } added)
        {
            _shelf.Take(added);
        }
        else
        {
            _shelf.Renew();
        }
    }

    /// <summary>Tries again to overwrite what was deleted, if somebody was reading then.</summary>
    public void Sweep() => _store.Sweep();
}
