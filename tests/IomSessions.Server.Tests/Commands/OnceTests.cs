using System.Text.Json;
using IomSessions.Client;

namespace IomSessions.Server.Tests.Commands;

public sealed class OnceTests(ServerApp app) : IClassFixture<ServerApp>
{
    [Fact]
    public async Task DL4_a_command_sent_twice_is_done_once_also_at_the_same_time_and_over_two_lines()
    {
        await using var scene = await app.SceneAsync();
        await using var one = scene.Ana.Raw();
        await using var other = scene.Ana.Raw();
        await one.StartAsync();
        await other.StartAsync();
        var request = Say(NewId.Next(), "only once");
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(at => (at % 2 == 0 ? one : other).DoAsync(request)));
        Assert.All(replies, reply => Assert.True(reply.GetProperty("ok").GetBoolean()));
        await scene.Ana.SayAsync("the end");
        await scene.Anton.HearsAsync("the end");
        Assert.Single(scene.Anton.Events, told => told.Body is Wire.Said { Text: "only once" });
    }

    [Fact]
    public async Task DL4_an_id_used_for_another_command_is_refused_and_another_persons_ids_are_his_own()
    {
        await using var scene = await app.SceneAsync();
        await using var ana = scene.Ana.Raw();
        await using var berta = scene.Berta.Raw();
        await ana.StartAsync();
        await berta.StartAsync();
        var id = NewId.Next();
        Assert.True((await ana.DoAsync(Say(id, "first"))).GetProperty("ok").GetBoolean());
        Assert.Equal("id_reused", CodeOf(await ana.DoAsync(Say(id, "second"))));
        Assert.True((await ana.DoAsync(Say(id, "first"))).GetProperty("ok").GetBoolean());
        Assert.True((await berta.DoAsync(Say(id, "mine"))).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task DL4_a_refusal_is_not_remembered()
    {
        await using var scene = await app.SceneAsync(open: false);
        await using var mara = scene.Mara.Raw();
        await mara.StartAsync();
        var request = new { id = NewId.Next(), command = new { type = "room.make", room = NewId.Next(), name = "A room" } };
        Assert.Equal("wrong_phase", CodeOf(await mara.DoAsync(request)));
        await scene.Secretary.DoAsync(new Wire.ProposeProtocol(new(
            Wire.Disclosure.ConfidentialUnlessReleased, Wire.CaucusNotice.None, false, ["en"], 365, true, Wire.Clearance.EveryPartyAndMediator)));
        foreach (var head in (Actor[])[scene.Ana, scene.Berta])
        {
            await head.DoAsync(new Wire.AcceptProtocol((await head.Line.SeesAsync(view => view.ProtocolNumber > 0)).ProtocolNumber));
        }

        await scene.Mara.DoAsync(new Wire.ChangePhase(Wire.Phase.Open));
        Assert.True((await mara.DoAsync(request)).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task OP3_who_floods_is_told_to_wait_and_nobody_else_is()
    {
        await using var scene = await app.SceneAsync();
        await using var flood = scene.Anton.Raw();
        await flood.StartAsync();
        var flooding = Task.WhenAll(Enumerable.Range(0, 300).Select(at => flood.DoAsync(Say(NewId.Next(), $"flood {at}"))));
        for (var at = 0; at < 10; at++)
        {
            // a raw reply: the client library would try again by itself
            await using var berta = scene.Berta.Raw();
            await berta.StartAsync();
            Assert.True((await berta.DoAsync(Say(NewId.Next(), $"calm {at}"))).GetProperty("ok").GetBoolean());
        }

        var replies = await flooding;
        var done = replies.Count(reply => reply.GetProperty("ok").GetBoolean());
        Assert.InRange(done, 60, 200);
        Assert.All(replies.Where(reply => !reply.GetProperty("ok").GetBoolean()), reply =>
        {
            Assert.Equal("too_fast", CodeOf(reply));
            Assert.True(reply.GetProperty("refusal").GetProperty("retry").GetBoolean());
        });
        await scene.Anton.DoAsync(new Wire.SayInDelegation("calm again", "en"));
        await scene.Ana.HearsAsync("calm again");
        Assert.Equal(done, scene.Ana.Events.Count(told => told.Body is Wire.Said { Text: var text }
            && text.StartsWith("flood", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task OP3_a_person_has_16_connections_and_not_one_more_until_one_ends()
    {
        await using var scene = await app.SceneAsync();
        var lines = new List<RawLine>();
        for (var at = 0; at < 15; at++)
        {
            var line = scene.Boris.Raw();
            lines.Add(line);
            await line.StartAsync();
            Assert.True((await line.HelloAsync()).GetProperty("ok").GetBoolean());
        }

        await using var late = scene.Boris.Raw();
        await late.StartAsync();
        Assert.Equal("limit_reached", CodeOf(await late.HelloAsync()));
        foreach (var line in lines)
        {
            await line.DisposeAsync();
        }

        await using var next = scene.Boris.Raw();
        await next.StartAsync();
        await scene.Mara.Line.SeesAsync(_ => true);
        Assert.True((await next.HelloAsync()).GetProperty("ok").GetBoolean());
    }

    private static object Say(string id, string text) => new { id, command = new { type = "delegation.say", text, language = "en" } };

    private static string? CodeOf(JsonElement reply) => reply.GetProperty("refusal").GetProperty("code").GetString();
}
