using System.Net;
using System.Security.Cryptography;
using System.Text;
using IomSessions.Client;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.Feed;

public sealed class ClearedTests
{
    private static readonly StatementText Text = new("en", "Joint statement", "The parties met on the island.");

    [Fact]
    public async Task CL1_a_statement_is_in_the_feed_when_all_have_cleared_it_and_its_time_has_come_and_not_a_byte_before()
    {
        await using var app = new ServerApp();
        await using var scene = await app.SceneAsync();
        var statement = await ClearedAsync(scene);
        await scene.Mara.DoAsync(new PublishStatement(statement, 1));
        await scene.Boris.News.FirstAsync(news => news is SessionNews.Told { Event.Body: StatementScheduled set } && set.Statement == statement);
        using var http = new HttpClient { BaseAddress = app.Address };
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/feed/REF-1", UriKind.Relative))).StatusCode);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await scene.Boris.News.FirstAsync(news => news is SessionNews.Told { Event.Body: StatementPublished told } && told.Statement == statement);
        var page = await PageAsync(http);
        Assert.Contains("The parties met on the island.", page, StringComparison.Ordinal);
        Assert.Contains("Aland", page, StringComparison.Ordinal);
        Assert.Contains("Borduria", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ST5_what_was_ordered_before_a_restart_is_public_at_its_time_with_nobody_connected()
    {
        var first = new ServerApp();
        await using (var scene = await first.SceneAsync())
        {
            await scene.Mara.DoAsync(new PublishStatement(await ClearedAsync(scene), 1));
        }

        await using var app = await first.RestartAsync();
        using var http = new HttpClient { BaseAddress = app.Address };
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/feed/REF-1", UriKind.Relative))).StatusCode);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Contains("The parties met on the island.", await PageAsync(http), StringComparison.Ordinal);
    }

    // the feed knows nothing of sessions, so each side keeps the list of the feed's pages
    [Theory]
    [InlineData("IOM/2026-1 (調解)")]
    [InlineData("key")]
    [InlineData("verify")]
    [InlineData("IOM/events")]
    [InlineData("IOM/atom.xml")]
    [InlineData("IOM/feed.json")]
    [InlineData("IOM/items")]
    [InlineData("IOM/.")]
    [InlineData("../IOM")]
    [InlineData("IOM//1")]
    [InlineData(" IOM")]
    public void CL3_a_session_and_the_feed_take_the_same_references(string reference) =>
        Assert.Equal(Storage.Feed.FeedChecks.IsReference(reference), Domain.Words.IsReference(reference));

    private static async Task<string> ClearedAsync(Scene scene)
    {
        var protocol = scene.Mara.Line.View.Protocol!;
        await scene.Mara.DoAsync(new ProposeProtocol(protocol with { ExistencePublic = true }));
        await scene.Mara.Line.SeesAsync(view => view.ProtocolNumber == 2);
        await scene.Ana.DoAsync(new AcceptProtocol(2));
        await scene.Berta.DoAsync(new AcceptProtocol(2));
        var statement = NewId.Next();
        await scene.Mara.DoAsync(new PutStatement(statement, StatementKind.Joint, [Text], [], []));
        Actor[] needed = [scene.Mara, scene.Milan, scene.Ana, scene.Berta];
        foreach (var by in needed)
        {
            Assert.Equal(RefusalCodes.NeedsClearance, (await scene.Mara.RefusedAsync(new PublishStatement(statement, 1))).Code);
            await by.DoAsync(new ClearStatement(statement, 1, Text.Language, Digest(Text)));
        }

        return statement;
    }

    // the feed takes it over right after the session was told
    private static async Task<string> PageAsync(HttpClient http)
    {
        using var stop = new CancellationTokenSource(Soon.Patience);
        while (true)
        {
            using var answer = await http.GetAsync(new Uri("/feed/REF-1", UriKind.Relative), stop.Token);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return await answer.Content.ReadAsStringAsync(stop.Token);
            }
        }
    }

    private static string Digest(StatementText text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text.Language}\n{text.Title}\n{text.Text}")));
}
