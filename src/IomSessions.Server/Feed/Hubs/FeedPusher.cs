using IomSessions.Server.Feed.Books;
using IomSessions.Server.Operations;
using Microsoft.AspNetCore.SignalR;
using StackExchange.Redis;

namespace IomSessions.Server.Feed.Hubs;

/// <summary>
/// Pushes new items to whoever listens. With a Redis between the nodes only the node that publishes does, for all; without one, each
/// for its own. A Redis that fails costs those who listen through it the push, and nobody anything else.
/// </summary>
internal sealed class FeedPusher(
    FeedShelf shelf, IHubContext<FeedHub, IFeedClient> hub, FeedOptions options, ILogger<FeedPusher> log, FeedPress? press = null) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Redis is null || press is not null)
        {
            shelf.Renewed += Push;
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        shelf.Renewed -= Push;
        return Task.CompletedTask;
    }

    private void Push(Book book, Edition edition, int from) => _ = PushAsync(edition, from);

    private async Task PushAsync(Edition edition, int from)
    {
        try
        {
            foreach (var frame in edition.Frames.Skip(from))
            {
                await hub.Clients.Group(edition.Reference).Item(frame.Element);
            }
        }
        catch (Exception fault) when (fault is RedisException or IOException or TimeoutException)
        {
            ServerLog.FeedNotPushed(log, fault.GetType().Name);
        }
    }
}
