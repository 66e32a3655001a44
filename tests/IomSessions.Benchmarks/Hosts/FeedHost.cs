using System.Text.Json;
using System.Text.Json.Serialization;
using IomSessions.Server.Feed;
using IomSessions.Storage.Feed;

namespace IomSessions.Benchmarks.Hosts;

/// <summary>The real read path, and beside it the one thing that only a measurement or a test may have: <c>POST /publish</c>, an item as JSON.</summary>
internal static class FeedHost
{
    public const string Word = "feed-host";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <param name="args">The word, the data folder, the address, and options of the feed.</param>
    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = args[3..] });
        builder.WebHost.UseUrls(args[2]);
        builder.Logging.ClearProviders();
        builder.AddFeedHost(args[1]);
        builder.Services.AddFeedPress(args[1]);
        await using var app = builder.Build();
        var sink = app.Services.GetRequiredService<IFeedSink>();
        app.UseFeed();
        app.Map("/publish", publish => publish.Run(async http =>
        {
            var item = (await JsonSerializer.DeserializeAsync<FeedItem>(http.Request.Body, Json))!;
            await sink.PublishAsync(item);
            await http.Response.WriteAsync(SignedText.Id(item.Id));
        }));
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"READY {app.Urls.First()}");
        await app.WaitForShutdownAsync();
    }
}
