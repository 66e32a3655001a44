using System.Net;
using IomSessions.Client;
using IomSessions.Server.Tests.People;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.Entrance;

public sealed class CodeTests
{
    [Fact]
    public async Task PE6_a_code_shown_on_one_device_lets_in_one_more_within_two_minutes()
    {
        await using var app = new ServerApp();
        await using var scene = await app.SceneAsync();
        var first = await CodeAsync(app, scene);
        var code = await CodeAsync(app, scene);
        Assert.Matches("^[A-Z2-9]{4}-[A-Z2-9]{4}$", code);
        Assert.Equal("invitation_unknown", await CodeOfAsync(app, first));
        using var telephone = SessionHttp.To(app.Address);

        // as people type it
        var entered = await telephone.EnterAsync(new EnterCodeRequest($" {code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()} ", "Telephone"));
        Assert.Equal((scene.Anton.Person, false), (entered.Person, entered.Pending));
        await using var line = new SessionConnection(new(app.Address, scene.Session) { Cookies = telephone.Cookies });
        Assert.IsType<ConnectionState.Connected>(await line.ConnectAsync().InTime());
        Assert.Equal("invitation_spent", await CodeOfAsync(app, code));

        var late = await CodeAsync(app, scene);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("invitation_expired", await CodeOfAsync(app, late));
    }

    [Fact]
    public async Task OP3_who_guesses_codes_is_stopped_and_links_still_open()
    {
        await using var app = new ServerApp();
        await using var scene = await app.SceneAsync(open: false);
        var code = await CodeAsync(app, scene);
        var tries = new List<HttpStatusCode>();
        using var guesser = SessionHttp.To(app.Address);
        for (var at = 0; at < 25; at++)
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => guesser.EnterAsync(new EnterCodeRequest("AAAA-AAAA", "x")));
            tries.Add(refused.Status);
            if (refused.Status == HttpStatusCode.TooManyRequests)
            {
                Assert.Equal(("too_many_tries", true), (refused.Refusal.Code, refused.Refusal.Retry));
            }
        }

        Assert.Equal(20, tries.TakeWhile(status => status == HttpStatusCode.NotFound).Count());
        Assert.Equal("too_many_tries", await CodeOfAsync(app, code));
        Assert.False((await scene.EnterAsync(scene.Secretary.Person)).Bearer is null);
    }

    private static async Task<string> CodeAsync(ServerApp app, Scene scene)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", scene.Anton.Bearer);
        using var client = new SessionHttp(http, new CookieContainer());
        return (await client.CodeAsync(scene.Session)).Code;
    }

    private static async Task<string> CodeOfAsync(ServerApp app, string code)
    {
        using var http = SessionHttp.To(app.Address);
        return await RemovalTests.CodeOfAsync(() => http.EnterAsync(new EnterCodeRequest(code, "x")));
    }
}
