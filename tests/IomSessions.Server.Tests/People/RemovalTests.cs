using System.Diagnostics;
using System.Net;
using IomSessions.Client;
using IomSessions.Wire;
using Microsoft.AspNetCore.Http.Connections;

namespace IomSessions.Server.Tests.People;

public sealed class RemovalTests(ServerApp app) : IClassFixture<ServerApp>
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    private static readonly HttpTransportType[] Transports =
        [HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents, HttpTransportType.LongPolling];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PE4_removal_ends_every_line_on_every_transport_within_2_s_and_nothing_brings_him_back(bool byParty)
    {
        await using var scene = await app.SceneAsync();
        var anton = scene.Anton;
        using var http = SessionHttp.To(app.Address);
        var code = await BearingAsync(anton.Bearer, client => client.CodeAsync(scene.Session));
        var browser = await http.EnterAsync(new EnterCodeRequest(code.Code, "A browser"));
        var codeLeft = await BearingAsync(anton.Bearer, client => client.CodeAsync(scene.Session));
        var link = await scene.House.InviteAsync(scene.Session, anton.Person);
        Assert.Equal(anton.Person, browser.Person);
        var lines = new List<RawLine>();
        foreach (var transport in Transports)
        {
            // one that listens, and one that has not said hello
            foreach (var hello in (bool[])[true, false])
            {
                var line = anton.Raw(transport);
                lines.Add(line);
                await line.StartAsync();
                if (hello)
                {
                    await line.HelloAsync();
                }
            }
        }

        await using var program = new SessionConnection(new(app.Address, scene.Session) { Cookies = http.Cookies });
        await program.ConnectAsync().InTime();
        var since = Stopwatch.StartNew();
        await (byParty ? scene.Ana : scene.Secretary).DoAsync(new RemovePerson(anton.Person, byParty ? null : "The court"));
        foreach (var line in lines)
        {
            await line.Closed.InTime();
        }

        var took = since.Elapsed;
        await scene.Ana.DoAsync(new SayInDelegation("after he left", "en"));
        await scene.Ana.HearsAsync("after he left");
        Assert.True(took < Deadline, $"{took}");
        Assert.All(lines, line => Assert.DoesNotContain("after he left", line.Everything, StringComparison.Ordinal));
        // a long poll that goes out after the removal is not let in any more, and so may miss the goodbye: the two last lines
        Assert.All(lines.SkipLast(2).Where(line => line.Calls.All.Count > 0), line => Assert.Equal("Goodbye", line.Calls.All[^1].Target));
        Assert.All(lines, line => Assert.DoesNotContain(line.Events, told =>
            told.GetProperty("body").GetProperty("type").GetString() == "person.left"));
        Assert.Equal(GoodbyeCodes.Removed, (await EndOfAsync(program)).Code);
        Assert.Equal(GoodbyeCodes.Removed, (await EndOfAsync(anton.Line)).Code);

        foreach (var transport in Transports)
        {
            await using var line = anton.Raw(transport);
            var refused = await Assert.ThrowsAsync<HttpRequestException>(() => line.Hub.StartAsync().InTime());
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        await AssertNotKnownAsync(() => http.MeAsync(scene.Session));
        Assert.Empty(await http.MineAsync());
        await AssertNotKnownAsync(() => BearingAsync(anton.Bearer, client => client.MeAsync(scene.Session)));
        await AssertNotKnownAsync(() => BearingAsync(anton.Bearer, client => client.CodeAsync(scene.Session)));
        using var stranger = SessionHttp.To(app.Address);
        Assert.Equal("invitation_revoked", await CodeOfAsync(() => stranger.EnterAsync(new EnterRequest(link.Token, "x"))));
        Assert.Equal("invitation_unknown", await CodeOfAsync(() => stranger.EnterAsync(new EnterCodeRequest(codeLeft.Code, "x"))));
        Assert.Equal("not_found", await CodeOfAsync(() => scene.House.InviteAsync(scene.Session, anton.Person)));
        foreach (var line in lines)
        {
            await line.DisposeAsync();
        }
    }

    [Fact]
    public async Task PE4_a_suspended_person_keeps_his_line_in_the_lobby_and_hears_only_of_himself()
    {
        await using var scene = await app.SceneAsync();
        await using var line = scene.Boris.Raw();
        await line.StartAsync();
        await line.HelloAsync();
        await scene.Boris.Line.SeesAsync(view => view.Here is not null);
        await scene.Mara.DoAsync(new SuspendPerson(scene.Boris.Person));
        await scene.Boris.Line.SeesAsync(view => !view.Admitted);
        await scene.Berta.DoAsync(new SayInDelegation("not for the lobby", "en"));
        await scene.Mara.DoAsync(new ChangePhase(Phase.Adjourned));
        Assert.Equal("not_admitted", (await scene.Boris.RefusedAsync(new SayInDelegation("let me in", "en"))).Code);
        Assert.False(scene.Boris.Heard("not for the lobby"));
        Assert.NotEqual(Phase.Adjourned, scene.Boris.Line.View.Phase);

        // and a line that begins anew gives nothing of what he once could read
        await using var fresh = scene.Boris.Raw();
        await fresh.StartAsync();
        await fresh.HelloAsync();
        await fresh.Calls.FirstAsync(call => call.Target == "Beat");
        Assert.Equal(["person"], fresh.Events.Select(told => told.GetProperty("kind").GetString()).Distinct());
        Assert.DoesNotContain("not for the lobby", fresh.Everything, StringComparison.Ordinal);

        await scene.Mara.DoAsync(new AdmitPeople([scene.Boris.Person]));
        await scene.Boris.HearsAsync("not for the lobby");
    }

    internal static async Task<Goodbye> EndOfAsync(SessionConnection line)
    {
        var ended = await Assert.ThrowsAsync<SessionEndedException>(() => line.WaitForAsync(_ => false).InTime());
        return ended.Goodbye;
    }

    internal static async Task<string> CodeOfAsync<T>(Func<Task<T>> ask) => (await Assert.ThrowsAsync<RefusedException>(ask)).Refusal.Code;

    internal static async Task AssertNotKnownAsync<T>(Func<Task<T>> ask)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(ask);
        Assert.Equal((HttpStatusCode.Unauthorized, RefusalCodes.NotKnown), (refused.Status, refused.Refusal.Code));
    }

    private async Task<T> BearingAsync<T>(string bearer, Func<SessionHttp, Task<T>> ask)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        using var client = new SessionHttp(http, new CookieContainer());
        return await ask(client);
    }
}
