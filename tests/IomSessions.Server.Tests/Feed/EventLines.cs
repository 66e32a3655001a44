using System.Text;

namespace IomSessions.Server.Tests.Feed;

/// <summary>Server-Sent Events, line by line.</summary>
internal sealed class EventLines : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly CancellationTokenSource _stop = new();

    private EventLines(HttpResponseMessage answer)
    {
        _answer = answer;
        Ended = ReadAsync();
    }

    public Inbox<string> Lines { get; } = new();

    public Task Ended { get; }

    public static async Task<EventLines> FollowAsync(FeedApp app, string query = "", string? lastId = null) => new(await app.GetAsync(
        app.ToFeed("/events") + query, headers: lastId is null ? [] : [("Last-Event-ID", lastId)]));

    public IReadOnlyList<string> Ids => [.. Lines.All.Where(line => line.StartsWith("id: ", StringComparison.Ordinal)).Select(line => line[4..])];

    public Task UntilIdAsync(Guid id) => Lines.FirstAsync(line => line == $"id: {id:N}");

    public void Dispose()
    {
        _stop.Cancel();
        _answer.Dispose();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            using var reader = new StreamReader(await _answer.Content.ReadAsStreamAsync(), Encoding.UTF8);
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                Lines.Put(line);
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }
}
