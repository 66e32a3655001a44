using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IomSessions.Client;
using IomSessions.Domain;
using RemovePerson = IomSessions.Wire.RemovePerson;
using SetMeeting = IomSessions.Wire.SetMeeting;

namespace IomSessions.Server.Tests.Http;

/// <summary>Every call of the document, made by those who have no business there, or in ways it is not meant for.</summary>
public sealed class OutsiderTests(ServerApp app) : IClassFixture<ServerApp>, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.Address };

    [Fact]
    public async Task DL7_who_is_nobody_there_gets_one_answer_for_a_session_that_is_and_one_that_is_not()
    {
        await using var scene = await app.SceneAsync();
        await using var other = await app.SceneAsync();
        var meeting = await PlannedAsync(scene);
        var others = other.House.Cookies.GetAllCookies().Where(cookie => cookie.Name != $"iom-s-{scene.Session}");
        (string Name, string Value)?[] callers =
        [
            null,
            ("Authorization", $"Bearer {NewId.Next()}"),
            ("Authorization", $"Bearer {other.Mara.Bearer}"),
            ("Cookie", string.Join("; ", others.Select(cookie => $"{cookie.Name}={cookie.Value}"))),
            // somebody else's token under the name of this session's cookie
            ("Cookie", $"iom-s-{scene.Session}={other.Mara.Bearer}"),
        ];
        foreach (var (method, template, _) in await OfSessionsAsync())
        {
            var there = Documented.Fill(template, place => Real(scene, meeting, place));
            var nowhere = Documented.Fill(template, _ => NewId.Next());
            foreach (var caller in callers)
            {
                var (status, text) = await AskAsync(method, there, caller);
                Assert.Equal(HttpStatusCode.Unauthorized, status);
                Assert.Equal((status, text), await AskAsync(method, nowhere, caller));
            }
        }
    }

    [Fact]
    public async Task PE4_a_removed_participant_reaches_no_call()
    {
        await using var scene = await app.SceneAsync();
        var meeting = await PlannedAsync(scene);
        await scene.Secretary.DoAsync(new RemovePerson(scene.Anton.Person, "The court"));
        foreach (var (method, template, _) in await OfSessionsAsync())
        {
            var path = Documented.Fill(template, place => Real(scene, meeting, place));
            var (status, text) = await AskAsync(method, path, ("Authorization", $"Bearer {scene.Anton.Bearer}"));
            Assert.True(status is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound, $"{method} {template}: {status}");
            Assert.Contains(JsonDocument.Parse(text).RootElement.GetProperty("code").GetString(), (string[])["not_known", "not_found"]);
        }
    }

    [Fact]
    public async Task PE6_no_call_takes_a_cookie_from_another_page()
    {
        await using var scene = await app.SceneAsync();
        var meeting = await PlannedAsync(scene);
        var cookies = string.Join("; ", scene.House.Cookies.GetAllCookies().Select(cookie => $"{cookie.Name}={cookie.Value}"));
        foreach (var (method, template, _) in Documented.Calls(await DocumentAsync()).Where(call => call.Template.StartsWith("/api", StringComparison.Ordinal)))
        {
            var path = Documented.Fill(template, place => Real(scene, meeting, place));
            foreach (var site in (string[])["cross-site", "same-site"])
            {
                var (status, text) = await AskAsync(method, path, ("Cookie", cookies), ("Sec-Fetch-Site", site));
                Assert.Equal((HttpStatusCode.Unauthorized, "not_known"), (status, JsonDocument.Parse(text).RootElement.GetProperty("code").GetString()));
            }
        }

        // nothing was done
        Assert.Equal(scene.Secretary.Person, (await scene.House.MeAsync(scene.Session)).Person);
    }

    [Fact]
    public async Task OP1_a_token_in_an_address_opens_no_call()
    {
        await using var scene = await app.SceneAsync();
        var (status, _) = await AskAsync("GET", $"/api/sessions/{scene.Session}/me?access_token={scene.Ana.Bearer}");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task OP3_what_is_too_long_not_json_or_no_object_is_refused_in_the_one_shape()
    {
        await using var scene = await app.SceneAsync();
        var cookies = string.Join("; ", scene.House.Cookies.GetAllCookies().Select(cookie => $"{cookie.Name}={cookie.Value}"));
        foreach (var (method, template, _) in Documented.Calls(await DocumentAsync()).Where(call => Documented.TakesJson(call.Call)))
        {
            var path = Documented.Fill(template, place => Real(scene, "", place));
            var (bytes, tooLong) = template.Contains("/documents/", StringComparison.Ordinal) ? (Limits.DocumentBytes, "document_too_long") : (Limits.FrameBytes, "too_long");
            foreach (var (body, type, wanted, code) in ((string, string, HttpStatusCode, string)[])
            [
                ("{}", "text/plain", HttpStatusCode.UnsupportedMediaType, "invalid"),
                ("a=b", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType, "invalid"),
                ("{", "application/json", HttpStatusCode.BadRequest, "invalid"),
                ("[]", "application/json", HttpStatusCode.BadRequest, "invalid"),
                ("null", "application/json", HttpStatusCode.BadRequest, "invalid"),
                ($"\"{new string('x', bytes)}\"", "application/json", HttpStatusCode.RequestEntityTooLarge, tooLong),
            ])
            {
                using var ask = new HttpRequestMessage(new(method), path) { Content = new StringContent(body, Encoding.UTF8, type) };
                ask.Headers.Add("Cookie", cookies);
                using var answer = await _http.SendAsync(ask);
                Assert.Equal((template, wanted), (template, answer.StatusCode));
                Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
            }
        }
    }

    [Theory]
    [InlineData("R\r\nATTENDEE:mailto:x@example.org")]
    [InlineData("R\nBEGIN:VEVENT")]
    [InlineData("R\u2028X")]
    [InlineData("R\u0000")]
    public async Task SE1_a_reference_is_one_line(string reference)
    {
        await using var scene = await app.SceneAsync(open: false);
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            scene.House.PrepareAsync(new(reference, "T", IomSessions.Wire.SessionKind.Commercial, ["en"])));
        Assert.Equal("invalid", refused.Refusal.Code);
    }

    public void Dispose() => _http.Dispose();

    private static string Real(Scene scene, string meeting, string place) => place switch
    {
        "session" => scene.Session,
        "person" => scene.Boris.Person,
        "circle" => scene.Ana.Sitting,
        "meeting" => meeting,
        _ => NewId.Next(),
    };

    private async Task<string> PlannedAsync(Scene scene)
    {
        var meeting = NewId.Next();
        await scene.Secretary.DoAsync(new SetMeeting(meeting, new DateTimeOffset(app.Clock.GetUtcNow().UtcDateTime.Date.AddDays(2), TimeSpan.Zero), 60));
        return meeting;
    }

    private Task<JsonElement> DocumentAsync() => _http.GetFromJsonAsync<JsonElement>("/openapi/v1.json")!;

    private async Task<IEnumerable<(string Method, string Template, JsonElement Call)>> OfSessionsAsync() =>
        Documented.Calls(await DocumentAsync()).Where(call => call.Template.StartsWith("/api/sessions/", StringComparison.Ordinal));

    private async Task<(HttpStatusCode Status, string Text)> AskAsync(string method, string path, params (string Name, string Value)?[] headers)
    {
        using var ask = new HttpRequestMessage(new(method), path);
        ask.Content = method == "POST" ? JsonContent.Create(new { }) : null;
        foreach (var header in headers.OfType<(string Name, string Value)>())
        {
            ask.Headers.Add(header.Name, header.Value);
        }

        using var answer = await _http.SendAsync(ask);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
