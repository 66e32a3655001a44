using IomSessions.Client;
using IomSessions.Server.Hubs;
using IomSessions.Wire;
using Microsoft.AspNetCore.Http.Connections;

namespace IomSessions.Server.Tests.Delivery;

public sealed class SlowReaderTests(ServerApp app) : IClassFixture<ServerApp>
{
    private const int Each = 50;

    [Fact]
    public async Task DL5_who_does_not_read_harms_nobody_is_cut_off_and_misses_nothing_when_he_comes_back()
    {
        await using var scene = await app.SceneAsync();
        Actor[] speakers = [scene.Ana, scene.Anton, scene.Boris, scene.Milan, scene.Mara];
        await scene.MoveAsync(scene.Joint.Room, [.. speakers, scene.Berta]);
        await using var relay = new Relay(app.Address);
        await using var clogged = new Actor(relay.Address, scene.Session, scene.Berta.Person, null, new SessionConnection(
            new(relay.Address, scene.Session) { Bearer = scene.Berta.Bearer, Transports = HttpTransportType.WebSockets, Chance = () => 0.02 }));
        await clogged.StartAsync();
        await clogged.Line.SeesAsync(view => view.Here?.Kind == RoomKind.Joint);
        await using var witness = scene.Line(scene.Berta.Person, scene.Berta.Bearer);
        await witness.StartAsync();
        var seats = app.The<Attendance>();
        var before = seats.Count;
        relay.Clog();
        var text = new string('\u4e2d', 7_900);
        await Task.WhenAll(speakers.Select(speaker => SpeakAsync(speaker, text)));

        // the others have heard all of it while he reads nothing
        await scene.Berta.HearsAsync(text + (Each - 1));
        await speakers[0].Line.SeesAsync(view => view.Talk.GetValueOrDefault(view.Here!.Sitting)?.Count == Each * speakers.Length);
        Assert.True(clogged.Events.Count < scene.Berta.Events.Count);
        Assert.All(scene.Everybody, actor => Assert.DoesNotContain(
            actor.News.All, news => news is SessionNews.Line(ConnectionState.Reconnecting)));
        await Soon.UntilAsync(() => seats.Count < before, TimeSpan.FromSeconds(25));

        relay.Unclog();
        await clogged.News.UntilAsync(news => Talk(news) == Each * speakers.Length);
        await witness.News.UntilAsync(news => Talk(news) == Each * speakers.Length);
        Assert.Equal(
            witness.Events.Select(told => (told.Circle, told.Offset)), clogged.Events.Select(told => (told.Circle, told.Offset)));
        Assert.DoesNotContain(clogged.News.All, news => news is SessionNews.Forgotten);
    }

    private static int Talk(IEnumerable<SessionNews> news) => news.Count(one => one is SessionNews.Told { Event.Body: Said });

    private static async Task SpeakAsync(Actor speaker, string text)
    {
        for (var at = 0; at < Each; at++)
        {
            await speaker.SayAsync(text + at);
        }
    }
}
