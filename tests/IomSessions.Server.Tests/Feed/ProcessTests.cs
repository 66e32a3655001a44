using System.Net;

namespace IomSessions.Server.Tests.Feed;

public sealed class ProcessTests : IDisposable
{
    private readonly DataDirectory _data = new();

    [Fact]
    public async Task CL3_a_process_of_its_own_serves_what_another_publishes_and_needs_no_other_file()
    {
        await using var reading = ServerProcess.Run(["feed", "--data", _data.Path, "--urls", "http://127.0.0.1:0"]);
        var line = await reading.Screen.FirstAsync(told => told.StartsWith("IomSessions listens on ", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_data.Path));
        using var http = new HttpClient { BaseAddress = new Uri(line["IomSessions listens on ".Length..]) };
        var item = Items.Item();
        await using (var app = await FeedApp.StartAsync(_data))
        {
            using var before = await http.GetAsync(new Uri(app.ToFeed(), UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
            await app.PublishAsync(item);
            await SeesAsync(http, app.ToFeed(), "The parties have met.");
            var key = await http.GetStringAsync(new Uri("/feed/key", UriKind.Relative));
            Assert.Equal(await app.TextAsync("/feed/key"), key);
            await app.PublishAsync(Items.Retraction(item));
            await SeesAsync(http, app.ToFeed(), "published in error");
            using var hub = await http.GetAsync(new Uri("/api/house", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, hub.StatusCode);
        }

        await reading.TermAsync();
        Assert.Equal(0, await reading.EndedAsync());
        Assert.Empty(Directory.EnumerateFiles(_data.Path).Select(Path.GetFileName).Except(["feed.key", "feed.db", "feed.db-wal", "feed.db-shm"]));
    }

    [Fact]
    public async Task CL3_the_whole_server_serves_the_feed_as_the_process_of_its_own_does()
    {
        await using var app = new ServerApp();
        await app.The<IomSessions.Storage.Feed.IFeedSink>().PublishAsync(Items.InThree());
        using var http = new HttpClient { BaseAddress = app.Address };
        using var page = await http.GetAsync(new Uri("/feed/IOM/2026/8", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.StartsWith("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        using var hub = await http.PostAsync(new Uri("/hub/feed/negotiate?negotiateVersion=1", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, hub.StatusCode);
        Assert.Equal("*", hub.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var absent = await http.GetAsync(new Uri("/feed/IOM/2026/9", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
    }

    public void Dispose() => _data.Dispose();

    private static async Task SeesAsync(HttpClient http, string path, string text)
    {
        using var stop = new CancellationTokenSource(Soon.Patience);
        while (true)
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), stop.Token);
            if ((await answer.Content.ReadAsStringAsync(stop.Token)).Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(20, stop.Token);
        }
    }
}
