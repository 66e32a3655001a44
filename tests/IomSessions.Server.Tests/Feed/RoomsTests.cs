using IomSessions.Storage.Feed;

namespace IomSessions.Server.Tests.Feed;

public sealed class RoomsTests
{
    [Fact]
    public async Task CL4_what_a_reader_of_the_feed_receives_is_the_same_whatever_happens_in_rooms()
    {
        await using var app = new ServerApp();
        await app.The<IFeedSink>().PublishAsync(Items.InThree());
        var before = await EverythingAsync(app);
        await using (var scene = await app.SceneAsync())
        {
            for (var at = 0; at < 5; at++)
            {
                await scene.Ana.SayAsync($"something {at}");
            }

            Assert.Equal(before, await EverythingAsync(app));
            await scene.MoveAsync(await scene.RoomAsync("Blue"), scene.Mara, scene.Ana);
            Assert.Equal(before, await EverythingAsync(app));
        }

        Assert.Equal(before, await EverythingAsync(app));
    }

    private static async Task<string> EverythingAsync(ServerApp app)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        var all = "";
        foreach (var path in (string[])["/feed/IOM/2026/8", "/feed/IOM/2026/8/atom.xml", "/feed/IOM/2026/8/feed.json", "/feed/M-7", "/feed/key"])
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            answer.Headers.Remove("Date");
            all += $"{answer.StatusCode}\n{answer.Headers}{answer.Content.Headers}\n{await answer.Content.ReadAsStringAsync()}\n";
        }

        return all;
    }
}
