using IomSessions.Client;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.Crashes;

public sealed class KillTests
{
    private const int Rounds = 3;
    private const int PerRound = 15;

    [Fact]
    public async Task DL3_DL4_RM8_what_was_acknowledged_survives_kill_9_once_and_everybody_sits_where_he_sat()
    {
        using var data = new DataDirectory();
        var server = await ServerProcess.StartAsync(data);
        try
        {
            await using var scene = await Scene.MakeAsync(server.Address, await server.HouseTokenAsync());
            await scene.MoveAsync(await scene.RoomAsync("Caucus"), scene.Ana, scene.Milan);
            var (seat, port) = (scene.Ana.Sitting, server.Address.Port);
            Actor[] speakers = [scene.Ana, scene.Anton, scene.Berta, scene.Boris];
            var acknowledged = new Inbox<string>();
            var chance = new Random(20781);
            for (var round = 0; round < Rounds; round++)
            {
                var from = acknowledged.All.Count;
                var speaking = Task.WhenAll(speakers.Select((speaker, at) => SpeakAsync(speaker, $"{at}.{round}", acknowledged)));
                var enough = from + chance.Next(1, (speakers.Length * PerRound) - 10);
                await acknowledged.UntilAsync(all => all.Count >= enough);
                await server.KillAsync();
                await server.DisposeAsync();
                server = await ServerProcess.StartAsync(data, port);
                await speaking.InTime(TimeSpan.FromSeconds(60));
            }

            foreach (var (speaker, at) in speakers.Select((speaker, at) => (speaker, at)))
            {
                var expected = Enumerable.Range(0, Rounds * PerRound).Select(n => $"{at}.{n / PerRound}.{n % PerRound}").ToList();
                await speaker.HearsAsync(expected[^1]);
                AssertOnce(expected, speaker.Events);
                Assert.DoesNotContain(speaker.News.All, news => news is SessionNews.Forgotten);

                // and for somebody who comes with nothing
                await using var fresh = scene.Line(speaker.Person, speaker.Bearer);
                await fresh.StartAsync();
                await fresh.HearsAsync(expected[^1]);
                AssertOnce(expected, fresh.Events);
            }

            Assert.Equal(seat, scene.Ana.Sitting);
            await scene.Ana.SayAsync("still here");
            await scene.Milan.HearsAsync("still here");
            Assert.Equal(seat, scene.Ana.Sitting);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task SpeakAsync(Actor speaker, string words, Inbox<string> acknowledged)
    {
        for (var at = 0; at < PerRound; at++)
        {
            var reply = await speaker.Line.DoAsync(new SayInDelegation($"{words}.{at}", "en"));
            Assert.True(reply.Ok, reply.Refusal?.Code);
            acknowledged.Put($"{words}.{at}");
        }
    }

    private static void AssertOnce(IReadOnlyList<string> expected, IReadOnlyList<WireEvent> events)
    {
        var heard = events.Select(told => told.Body).OfType<Said>().Select(said => said.Text).ToList();
        Assert.Equal(expected, heard.Where(expected.Contains));
        Assert.Equal(events.Count, events.DistinctBy(told => (told.Circle, told.Offset)).Count());
    }
}
