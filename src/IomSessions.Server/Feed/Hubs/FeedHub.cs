using System.Runtime.CompilerServices;
using System.Text.Json;
using IomSessions.Engine;
using IomSessions.Server.Feed.Books;
using IomSessions.Server.Feed.Following;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Server.Feed.Hubs;

/// <summary>What a follower is called with.</summary>
public interface IFeedClient
{
    /// <summary>A new item of a feed that it listens to.</summary>
    Task Item(JsonElement item);
}

/// <summary>
/// The feed for SignalR clients; anonymous. Items are those of Server-Sent Events. <c>Follow</c> streams them from this node's file;
/// <c>Listen</c> has them pushed, also from other nodes when there is a Redis.
/// </summary>
internal sealed class FeedHub(FeedShelf shelf, Crowd crowd) : Hub<IFeedClient>
{
    private const string NotFound = "not_found: There is no such public feed or item.";
    private const string Busy = "busy: No more can follow at present. Please try again later.";
    private const string Away = "unavailable: The feed cannot be read at present. Please try again later.";

    /// <summary>What comes after the item with this id, or everything; and then what is published.</summary>
    public async IAsyncEnumerable<JsonElement> Follow(string reference, string? lastId, [EnumeratorCancellation] CancellationToken stop)
    {
        var book = shelf.Find(reference ?? "") ?? throw new HubException(NotFound);
        var line = Line;
        if (!line.TryEnter(book))
        {
            throw new HubException(Busy);
        }

        try
        {
            var edition = Open(book);
            var next = edition.After(lastId);
            while (true)
            {
                for (; next < edition.Frames.Length; next++)
                {
                    yield return edition.Frames[next].Element;
                }

                await book.AfterAsync(edition).WaitAsync(stop);
                edition = Open(book);
            }
        }
        finally
        {
            line.Leave(book);
        }
    }

    /// <summary>From now on new items come as <c>Item</c>, each at least once. The answer is what was published after the item with this id; nothing,
    /// when this connection listens already.</summary>
    public async Task<IReadOnlyList<JsonElement>> Listen(string reference, string? lastId)
    {
        var book = shelf.Find(reference ?? "") ?? throw new HubException(NotFound);
        var line = Line;
        if (line.Hears(book))
        {
            return [];
        }

        if (!line.TryHear(book))
        {
            throw new HubException(Busy);
        }

        try
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, reference!);
            var edition = Open(book);
            return [.. edition.Frames.Skip(edition.After(lastId)).Select(frame => frame.Element)];
        }
        catch
        {
            // whoever asks again is answered in full
            line.Unhear(book);
            throw;
        }
    }

    public Task Leave(string reference)
    {
        if (shelf.Find(reference ?? "") is { } book)
        {
            Line.Unhear(book);
        }

        return Groups.RemoveFromGroupAsync(Context.ConnectionId, reference ?? "");
    }

    public override Task OnConnectedAsync()
    {
        Context.Items[nameof(Line)] = new FeedLine(crowd, Context.GetHttpContext()?.Connection.RemoteIpAddress);
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        Line.End();
        return Task.CompletedTask;
    }

    private FeedLine Line => (FeedLine)Context.Items[nameof(Line)]!;

    private Edition Open(Book book)
    {
        try
        {
            return shelf.Open(book);
        }
        catch (StoreUnavailableException)
        {
            throw new HubException(Away);
        }
    }
}
