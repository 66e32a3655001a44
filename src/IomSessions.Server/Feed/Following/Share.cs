using System.Buffers;
using IomSessions.Server.Feed.Books;

namespace IomSessions.Server.Feed.Following;

/// <summary>Some of those who follow. Nobody joins or leaves while they are looked through, and nobody waits for that.</summary>
internal sealed class Share
{
    private readonly Lock _turn = new();
    private readonly List<Follower> _seats = [];

    public void Add(Follower follower)
    {
        lock (_turn)
        {
            follower.Seat = _seats.Count;
            _seats.Add(follower);
        }
    }

    public void Remove(Follower follower)
    {
        lock (_turn)
        {
            var last = _seats[^1];
            _seats[follower.Seat] = last;
            last.Seat = follower.Seat;
            _seats.RemoveAt(_seats.Count - 1);
        }
    }

    public void Wake(Book book) => Each(follower =>
    {
        if (ReferenceEquals(follower.Book, book))
        {
            follower.Wake();
        }
    });

    public void Each(Action<Follower> act)
    {
        Follower[] all;
        int count;
        lock (_turn)
        {
            count = _seats.Count;
            all = ArrayPool<Follower>.Shared.Rent(count);
            _seats.CopyTo(all);
        }

        foreach (var follower in all.AsSpan(0, count))
        {
            act(follower);
        }

        ArrayPool<Follower>.Shared.Return(all, clearArray: true);
    }
}
