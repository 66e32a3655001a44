using System.Diagnostics;
using IomSessions.Wire;
using Microsoft.AspNetCore.Http.Connections;

namespace IomSessions.Server.Tests.Crashes;

public sealed class TermTests
{
    [Fact]
    public async Task OP2_a_server_that_is_told_to_stop_takes_leave_loses_nothing_and_exits_with_0()
    {
        using var data = new DataDirectory();
        var server = await ServerProcess.StartAsync(data);
        try
        {
            await using var scene = await Scene.MakeAsync(server.Address, await server.HouseTokenAsync());
            var lines = new List<RawLine>();
            foreach (var transport in (HttpTransportType[])
                [HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents, HttpTransportType.LongPolling])
            {
                var line = scene.Berta.Raw(transport);
                lines.Add(line);
                await line.StartAsync();
                await line.HelloAsync();
            }

            using var stop = new CancellationTokenSource();
            var acknowledged = new Inbox<string>();
            var speaking = SpeakAsync(scene.Ana, acknowledged, stop.Token);
            await acknowledged.UntilAsync(all => all.Count >= 5);
            var since = Stopwatch.StartNew();
            await server.TermAsync();
            foreach (var line in lines)
            {
                var goodbye = await line.GoodbyeAsync();
                Assert.Equal(GoodbyeCodes.Restarting, goodbye.GetProperty("code").GetString());
                Assert.True(goodbye.GetProperty("retry").GetBoolean());
            }

            Assert.Equal(0, await server.EndedAsync());
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(10), $"{since.Elapsed}");
            Assert.True(server.Log.All.Count == 0, string.Join(Environment.NewLine, server.Log.All));
            var port = server.Address.Port;
            await server.DisposeAsync();
            server = await ServerProcess.StartAsync(data, port);
            var before = acknowledged.All.Count;
            await acknowledged.UntilAsync(all => all.Count > before);
            await stop.CancelAsync();
            await speaking.InTime();
            await scene.Anton.HearsAsync(acknowledged.All[^1]);
            Assert.Equal(acknowledged.All, scene.Anton.Events.Select(told => told.Body).OfType<Said>().Select(said => said.Text));
            foreach (var line in lines)
            {
                await line.DisposeAsync();
            }
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task SpeakAsync(Actor speaker, Inbox<string> acknowledged, CancellationToken stop)
    {
        for (var at = 0; !stop.IsCancellationRequested; at++)
        {
            var reply = await speaker.Line.DoAsync(new SayInDelegation($"word {at}", "en"), CancellationToken.None);
            Assert.True(reply.Ok, reply.Refusal?.Code);
            acknowledged.Put($"word {at}");
        }
    }
}
