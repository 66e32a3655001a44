using System.Net;
using System.Net.Http.Json;
using IomSessions.Client;
using IomSessions.Server.Tests.People;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.Entrance;

public sealed class CookieTests(ServerApp app) : IClassFixture<ServerApp>
{
    [Theory]
    [InlineData("http", false)]
    [InlineData("https", true)]
    public async Task PE6_cookies_are_for_this_site_and_not_for_scripts(string scheme, bool secure)
    {
        await using var scene = await app.SceneAsync(open: false);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.Address };
        using var house = await PostAsync(http, "api/house/enter", new { token = await app.HouseTokenAsync() }, scheme);
        var person = NewId.Next();
        await scene.Secretary.DoAsync(new RegisterPerson(person, "Guest", Role.Counsel, scene.Aland));
        var link = await scene.House.InviteAsync(scene.Session, person);
        using var entered = await PostAsync(http, "api/enter", new { token = link.Token, label = "x" }, scheme);
        foreach (var answer in (HttpResponseMessage[])[house, entered])
        {
            Assert.True(answer.IsSuccessStatusCode);
            var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie")).ToLowerInvariant();
            Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
            Assert.Contains("; samesite=strict", cookie, StringComparison.Ordinal);
            Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
            Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
            Assert.Equal(secure, cookie.Contains("; secure", StringComparison.Ordinal));
        }

        // a program's token is its own business: no cookie, and a browser's secret is in no body
        Assert.Contains("\"bearer\":null", await entered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        link = await scene.House.InviteAsync(scene.Session, person);
        using var program = await PostAsync(http, "api/enter", new { token = link.Token, label = "x", program = true }, scheme);
        Assert.False(program.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task PE6_the_link_of_the_house_opens_once_and_without_it_nobody_is_the_house()
    {
        var token = await app.HouseTokenAsync();
        using var first = SessionHttp.To(app.Address);
        await first.EnterHouseAsync(token);
        Assert.True(await first.IsHouseAsync());
        using var second = SessionHttp.To(app.Address);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => second.EnterHouseAsync(token));
        Assert.Equal("invitation_spent", refused.Refusal.Code);
        Assert.False(await second.IsHouseAsync());
        await RemovalTests.AssertNotKnownAsync(() => second.SessionsAsync());
        await RemovalTests.AssertNotKnownAsync(() => second.PrepareAsync(new("R", "T", SessionKind.Commercial, ["en"])));
    }

    [Fact]
    public async Task SE4_a_cookie_or_token_of_one_session_does_nothing_in_another_and_absent_looks_like_foreign()
    {
        await using var one = await app.SceneAsync(open: false);
        await using var other = await app.SceneAsync(open: false);
        var absent = NewId.Next();
        foreach (var session in (string[])[other.Session, absent])
        {
            using var http = new HttpClient { BaseAddress = app.Address };
            http.DefaultRequestHeaders.Authorization = new("Bearer", one.Ana.Bearer);
            foreach (var path in (string[])["me", "code", "leave", $"people/{other.Ana.Person}/invitation"])
            {
                using var request = new HttpRequestMessage(path == "me" ? HttpMethod.Get : HttpMethod.Post, $"api/sessions/{session}/{path}");
                using var answer = await http.SendAsync(request);
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                Assert.Contains("not_known", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }

            await using var line = new RawLine(app.Address, session, one.Ana.Bearer);
            var refused = await Assert.ThrowsAsync<HttpRequestException>(() => line.Hub.StartAsync().InTime());
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        // a cookie's value under the other session's name
        var mine = one.House.Cookies.GetCookies(app.Address).Single(cookie => cookie.Name == "iom-s-" + one.Session);
        var stolen = new CookieContainer();
        stolen.Add(new Cookie("iom-s-" + other.Session, mine.Value, "/", app.Address.Host));
        using var thief = new HttpClient(new SocketsHttpHandler { CookieContainer = stolen }) { BaseAddress = app.Address };
        using var client = new SessionHttp(thief, stolen);
        await RemovalTests.AssertNotKnownAsync(() => client.MeAsync(other.Session));

        // ids of the other session inside commands
        Assert.Equal("not_found", (await one.Mara.RefusedAsync(new AdmitPeople([other.Boris.Person]))).Code);
        var foreign = await one.Ana.RefusedAsync(new Say(other.Ana.Sitting, "x", "en"));
        var nowhere = await one.Ana.RefusedAsync(new Say(absent, "x", "en"));
        Assert.Equal((nowhere.Code, nowhere.Sentence), (foreign.Code, foreign.Sentence));
    }

    [Theory]
    [InlineData("api/nothing")]
    [InlineData("api/house/nothing")]
    [InlineData("api/sessions/x/me")]
    [InlineData("api/mine/x")]
    public async Task DL7_what_is_not_there_is_refused_in_the_common_shape(string path)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized, $"{answer.StatusCode}");
        Assert.False(string.IsNullOrEmpty((await answer.Content.ReadFromJsonAsync<Refusal>())!.Sentence));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    // behind a proxy that ended TLS the scheme is not ours to see; here a test server would need a certificate
    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string path, object body, string scheme)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Forwarded-Proto", scheme);
        return http.SendAsync(request);
    }
}
