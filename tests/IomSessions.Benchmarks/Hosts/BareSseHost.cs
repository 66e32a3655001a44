using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Threading.Channels;

namespace IomSessions.Benchmarks.Hosts;

/// <summary>What the feed is compared with: Server-Sent Events of the plainest kind that the framework has. A queue for each follower, nothing stored, nothing signed.</summary>
internal static class BareSseHost
{
    public const string Word = "bare-sse-host";

    /// <param name="args">The word and the address.</param>
    public static async Task RunAsync(string[] args)
    {
        var followers = new ConcurrentDictionary<Channel<string>, bool>();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(args[1]);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/events", (CancellationToken gone) => TypedResults.ServerSentEvents(FollowAsync(gone)));
        app.MapPost("/publish", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var item = await reader.ReadToEndAsync();
            foreach (var follower in followers.Keys)
            {
                follower.Writer.TryWrite(item);
            }

            return "";
        });
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"READY {app.Urls.First()}");
        await app.WaitForShutdownAsync();

        async IAsyncEnumerable<SseItem<string>> FollowAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken gone)
        {
            var channel = Channel.CreateUnbounded<string>();
            followers[channel] = true;
            try
            {
                // the framework sends the headers with the first event
                yield return new("hello");
                await foreach (var item in channel.Reader.ReadAllAsync(gone))
                {
                    yield return new(item);
                }
            }
            finally
            {
                followers.TryRemove(channel, out _);
            }
        }
    }
}
