using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IomSessions.Client;
using IomSessions.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IomSessions.Server.Tests.Http;

/// <summary>The OpenAPI document and what is really answered are one.</summary>
public sealed class DocumentTests(ServerApp app) : IClassFixture<ServerApp>, IDisposable
{
    // what is live, the document itself, and what no call takes
    private static readonly string[] Elsewhere =
    [
        "/hub/session", "/hub/session/negotiate", "/hub/feed", "/hub/feed/negotiate", "/openapi", "/openapi/v1.json", "/openapi/page.js", "/openapi/page.css", "/api/{**rest}",
        "/{*path:nonfile}",
    ];

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.Address };
    private readonly HashSet<string> _called = [];

    [Fact]
    public async Task DL7_every_call_answers_as_the_document_says_and_the_document_says_no_more()
    {
        var document = await _http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        await using var scene = await app.SceneAsync();
        var house = string.Join("; ", scene.House.Cookies.GetAllCookies().Select(cookie => $"{cookie.Name}={cookie.Value}"));
        await scene.Ana.SayAsync("for the record");
        await scene.Ana.HearsAsync("for the record");
        var sitting = scene.Ana.Sitting;
        await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Berta, scene.Mara);
        var meeting = NewId.Next();
        await scene.Secretary.DoAsync(new SetMeeting(meeting, new DateTimeOffset(app.Clock.GetUtcNow().UtcDateTime.Date.AddDays(2), TimeSpan.Zero), 60));
        var s = $"/api/sessions/{scene.Session}";

        async Task<JsonElement> As(string? bearer, HttpMethod method, string template, string path, object? body = null, HttpStatusCode? status = null)
        {
            using var ask = new HttpRequestMessage(method, path);
            if (bearer is null)
            {
                ask.Headers.Add("Cookie", house);
            }
            else if (bearer.Length > 0)
            {
                ask.Headers.Authorization = new("Bearer", bearer);
            }

            ask.Content = body is null ? null : body as HttpContent ?? JsonContent.Create(body);
            using var answer = await _http.SendAsync(ask);
            if (status is { } wanted)
            {
                Assert.Equal(wanted, answer.StatusCode);
            }

            return await CheckAsync(document, method, template, answer);
        }

        Task<JsonElement> Ana(string template, string path) => As(scene.Ana.Bearer, HttpMethod.Get, template, path, status: HttpStatusCode.OK);

        await As(null, HttpMethod.Get, "/api/house", "/api/house", status: HttpStatusCode.NoContent);
        await As("", HttpMethod.Get, "/api/house", "/api/house", status: HttpStatusCode.Unauthorized);
        await As("", HttpMethod.Post, "/api/house/enter", "/api/house/enter", new { token = await app.HouseTokenAsync() }, HttpStatusCode.NoContent);
        await As(null, HttpMethod.Get, "/api/house/sessions", "/api/house/sessions", status: HttpStatusCode.OK);
        await As(null, HttpMethod.Post, "/api/house/sessions", "/api/house/sessions",
            new { reference = "R", title = "T", kind = "commercial", languages = (string[])["en"] }, HttpStatusCode.OK);
        await As(null, HttpMethod.Get, "/api/mine", "/api/mine", status: HttpStatusCode.OK);
        const string Invitation = "/api/sessions/{session}/people/{person}/invitation";
        var link = await As(null, HttpMethod.Post, Invitation, $"{s}/people/{scene.Boris.Person}/invitation", new { }, HttpStatusCode.OK);
        await As("", HttpMethod.Post, "/api/enter", "/api/enter", new { token = link.GetProperty("token").GetString(), label = "P", program = true }, HttpStatusCode.OK);
        await As(null, HttpMethod.Post, Invitation, $"{s}/people/{scene.Boris.Person}/invitation", new { }, HttpStatusCode.OK);
        await As(null, HttpMethod.Delete, Invitation, $"{s}/people/{scene.Boris.Person}/invitation", status: HttpStatusCode.NoContent);
        await As(scene.Ana.Bearer, HttpMethod.Delete, Invitation, $"{s}/people/{scene.Boris.Person}/invitation");
        var code = await As(scene.Anton.Bearer, HttpMethod.Post, "/api/sessions/{session}/code", $"{s}/code", new { }, HttpStatusCode.OK);
        await As("", HttpMethod.Post, "/api/enter/code", "/api/enter/code", new { code = code.GetProperty("code").GetString(), label = "P", program = true }, HttpStatusCode.OK);
        await As("", HttpMethod.Post, "/api/enter", "/api/enter", new { token = "none", label = "P" }, HttpStatusCode.NotFound);
        await Ana("/api/sessions/{session}/me", $"{s}/me");
        await Ana("/api/sessions/{session}", s);
        var people = await Ana("/api/sessions/{session}/people", $"{s}/people");
        Assert.Equal(2, people.GetProperty("parties").GetArrayLength());
        await Ana("/api/sessions/{session}/protocol", $"{s}/protocol");
        var circles = await Ana("/api/sessions/{session}/circles", $"{s}/circles");
        Assert.Contains(circles.EnumerateArray(), row => row.GetProperty("kind").GetString() == "hall");
        var sittings = await Ana("/api/sessions/{session}/sittings", $"{s}/sittings?max=5");
        Assert.NotEqual(0, sittings.GetProperty("sittings").GetArrayLength());
        const string Events = "/api/sessions/{session}/circles/{circle}/events";
        var events = await Ana(Events, $"{s}/circles/{sitting}/events");
        Assert.Contains("for the record", events.ToString(), StringComparison.Ordinal);
        var notHers = await As(scene.Boris.Bearer, HttpMethod.Get, Events, $"{s}/circles/{sitting}/events", status: HttpStatusCode.NotFound);
        var notThere = await As(scene.Boris.Bearer, HttpMethod.Get, Events, $"{s}/circles/{NewId.Next()}/events", status: HttpStatusCode.NotFound);
        Assert.Equal(notThere.ToString(), notHers.ToString());
        using var bytes = new ByteArrayContent("an annex"u8.ToArray());
        bytes.Headers.ContentDisposition = new("attachment") { FileNameStar = "annex.txt" };
        var taken = await As(scene.Ana.Bearer, HttpMethod.Post, "/api/sessions/{session}/circles/{circle}/files",
            $"{s}/circles/{scene.Ana.Sitting}/files", bytes, HttpStatusCode.OK);
        var file = taken.GetProperty("file").GetString()!;
        await As(scene.Ana.Bearer, HttpMethod.Get, "/api/sessions/{session}/files/{file}", $"{s}/files/{file}", status: HttpStatusCode.NotFound);
        await scene.Ana.DoAsync(new Say(scene.Ana.Sitting, "annexed", "en", [file]));
        await scene.Ana.HearsAsync("annexed");
        await Ana("/api/sessions/{session}/files/{file}", $"{s}/files/{file}");
        await Ana("/api/sessions/{session}/record.html", $"{s}/record.html");
        var record = await Ana("/api/sessions/{session}/record.json", $"{s}/record.json");
        Assert.Contains("for the record", record.ToString(), StringComparison.Ordinal);
        foreach (var form in (string[])["docx", "pdf"])
        {
            var sheet = new { format = "iom-sessions/positions-1", title = "Ours", language = "en", stamp = "Without prejudice", parts = (object[])[] };
            await As(scene.Ana.Bearer, HttpMethod.Post, $"/api/sessions/{{session}}/documents/{form}", $"{s}/documents/{form}", sheet, HttpStatusCode.OK);
        }

        foreach (var health in (string[])["/health/live", "/health/ready", "/health/redis"])
        {
            await As("", HttpMethod.Get, health, health, status: HttpStatusCode.OK);
        }

        await Ana("/api/sessions/{session}/meetings", $"{s}/meetings");
        await Ana("/api/sessions/{session}/meetings/{meeting}.ics", $"{s}/meetings/{meeting}.ics");
        await As(scene.Milan.Bearer, HttpMethod.Post, "/api/sessions/{session}/leave", $"{s}/leave", new { }, HttpStatusCode.NoContent);

        Assert.Equal(Documented.Calls(document).Select(call => $"{call.Method} {call.Template}").Order(StringComparer.Ordinal), _called.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task DL7_what_the_server_maps_and_what_the_document_has_is_the_same()
    {
        var document = await _http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var mapped = app.The<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(one => !one.Metadata.Any(mark => mark.GetType().Name.StartsWith("StaticAsset", StringComparison.Ordinal)))
            .Select(one => (
                Template: "/" + one.RoutePattern.RawText!.Trim('/'),
                Methods: one.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [HttpMethods.Get]))
            .Where(one => !Elsewhere.Contains(one.Template))
            .SelectMany(one => one.Methods.Select(method => $"{method} {one.Template}"));
        var told = Documented.Calls(document).Select(call => $"{call.Method} {call.Template}");
        Assert.Equal(mapped.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task DL7_every_call_says_who_may_make_it_and_how_it_refuses_with_every_code_there_is()
    {
        var document = await _http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        foreach (var (_, template, call) in Documented.Calls(document).Where(one => one.Template.StartsWith("/api", StringComparison.Ordinal)))
        {
            var keys = call.TryGetProperty("security", out var security)
                ? security.EnumerateArray().SelectMany(one => one.EnumerateObject().Select(key => key.Name)) : [];
            string[] wanted = template.StartsWith("/api/sessions/", StringComparison.Ordinal) ? ["bearer", "cookie"]
                : template is "/api/house" or "/api/house/sessions" ? ["house"] : [];
            Assert.Equal(wanted, keys);
            var refused = call.GetProperty("responses").GetProperty("default").GetProperty("content").GetProperty("application/json");
            Assert.Equal("#/components/schemas/Refusal", refused.GetProperty("schema").GetProperty("$ref").GetString());
        }

        var codes = document.GetProperty("components").GetProperty("schemas").GetProperty("Refusal").GetProperty("properties").GetProperty("code");
        Assert.Contains("not_found", codes.GetProperty("enum").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal(["bearer", "cookie", "house"], document.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Select(one => one.Name));
    }

    [Fact]
    public async Task PE3_people_are_told_as_far_as_one_may_know_of_them()
    {
        await using var scene = await app.SceneAsync();
        var waiting = await scene.ActorAsync("Waiting", Role.Counsel, scene.Aland);
        var (lobby, party, bench) = (await PeopleAsync(scene, waiting), await PeopleAsync(scene, scene.Berta), await PeopleAsync(scene, scene.Mara));
        Assert.Equal(["Ana", "Anton", "Waiting"], Names(lobby));
        Assert.Contains("Boris", Names(party));
        Assert.All(party.GetProperty("people").EnumerateArray(), row => Assert.Equal(JsonValueKind.Null, row.GetProperty("status").ValueKind));
        Assert.Contains(bench.GetProperty("people").EnumerateArray(), row => row.GetProperty("status").GetString() == "lobby");
    }

    [Fact]
    public async Task OP1_the_page_of_the_document_needs_no_other_host()
    {
        foreach (var (path, type) in ((string, string)[])[("/openapi", "text/html"), ("/openapi/page.js", "text/javascript"), ("/openapi/page.css", "text/css")])
        {
            using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            Assert.DoesNotContain("://", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    public void Dispose() => _http.Dispose();

    private static IEnumerable<string> Names(JsonElement people) =>
        people.GetProperty("people").EnumerateArray().Select(row => row.GetProperty("name").GetString()!).Order(StringComparer.Ordinal);

    private async Task<JsonElement> PeopleAsync(Scene scene, Actor actor)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/api/sessions/{scene.Session}/people");
        ask.Headers.Authorization = new("Bearer", actor.Bearer);
        using var answer = await _http.SendAsync(ask);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> CheckAsync(JsonElement document, HttpMethod method, string template, HttpResponseMessage answer)
    {
        var responses = document.GetProperty("paths").GetProperty(template).GetProperty(method.Method.ToLowerInvariant()).GetProperty("responses");
        var told = responses.TryGetProperty($"{(int)answer.StatusCode}", out var exact) ? exact : responses.GetProperty("default");
        Assert.Equal(answer.IsSuccessStatusCode, responses.TryGetProperty($"{(int)answer.StatusCode}", out _));
        _called.Add($"{method.Method} {template}");
        var text = await answer.Content.ReadAsStringAsync();
        if (!told.TryGetProperty("content", out var content))
        {
            Assert.Empty(text);
            return default;
        }

        var media = content.TryGetProperty("*/*", out var any) ? any : content.GetProperty(answer.Content.Headers.ContentType!.MediaType!);
        if (!media.TryGetProperty("schema", out var schema))
        {
            return default;
        }

        var value = answer.Content.Headers.ContentType!.MediaType == "application/json" ? JsonDocument.Parse(text).RootElement : JsonSerializer.SerializeToElement(text);
        new SchemaCheck(document).Check(schema, value);
        return value;
    }
}
