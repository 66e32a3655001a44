using System.Collections.Concurrent;
using IomSessions.Storage.Feed;

namespace IomSessions.Server.Feed.Books;

/// <summary>
/// All feeds there are. Which there are is known in memory: whether a feed exists is answered without asking the file, so a reference that
/// is secret and one that does not exist are answered alike, also in time (CL3).
/// </summary>
internal sealed class FeedShelf(IFeedReader reader)
{
    private readonly ConcurrentDictionary<string, Book> _books = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Book> _loaded = new();
    private readonly Lock _turn = new();
    private long _changed;

    /// <summary>Called with each feed that has new items, and where the new ones begin.</summary>
    public event Action<Book, Edition, int>? Renewed;

    /// <summary>Every key that has signed; the one in use first.</summary>
    public IReadOnlyList<FeedKey> Keys { get; private set; } = [];

    /// <summary>Null: there is no such feed, or it is secret; the feed does not know which.</summary>
    public Book? Find(string reference) => _books.GetValueOrDefault(reference);

    /// <exception cref="IomSessions.Engine.StoreUnavailableException">The file cannot be read.</exception>
    public Edition Open(Book book)
    {
        var edition = book.Open(out var loaded);
        if (loaded)
        {
            _loaded.Enqueue(book);
            for (var tries = _loaded.Count - FeedLimits.Books; tries > 0 && _loaded.TryDequeue(out var oldest); tries--)
            {
                if (!oldest.Forget())
                {
                    _loaded.Enqueue(oldest);
                }
            }
        }

        return edition;
    }

    /// <summary>Takes in what was just published here. If nothing else has changed since it was last looked, nothing needs to be read for it.</summary>
    /// <exception cref="IomSessions.Engine.StoreUnavailableException">The file cannot be read.</exception>
    public void Take(FeedRow added)
    {
        lock (_turn)
        {
            if (added.Changed != _changed + 1 || !_books.TryGetValue(added.Entry.Item.Reference, out var book))
            {
                Renew();
                return;
            }

            Show(book, () => book.Take(added));
            _changed = added.Changed;
        }
    }

    /// <summary>Takes in what has been published since, here or by another process.</summary>
    /// <exception cref="IomSessions.Engine.StoreUnavailableException">The file cannot be read.</exception>
    public void Renew()
    {
        lock (_turn)
        {
            if (reader.Changes(_changed) is not { } changes)
            {
                return;
            }

            Keys = changes.Keys;
            foreach (var reference in changes.References)
            {
                var book = _books.GetOrAdd(reference, name => new Book(name, reader));
                Show(book, book.Renew);
            }

            // only now: what could not be read is met again the next time
            _changed = changes.Changed;
        }
    }

    private void Show(Book book, Func<Edition?> renew)
    {
        var known = book.Newest?.Frames.Length ?? 0;
        if (renew() is { } edition)
        {
            Renewed?.Invoke(book, edition, known);
        }
    }
}
