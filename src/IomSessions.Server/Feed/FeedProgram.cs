using IomSessions.Server.Operations;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;

namespace IomSessions.Server.Feed;

/// <summary>
/// <c>feed --data FOLDER --urls …</c>: a process that serves the public feed and nothing else. It opens <c>feed.db</c> read-only and no other
/// file of the folder; it knows no session, and of keys only the public halves, which are in that file.
/// </summary>
internal static class FeedProgram
{
    public const string Word = "feed";

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddHouseLog();
        builder.Configuration.AddPlaces();
        builder.AddFeedHost(builder.Configuration["data"] is { Length: > 0 } told ? told : "data");
        await using var app = builder.Build();
        app.UseFeedHost();
        try
        {
            await app.StartAsync();
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"The feed does not start: {fault.Message}");
            return 1;
        }

        await Console.Out.WriteLineAsync($"IomSessions listens on {FirstLink.AddressOf(app.Services.GetRequiredService<IServer>())}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    public static void AddFeedHost(this WebApplicationBuilder builder, string dataPath, FeedOptions? options = null)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeadersTotalSize = FeedLimits.Headers;
        });
        builder.WebHost.UseHouseSockets();
        builder.Services.AddFeed(dataPath, options ?? FeedOptions.Of(builder.Configuration));
    }

    public static void UseFeedHost(this WebApplication app)
    {
        app.UseFeed();
        app.Map("/health", health => health.Run(http => http.Response.WriteAsync("yes\n")));
        app.Run(Http.FeedAnswers.NotFoundAsync);
    }
}
