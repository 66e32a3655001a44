using IomSessions.Storage.Feed;

namespace IomSessions.Server.Feed.Books;

/// <summary>One feed: the state that it is in, in memory only while somebody reads or follows it.</summary>
internal sealed class Book(string reference, IFeedReader reader)
{
    private readonly Lock _turn = new();
    private Edition? _edition;
    private FeedRead _read = FeedRead.Nothing;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _followers;

    public bool IsFollowed => Volatile.Read(ref _followers) > 0;

    /// <summary>The state now, if it is in memory: always, while somebody follows.</summary>
    public Edition? Newest => Volatile.Read(ref _edition);

    /// <param name="loaded">It had to be read.</param>
    /// <exception cref="IomSessions.Engine.StoreUnavailableException">The file cannot be read.</exception>
    public Edition Open(out bool loaded)
    {
        loaded = false;
        if (Newest is { } ready)
        {
            return ready;
        }

        lock (_turn)
        {
            loaded = _edition is null;
            return _edition ?? Keep(reader.Of(reference, _read));
        }
    }

    /// <summary>Reads again what has changed; null: it was not in memory, and nobody follows.</summary>
    public Edition? Renew() => Renew(() => reader.Of(reference, _read));

    /// <summary>Takes in the one item that is new; null as <see cref="Renew()"/>.</summary>
    public Edition? Take(FeedRow added) => Renew(() => _read.With([added]));

    private Edition? Renew(Func<FeedRead> read)
    {
        TaskCompletionSource told;
        Edition edition;
        lock (_turn)
        {
            if (_edition is null)
            {
                return null;
            }

            edition = Keep(read());
            (told, _next) = (_next, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        told.SetResult();
        return edition;
    }

    /// <summary>Ends when there is another state than this one.</summary>
    public Task AfterAsync(Edition edition)
    {
        lock (_turn)
        {
            return ReferenceEquals(edition, _edition) ? _next.Task : Task.CompletedTask;
        }
    }

    public void Join() => Interlocked.Increment(ref _followers);

    public void Leave() => Interlocked.Decrement(ref _followers);

    public bool Forget()
    {
        lock (_turn)
        {
            if (IsFollowed)
            {
                return false;
            }

            (_edition, _read) = (null, FeedRead.Nothing);
            return true;
        }
    }

    private Edition Keep(FeedRead read)
    {
        _read = read;
        return _edition = new(reference, read.Entries, _edition);
    }
}
