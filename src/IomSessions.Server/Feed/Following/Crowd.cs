using System.Collections.Concurrent;
using System.Net;
using IomSessions.Server.Feed.Books;

namespace IomSessions.Server.Feed.Following;

/// <summary>
/// All who follow, in shares. A new item goes to them on as many threads as there are cores; each share hears its beat at a moment of its
/// own, by which also whoever has stalled is found.
/// </summary>
internal sealed class Crowd : IDisposable
{
    private readonly FeedOptions _options;
    private readonly Share[] _shares = [.. Enumerable.Range(0, FeedLimits.Shares).Select(_ => new Share())];
    private readonly ConcurrentDictionary<IPAddress, int> _perAddress = new();
    private readonly ITimer _timer;
    private int _count;
    private int _nextShare;
    private int _nextBeat;
    private volatile bool _isClosed;

    public Crowd(FeedShelf shelf, FeedOptions options, TimeProvider clock)
    {
        _options = options;
        shelf.Renewed += (book, _, _) => Wake(book);
        var beat = options.Beat / FeedLimits.Shares;
        _timer = clock.CreateTimer(_ => Beat(), null, beat, beat);
    }

    /// <summary>Whether one more may follow; whoever was let in must <see cref="Leave"/>.</summary>
    public bool TryEnter(IPAddress? address)
    {
        if (_isClosed || Interlocked.Increment(ref _count) > _options.Followers)
        {
            Interlocked.Decrement(ref _count);
            return false;
        }

        if (_options.PerAddress == int.MaxValue || address is null || _perAddress.AddOrUpdate(address, 1, (_, many) => many + 1) <= _options.PerAddress)
        {
            return true;
        }

        Leave(address);
        return false;
    }

    public void Leave(IPAddress? address)
    {
        Interlocked.Decrement(ref _count);
        if (_options.PerAddress != int.MaxValue && address is not null && _perAddress.AddOrUpdate(address, 0, (_, many) => many - 1) <= 0)
        {
            _perAddress.TryRemove(new(address, 0));
        }
    }

    /// <summary>From now on the follower is woken.</summary>
    public Share Seat(Follower follower)
    {
        var share = _shares[(uint)Interlocked.Increment(ref _nextShare) % _shares.Length];
        share.Add(follower);
        follower.Wake();
        if (_isClosed)
        {
            follower.Dismiss();
        }

        return share;
    }

    /// <summary>The server ends: nobody is let in, and everybody is let go.</summary>
    public void Close()
    {
        _isClosed = true;
        foreach (var share in _shares)
        {
            share.Each(follower => follower.Dismiss());
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Wake(Book book)
    {
        var next = -1;
        for (var thread = 0; thread < Math.Min(Environment.ProcessorCount, _shares.Length); thread++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ =>
            {
                while (Interlocked.Increment(ref next) is var at && at < _shares.Length)
                {
                    _shares[at].Wake(book);
                }
            }, null);
        }
    }

    private void Beat() => _shares[(uint)Interlocked.Increment(ref _nextBeat) % _shares.Length].Each(follower => follower.Beat());
}
