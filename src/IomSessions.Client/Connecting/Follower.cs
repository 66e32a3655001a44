using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace IomSessions.Client;

/// <summary>One reader of the news. Holds a bounded number of them; whoever tells more waits for room.</summary>
internal sealed class Follower : IDisposable
{
    /// <summary>News that may wait for a reader: a long catching-up, and little memory.</summary>
    public const int Room = 4_096;

    private readonly Channel<SessionNews> _news = Channel.CreateUnbounded<SessionNews>(new() { SingleReader = true });
    private readonly SemaphoreSlim _room = new(Room);
    private volatile bool _gone;
    private int _released;

    /// <summary>Waits for room for one; to be called before <see cref="Tell"/>.</summary>
    public Task ReserveAsync(CancellationToken stop) => _gone ? Task.CompletedTask : _room.WaitAsync(stop);

    /// <summary>A reserved place is not used after all.</summary>
    public void Return()
    {
        if (!_gone)
        {
            _room.Release();
        }
    }

    public void Tell(SessionNews news) => _news.Writer.TryWrite(news);

    public void Complete() => _news.Writer.TryComplete();

    public async IAsyncEnumerable<SessionNews> ReadAsync([EnumeratorCancellation] CancellationToken stop = default)
    {
        try
        {
            await foreach (var news in _news.Reader.ReadAllAsync(stop))
            {
                if (news is not SessionNews.Line)
                {
                    Return();
                }

                yield return news;
            }
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Nobody reads any more: nobody shall wait for him.</summary>
    public void Dispose()
    {
        _gone = true;
        _news.Writer.TryComplete();
        if (Interlocked.Exchange(ref _released, 1) == 0)
        {
            _room.Release(int.MaxValue / 2);
        }
    }

    public bool Gone => _gone;
}
