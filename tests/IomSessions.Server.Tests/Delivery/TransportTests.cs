using System.Text.Json;
using IomSessions.Client;
using IomSessions.Wire;
using Microsoft.AspNetCore.Http.Connections;

namespace IomSessions.Server.Tests.Delivery;

/// <summary>The same story over each of the transports.</summary>
public sealed class TransportTests(ServerApp app) : IClassFixture<ServerApp>
{
    public static TheoryData<HttpTransportType> Transports { get; } =
        [HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents, HttpTransportType.LongPolling];

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task DL8_DL1_a_participant_enters_speaks_moves_hears_and_comes_back_after_a_cut(HttpTransportType transport)
    {
        await using var scene = await app.SceneAsync();
        await using var relay = new Relay(app.Address);
        await using var anton = new Actor(relay.Address, scene.Session, scene.Anton.Person, null, new SessionConnection(
            new(relay.Address, scene.Session) { Bearer = scene.Anton.Bearer, Transports = transport, Chance = () => 0.02 }));
        await anton.StartAsync();
        await anton.Line.SeesAsync(view => view.Here is not null);
        await using var witness = scene.Line(scene.Anton.Person, scene.Anton.Bearer);
        await witness.StartAsync();
        await anton.SayAsync("from Anton");
        await scene.Ana.HearsAsync("from Anton");
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Anton, scene.Berta);
        await anton.Line.SeesAsync(view => view.Here?.Sitting == scene.Berta.Sitting);
        await scene.Berta.SayAsync("from Berta");
        await anton.HearsAsync("from Berta");

        relay.Cut();
        await scene.Berta.SayAsync("missed 1");
        await scene.MoveAsync(null, scene.Berta);
        await scene.Ana.Line.SeesAsync(view => !view.Here!.People.Contains(scene.Berta.Person));
        await scene.Ana.SayAsync("missed 2");
        var asked = anton.Line.DoAsync(new SayInDelegation("while cut", "en"));
        relay.Open();
        Assert.True((await asked.InTime()).Ok);
        await anton.HearsAsync("while cut");
        await witness.HearsAsync("while cut");

        Assert.Equal(witness.Events.Select(Place), anton.Events.Select(Place));
        Assert.DoesNotContain(anton.News.All, news => news is SessionNews.Forgotten);
        Assert.Equal(scene.Anton.Sitting, anton.Sitting);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task DL8_DL2_cursors_bring_exactly_what_was_missed_and_a_wrong_hash_brings_everything_again(HttpTransportType transport)
    {
        await using var scene = await app.SceneAsync();
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Anton, scene.Berta);
        await scene.MoveAsync(null, scene.Berta);
        await scene.Ana.SayAsync("before");
        await scene.Anton.HearsAsync("before");
        await using var first = scene.Anton.Raw(transport);
        await first.StartAsync();
        Assert.True((await first.HelloAsync()).GetProperty("ok").GetBoolean());
        await first.HearsAsync("before");
        var (heads, held) = (first.Heads, first.Events.Select(Place).ToList());
        await first.DisposeAsync();
        await scene.Ana.SayAsync("missed");

        await using var second = scene.Anton.Raw(transport);
        await second.StartAsync();
        Assert.True((await second.HelloAsync(Hello(heads))).GetProperty("ok").GetBoolean());
        await second.HearsAsync("missed");
        Assert.Equal(["missed"], second.Events.Select(RawLine.TextOf));

        var wrong = heads.Select((head, at) => at == 0 ? head with { Hash = new string('a', 32) } : head).ToList();
        await using var third = scene.Anton.Raw(transport);
        await third.StartAsync();
        Assert.True((await third.HelloAsync(Hello(wrong))).GetProperty("ok").GetBoolean());
        await third.HearsAsync("missed");
        Assert.Equal("Reset", third.Calls.All.First(call => call.Target is "Reset" or "Events").Target);
        Assert.Equal(held.Concat(second.Events.Select(Place)), third.Events.Select(Place));
    }

    [Fact]
    public async Task DL2_sittings_that_ended_come_as_one_digest()
    {
        await using var scene = await app.SceneAsync();
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Berta);
        await scene.MoveAsync(null, scene.Ana);
        await scene.MoveAsync(scene.Joint.Room, scene.Ana);
        await scene.Ana.SayAsync("before");
        await using var first = scene.Ana.Raw();
        await first.StartAsync();
        await first.HelloAsync();
        await first.HearsAsync("before");
        var sittings = first.Events
            .Where(told => told.GetProperty("kind").GetString() == "sitting" && told.GetProperty("offset").GetInt64() == 1)
            .Select(told => told.GetProperty("circle").GetString()!).ToList();
        var ended = first.Heads.Where(head => sittings[..^1].Contains(head.Circle)).ToList();
        var open = first.Heads.Except(ended).ToList();
        Assert.True(ended.Count >= 3);
        await scene.Ana.SayAsync("missed");

        await using var right = scene.Ana.Raw();
        await right.StartAsync();
        await right.HelloAsync(Hello(open, new { count = ended.Count, hash = RawLine.Xor(ended.Select(head => head.Hash)) }));
        await right.HearsAsync("missed");
        Assert.Equal(["missed"], right.Events.Select(RawLine.TextOf));

        await using var wrong = scene.Ana.Raw();
        await wrong.StartAsync();
        await wrong.HelloAsync(Hello(open, new { count = ended.Count, hash = new string('0', 32) }));
        await wrong.HearsAsync("missed");
        Assert.Contains(wrong.Calls.All, call => call.Target == "Reset");
        await first.HearsAsync("missed");
        Assert.Equal(first.Events.Select(Place), wrong.Events.Select(Place));
    }

    [Fact]
    public async Task DL6_beats_of_one_size_at_one_cadence_equal_the_digest_of_all_that_was_told()
    {
        await using var scene = await app.SceneAsync();
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Berta);
        await using var line = scene.Ana.Raw();
        await line.StartAsync();
        await line.HelloAsync();
        await scene.Berta.SayAsync("one");
        await line.HearsAsync("one");
        var calls = await line.Calls.UntilAsync(all => all.Count(call => call.Target == "Beat") >= 2);
        Assert.All(calls.Where(call => call.Target == "Beat"), beat =>
            Assert.Equal(RawLine.Xor(line.Heads.Select(head => head.Hash)), beat.Argument.GetProperty("hash").GetString()));
        Assert.Single(calls.Where(call => call.Target == "Beat").Select(beat => beat.Argument.GetRawText().Length).Distinct());
    }

    internal static object Hello(IEnumerable<(string Circle, long Offset, string Hash)> heads, object? closed = null) => new
    {
        protocol = 1,
        cursors = heads.Select(head => new { circle = head.Circle, offset = head.Offset, hash = head.Hash }).ToArray(),
        closed,
    };

    private static (string Circle, long Offset) Place(WireEvent told) => (told.Circle, told.Offset);

    private static (string Circle, long Offset) Place(JsonElement told) =>
        (told.GetProperty("circle").GetString()!, told.GetProperty("offset").GetInt64());
}
