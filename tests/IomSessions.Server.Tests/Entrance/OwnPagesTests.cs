using System.Net;

namespace IomSessions.Server.Tests.Entrance;

/// <summary>A cookie speaks only from our own pages; a browser sends it from every host and port of the same site too.</summary>
public sealed class OwnPagesTests(ServerApp app) : IClassFixture<ServerApp>
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task PE6_another_page_of_the_same_site_cannot_use_somebodys_cookie(string header, string value)
    {
        await using var scene = await app.SceneAsync(open: false);
        foreach (var (method, path) in Paths(scene))
        {
            using var refused = await SendAsync(scene, method, path, (header, value));
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        // nothing was done: the secretariat is still signed in
        Assert.Equal(scene.Secretary.Person, (await scene.House.MeAsync(scene.Session)).Person);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", null)]
    [InlineData("X-Nothing", "x")]
    public async Task PE6_our_own_pages_and_programs_can(string header, string? value)
    {
        await using var scene = await app.SceneAsync(open: false);
        value ??= app.Address.GetLeftPart(UriPartial.Authority);
        foreach (var (method, path) in Paths(scene).SkipLast(1))
        {
            using var answer = await SendAsync(scene, method, path, (header, value));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private static (HttpMethod Method, string Path)[] Paths(Scene scene) =>
    [
        (HttpMethod.Post, $"hub/session/negotiate?negotiateVersion=1&session={scene.Session}"),
        (HttpMethod.Post, $"api/sessions/{scene.Session}/code"),
        (HttpMethod.Get, "api/mine"),
        (HttpMethod.Post, $"api/sessions/{scene.Session}/leave"),
    ];

    private async Task<HttpResponseMessage> SendAsync(Scene scene, HttpMethod method, string path, (string Name, string Value) header)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = scene.House.Cookies }) { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add(header.Name, header.Value);
        return await http.SendAsync(request);
    }
}
