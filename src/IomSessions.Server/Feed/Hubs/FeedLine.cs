using System.Net;
using IomSessions.Server.Feed.Books;
using IomSessions.Server.Feed.Following;

namespace IomSessions.Server.Feed.Hubs;

/// <summary>What one connection follows: a few feeds, each with a place in the crowd as if it had a line of its own. Thread-safe, for streams run
/// beside calls.</summary>
internal sealed class FeedLine(Crowd crowd, IPAddress? address)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Book> _heard = [];
    private int _places;
    private bool _ended;

    /// <summary>Whether it may follow one more; then it must <see cref="Leave"/>.</summary>
    public bool TryEnter(Book book)
    {
        lock (_gate)
        {
            if (_ended || _places >= FeedLimits.FollowsPerConnection || !crowd.TryEnter(address))
            {
                return false;
            }

            _places++;
        }

        book.Join();
        return true;
    }

    public void Leave(Book book)
    {
        lock (_gate)
        {
            _places--;
        }

        book.Leave();
        crowd.Leave(address);
    }

    public bool Hears(Book book)
    {
        lock (_gate)
        {
            return _heard.Contains(book);
        }
    }

    /// <summary>Whether its items may be pushed; until it hears it no more, or has ended.</summary>
    public bool TryHear(Book book)
    {
        if (!TryEnter(book))
        {
            return false;
        }

        lock (_gate)
        {
            if (!_ended && _heard.Add(book))
            {
                return true;
            }
        }

        Leave(book);
        return false;
    }

    public void Unhear(Book book)
    {
        lock (_gate)
        {
            if (!_heard.Remove(book))
            {
                return;
            }
        }

        Leave(book);
    }

    /// <summary>The connection is gone. What it streams ends by itself.</summary>
    public void End()
    {
        List<Book> heard;
        lock (_gate)
        {
            _ended = true;
            heard = [.. _heard];
            _heard.Clear();
        }

        heard.ForEach(Leave);
    }
}
