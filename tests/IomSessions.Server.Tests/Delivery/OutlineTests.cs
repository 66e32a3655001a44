using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;

namespace IomSessions.Server.Tests.Delivery;

/// <summary>Outlines and reading back, on the real hub.</summary>
public sealed class OutlineTests(ServerApp app) : IClassFixture<ServerApp>
{
    public static TheoryData<HttpTransportType> Transports => TransportTests.Transports;

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task DL8_ST6_an_outline_and_what_was_read_back_make_the_whole_sitting(HttpTransportType transport)
    {
        await using var scene = await app.SceneAsync();
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Berta);
        for (var at = 1; at <= 7; at++)
        {
            await scene.Ana.SayAsync($"word {at}");
        }

        await using var line = scene.Berta.Raw(transport);
        await line.StartAsync();
        Assert.True((await line.HelloAsync(new { protocol = 1, cursors = Array.Empty<object>(), recent = 2 })).GetProperty("ok").GetBoolean());
        var past = (await line.Calls.FirstAsync(call => call.Target == "Past" && !call.Argument.GetProperty("more").GetBoolean())).Argument;
        var outline = line.Calls.All.Single(call => call.Target == "Outline").Argument;
        var sitting = outline.GetProperty("cursors").EnumerateArray().Single(cursor => cursor.GetProperty("kind").GetString() == "sitting");
        Assert.Equal(8, sitting.GetProperty("offset").GetInt64());
        var told = past.GetProperty("events").EnumerateArray().Select(RawLine.TextOf).Where(text => text?.StartsWith("word", StringComparison.Ordinal) == true);
        Assert.Equal(["word 6", "word 7"], told);
        Assert.Equal(
            ["word 1", "word 2", "word 3", "word 4", "word 5"],
            Texts(await ReadAsync(line, sitting.GetProperty("circle").GetString()!, 7)).Where(text => text is not null));
        await scene.Ana.SayAsync("live");
        await line.HearsAsync("live");
        Assert.Equal(["live"], line.Events.Select(RawLine.TextOf));
    }

    [Fact]
    public async Task SI4_a_sitting_that_is_not_his_and_one_that_never_was_are_one_answer()
    {
        await using var scene = await app.SceneAsync();
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Anton);
        await using var ana = scene.Ana.Raw();
        await ana.StartAsync();
        await ana.HelloAsync(new { protocol = 1, cursors = Array.Empty<object>(), recent = 0 });
        var outline = (await ana.Calls.FirstAsync(call => call.Target == "Outline")).Argument;
        var circle = outline.GetProperty("cursors").EnumerateArray().Single(cursor => cursor.GetProperty("kind").GetString() == "sitting")
            .GetProperty("circle").GetString()!;
        await using var berta = scene.Berta.Raw();
        await berta.StartAsync();
        await berta.HelloAsync();
        var (his, absent) = (await ReadAsync(berta, circle, 9), await ReadAsync(berta, new string('b', 32), 9));
        Assert.Equal("not_found", his.GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal(his.GetRawText(), absent.GetRawText());
        Assert.True((await ReadAsync(ana, circle, 9)).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task OP3_an_outline_of_more_than_is_allowed_is_refused()
    {
        await using var scene = await app.SceneAsync();
        await using var line = scene.Ana.Raw();
        await line.StartAsync();
        foreach (var recent in (int[])[-1, 501])
        {
            var welcome = await line.HelloAsync(new { protocol = 1, cursors = Array.Empty<object>(), recent });
            Assert.Equal("invalid", welcome.GetProperty("refusal").GetProperty("code").GetString());
        }
    }

    private static Task<JsonElement> ReadAsync(RawLine line, string circle, long before) =>
        line.AskAsync("Read", new { circle, before, max = 50 });

    private static IEnumerable<string?> Texts(JsonElement reply) => reply.GetProperty("events").EnumerateArray().Select(RawLine.TextOf);
}
