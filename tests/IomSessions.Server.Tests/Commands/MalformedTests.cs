using System.Collections.Concurrent;
using System.Text.Json;
using IomSessions.Domain;
using IomSessions.Engine;
using Say = IomSessions.Wire.Say;

namespace IomSessions.Server.Tests.Commands;

/// <summary>What a hostile or broken program may send. Nothing of it changes the log, and nobody else notices.</summary>
public sealed class MalformedTests(ServerApp app) : IClassFixture<ServerApp>
{
    private const string Id = "\"id\":\"0123456789abcdef0123456789abcdef\"";

    public static TheoryData<string, string> Unreadable { get; } = new()
    {
        { "Do", "null" },
        { "Do", "7" },
        { "Do", "\"say\"" },
        { "Do", "[]" },
        { "Do", "{}" },
        { "Do", $"{{{Id}}}" },
        { "Do", $"{{{Id},\"command\":null}}" },
        { "Do", $"{{{Id},\"command\":{{}}}}" },
        { "Do", $"{{{Id},\"command\":{{\"type\":\"no.such\"}}}}" },
        { "Do", $"{{{Id},\"command\":{{\"type\":7}}}}" },
        { "Do", $"{{{Id},\"command\":{{\"type\":\"session.prepare\"}}}}" },
        { "Do", $"{{{Id},\"command\":{{\"type\":\"delegation.say\",\"text\":\"x\"}}}}" },
        { "Do", $"{{{Id},\"command\":{{\"type\":\"delegation.say\",\"text\":null,\"language\":\"en\"}}}}" },
        { "Do", $"{{{Id},\"command\":{{\"type\":\"delegation.say\",\"text\":7,\"language\":\"en\"}}}}" },
        { "Do", $"{{{Id},\"command\":{{\"type\":\"delegation.say\",\"text\":\"x\",\"language\":\"en\",\"by\":\"me\"}}}}" },
        { "Do", $"{{{Id},\"command\":{{\"type\":\"delegation.say\",\"text\":\"\\ud800\",\"language\":\"en\"}}}}" },
        { "Do", $"{{{Id},\"command\":{{\"type\":\"phase.change\",\"to\":2}}}}" },
        { "Do", $"{{{Id},\"command\":{{\"type\":\"person.admit\",\"people\":[null]}}}}" },
        { "Do", $"{{{Id},\"command\":{{\"type\":\"say\",\"sitting\":\"not an id\",\"text\":\"x\",\"language\":\"en\"}}}}" },
        { "Do", """{"id":"00000000000000000000000000000000","command":{"type":"delegation.say","text":"x","language":"en"}}""" },
        { "Do", """{"id":"1","command":{"type":"delegation.say","text":"x","language":"en"}}""" },
        { "Preview", "null" },
        { "Preview", """{"type":"arrange"}""" },
        { "Preview", """{"type":"arrange","moves":[null],"basis":{"people":{},"rooms":{}}}""" },
        { "Preview", """{"type":"undertaking.give","text":"2026-1"}""" },
        { "EditDraft", "null" },
        { "EditDraft", """{"circle":"0123456789abcdef0123456789abcdef","editor":"0123456789abcdef0123456789abcdef","version":0,"changes":[null]}""" },
        { "EditDraft", """{"circle":"0123456789abcdef0123456789abcdef","editor":"0123456789abcdef0123456789abcdef","version":0,"changes":[]}""" },
        { "EditDraft", """{"circle":"0123456789abcdef0123456789abcdef","editor":"0123456789abcdef0123456789abcdef","version":0,"changes":[[-1]]}""" },
        { "EditDraft", """{"circle":"0123456789abcdef0123456789abcdef","editor":"0123456789abcdef0123456789abcdef","version":0,"changes":[[[0,"\ud800"]]]}""" },
        { "EditDraft", """{"circle":"0123456789abcdef0123456789abcdef","editor":"00000000000000000000000000000000","version":0,"changes":[[[0,"x"]]]}""" },
        { "FollowDraft", """{"circle":7}""" },
        { "FollowDraft", """{"circle":"0123456789abcdef0123456789abcdef","version":1}""" },
        { "FollowDraft", """{"circle":"0123456789abcdef0123456789abcdef","version":1,"hash":"short"}""" },
        { "CompareDrafts", """{"before":null,"after":null}""" },
        { "PreviewDraft", """{"type":"draft.freeze","draft":"0123456789abcdef0123456789abcdef","circle":"0123456789abcdef0123456789abcdef","version":1}""" },
        { "PreviewDraft", """{"type":"proposal.make","proposal":"0123456789abcdef0123456789abcdef","text":"","language":"en","values":[],"deadline":"2026-03-02T09:30:15Z"}""" },
        { "PreviewDraft", """{"type":"proposal.make","proposal":"0123456789abcdef0123456789abcdef","text":"","language":"en","values":[],"deadline":"2026-03-02T09:30:15Z","from":{"circle":"0123456789abcdef0123456789abcdef","offset":3,"hash":null}}""" },
        { "Hello", """{"protocol":1,"cursors":[null]}""" },
        { "Hello", """{"protocol":1,"cursors":[{"circle":"0123456789abcdef0123456789abcdef","offset":1,"hash":"short"}]}""" },
        { "Hello", """{"protocol":1,"cursors":[],"closed":{"count":1,"hash":"zz"}}""" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task DL7_what_cannot_be_read_is_refused_as_invalid_and_the_line_goes_on(string method, string argument)
    {
        var scene = await StageAsync(method);
        await using var socket = await RawSocket.ConnectAsync(app.Address, scene.Session, scene.Mara.Bearer);
        var version = await VersionAsync(scene);
        var answer = await socket.CallAsync(method, argument);
        Assert.NotNull(answer);
        Assert.Equal("invalid", CodeOf(answer));
        Assert.Equal(version, await VersionAsync(scene));
        Assert.Null(CodeOf((await socket.CallAsync("Hello", """{"protocol":1,"cursors":[]}""", "2"))!));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"protocol":2,"cursors":[]}""")]
    [InlineData("""{"protocol":1,"cursors":[],"more":1}""")]
    public async Task DL7_a_hello_of_another_protocol_is_refused(string hello)
    {
        var scene = await StageAsync();
        await using var socket = await RawSocket.ConnectAsync(app.Address, scene.Session, scene.Anton.Bearer);
        Assert.Equal("wrong_protocol", CodeOf((await socket.CallAsync("Hello", hello))!));
    }

    [Theory]
    [InlineData("""{"type":1,"invocationId":"1","target":"DropTables","arguments":[]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"OnDisconnectedAsync","arguments":[null]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Do","arguments":[]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Do","arguments":[1,2]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Typing","arguments":[{"a":1}]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Typing","arguments":["\ud800"]}""")]
    [InlineData("""{"type":4,"invocationId":"1","target":"Do","arguments":[{}]}""")]
    public async Task DL7_what_is_no_call_of_the_hub_gets_an_error_without_detail_and_the_line_goes_on(string frame)
    {
        var scene = await StageAsync();
        await using var socket = await RawSocket.ConnectAsync(app.Address, scene.Session, scene.Anton.Bearer);
        var version = await VersionAsync(scene);
        await socket.SendAsync(frame);
        var error = await socket.CompletionAsync("1");
        Assert.NotNull(error);
        Assert.Contains("\"error\":", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Json", error, StringComparison.Ordinal);
        Assert.Equal(version, await VersionAsync(scene));
        Assert.Null(CodeOf((await socket.CallAsync("Hello", """{"protocol":1,"cursors":[]}""", "2"))!));
    }

    public static TheoryData<string, string> NoFrames { get; } = new()
    {
        { "no JSON", "say hello" },
        { "half of it", """{"type":1,"target":""" },
        { "no object", "[]" },
        { "no type", "{}" },
        { "deep", new string('[', 20_000) },
        { "giant", $$"""{"type":1,"invocationId":"1","target":"Do","arguments":["{{new string('x', Limits.FrameBytes)}}"]}""" },
    };

    [Theory]
    [MemberData(nameof(NoFrames))]
    public async Task DL7_what_is_no_frame_ends_this_line_and_no_other(string what, string frame)
    {
        Assert.NotEmpty(what);
        var scene = await StageAsync();
        await using var socket = await RawSocket.ConnectAsync(app.Address, scene.Session, scene.Anton.Bearer);
        var version = await VersionAsync(scene);
        await socket.SendAsync(frame);
        await socket.Ended.InTime();
        Assert.Equal(version, await VersionAsync(scene));
        var text = Guid.NewGuid().ToString("N");
        await scene.Ana.SayAsync(text);
        await scene.Anton.HearsAsync(text);
    }

    [Fact]
    public async Task DL7_deep_nesting_within_a_frame_is_an_error_and_bytes_that_are_no_text_end_the_line()
    {
        var scene = await StageAsync();
        var version = await VersionAsync(scene);
        await using (var socket = await RawSocket.ConnectAsync(app.Address, scene.Session, scene.Anton.Bearer))
        {
            var answer = await socket.CallAsync("Do", new string('[', 5_000) + new string(']', 5_000));
            Assert.True(answer is null || answer.Contains("\"error\":", StringComparison.Ordinal));
        }

        await using (var socket = await RawSocket.ConnectAsync(app.Address, scene.Session, scene.Anton.Bearer))
        {
            await socket.SendAsync([(byte)'"', 0xFF, 0xC0, (byte)'"', 0x1E]);
            await socket.Ended.InTime();
        }

        Assert.Equal(version, await VersionAsync(scene));
    }

    [Fact]
    public async Task OP3_the_longest_utterance_fits_and_one_character_more_is_refused()
    {
        var scene = await StageAsync();
        var longest = new string('\u4e2d', Limits.TextLength);
        await scene.Ana.SayAsync(longest);
        await scene.Anton.HearsAsync(longest);
        Assert.Equal("too_long", (await scene.Ana.RefusedAsync(new Say(scene.Ana.Sitting, longest + "x", "en"))).Code);
    }

    // one stage for each method: a theory that broke it would fail the next, and no person says hello as often as OP3 refuses
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<ServerApp, ConcurrentDictionary<string, Task<Scene>>> Stages = [];

    private Task<Scene> StageAsync(string method = "") =>
        Stages.GetOrCreateValue(app).GetOrAdd(method, _ => app.SceneAsync());

    private async Task<long> VersionAsync(Scene scene) =>
        (await app.The<SessionHouse>().FindAsync(new SessionId(Guid.Parse(scene.Session))))!.Ledger.Now.Version;

    private static string? CodeOf(string completion)
    {
        var refusal = JsonDocument.Parse(completion).RootElement.GetProperty("result").GetProperty("refusal");
        return refusal.ValueKind == JsonValueKind.Null ? null : refusal.GetProperty("code").GetString();
    }
}
