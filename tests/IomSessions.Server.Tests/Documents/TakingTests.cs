using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IomSessions.Domain;
using IomSessions.Server.Documents;
using Role = IomSessions.Wire.Role;
using SuspendPerson = IomSessions.Wire.SuspendPerson;

namespace IomSessions.Server.Tests.Documents;

public sealed class TakingTests(ServerApp app) : IClassFixture<ServerApp>
{
    [Theory]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK")]
    [InlineData("pdf", "application/pdf", "%PDF")]
    public async Task SG6_a_document_is_a_download_with_a_neutral_name_that_nobody_keeps(string form, string type, string begins)
    {
        await using var scene = await app.SceneAsync();
        using var answer = await SendAsync(scene, scene.Ana.Bearer, form, Json(Sheets.Settlement()));
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(("attachment", $"settlement.{form}"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.StartsWith(begins, Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SG6_a_sign_without_a_font_is_refused_for_pdf_with_what_to_do_instead()
    {
        await using var scene = await app.SceneAsync();
        var hands = Json(Sheets.Of(null, Sheets.Words("en", "\U0001F91D")));
        using var answer = await SendAsync(scene, scene.Ana.Bearer, "pdf", hands);
        Assert.Equal((HttpStatusCode.Conflict, "document_sign"), (answer.StatusCode, await CodeAsync(answer)));
        using var docx = await SendAsync(scene, scene.Ana.Bearer, "docx", hands);
        Assert.Equal(HttpStatusCode.OK, docx.StatusCode);
    }

    [Theory]
    [InlineData("{\"format\":\"iom-sessions/settlement-1\",\"title\":\"T\",\"language\":\"en\",\"stamp\":null}")]
    [InlineData("{\"format\":\"iom-sessions/settlement-1\",\"title\":\"T\",\"language\":\"en\",\"stamp\":null,\"parts\":null}")]
    [InlineData("{\"format\":\"iom-sessions/settlement-1\",\"title\":\"T\",\"language\":\"en\",\"stamp\":null,\"parts\":[null]}")]
    [InlineData("{\"format\":\"iom-sessions/settlement-1\",\"title\":\"T\",\"language\":\"en\",\"stamp\":null,\"parts\":[],\"more\":1}")]
    [InlineData("{\"format\":\"iom-sessions/settlement-1\",\"title\":\"\\ud800\",\"language\":\"en\",\"stamp\":null,\"parts\":[]}")]
    [InlineData("{\"format\":\"iom-sessions/settlement-1\",\"title\":\"T\",\"language\":\"en\",\"stamp\":null,\"parts\":[{\"heading\":\"\",\"language\":null,\"words\":[null],\"rows\":[]}]}")]
    [InlineData("{\"format\":\"iom-sessions/settlement-1\",\"title\":\"T\",\"language\":\"en\",\"stamp\":null,\"parts\":[{\"heading\":\"\",\"language\":null,\"words\":[],\"rows\":[[\"a\",null]]}]}")]
    [InlineData("{\"format\":\"iom-sessions/settlement-1\",\"title\":\"T\",\"language\":\"en\",\"stamp\":null,\"parts\":[{\"heading\":\"\",\"language\":null,\"words\":[],\"rows\":[null]}]}")]
    public async Task OP3_what_is_not_exactly_a_document_is_refused(string body)
    {
        await using var scene = await app.SceneAsync();
        using var answer = await SendAsync(scene, scene.Ana.Bearer, "docx", body);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task PE4_who_is_suspended_still_takes_what_he_has_and_a_stranger_nothing()
    {
        await using var scene = await app.SceneAsync();
        await scene.Mara.DoAsync(new SuspendPerson(scene.Anton.Person));
        using var suspended = await SendAsync(scene, scene.Anton.Bearer, "docx", Json(Sheets.Settlement()));
        Assert.Equal(HttpStatusCode.OK, suspended.StatusCode);
        using var stranger = await SendAsync(scene, "none", "docx", Json(Sheets.Settlement()));
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    [Fact]
    public async Task SE3_one_has_so_many_documents_made_and_that_binds_nobody_else()
    {
        await using var scene = await app.SceneAsync();
        var waiting = await scene.ActorAsync("Waiting", Role.Counsel, scene.Aland);
        for (var at = 0; at < Limits.DocumentBurst; at++)
        {
            using var made = await SendAsync(scene, scene.Ana.Bearer, at % 2 == 0 ? "docx" : "pdf", Json(Sheets.Of(null)));
            Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        }

        using var refused = await SendAsync(scene, scene.Ana.Bearer, "docx", Json(Sheets.Of(null)));
        Assert.Equal((HttpStatusCode.TooManyRequests, "too_fast"), (refused.StatusCode, await CodeAsync(refused)));
        using var others = await SendAsync(scene, waiting.Bearer, "docx", Json(Sheets.Of(null)));
        Assert.Equal(HttpStatusCode.OK, others.StatusCode);
    }

    [Fact]
    public async Task OP3_only_so_many_wait_to_be_made()
    {
        using var press = new DocumentPress(Sheets.Fonts);
        var sheet = Sheets.Of(Sheets.Stamp, Sheets.Words("ar", string.Join('\n', Enumerable.Repeat(Sheets.Arabic, 2_000))));
        var asked = Enumerable.Range(0, Limits.DocumentsWaiting + 4).Select(_ => press.DocxAsync(new(Guid.NewGuid()), sheet, default)).ToList();
        var answers = await Task.WhenAll(asked);
        Assert.Contains(answers, answer => answer.Refusal is { Code: "busy", Retry: true });
        Assert.True(answers.Count(answer => answer.Made is not null) >= Limits.DocumentsWaiting);
        Assert.NotNull((await press.DocxAsync(new(Guid.NewGuid()), sheet, default)).Made);
    }

    [Fact]
    public async Task SE3_nobody_takes_the_places_of_others_to_wait_for_a_document()
    {
        using var press = new DocumentPress(Sheets.Fonts);
        var sheet = Sheets.Of(Sheets.Stamp, Sheets.Words("ar", string.Join('\n', Enumerable.Repeat(Sheets.Arabic, 2_000))));
        var (many, other) = (new PersonId(Guid.NewGuid()), new PersonId(Guid.NewGuid()));
        var asked = Enumerable.Range(0, Limits.DocumentsWaiting).Select(_ => press.DocxAsync(many, sheet, default)).ToList();
        var his = press.DocxAsync(other, sheet, default);
        var answers = await Task.WhenAll(asked);
        Assert.Equal(Limits.DocumentsWaitingPerPerson, answers.Count(answer => answer.Made is not null));
        Assert.All(answers.Where(answer => answer.Made is null), answer => Assert.Equal("busy", answer.Refusal!.Code));
        Assert.NotNull((await his).Made);
        Assert.NotNull((await press.DocxAsync(many, sheet, default)).Made);
    }

    private static string Json(DocumentSheet sheet) => JsonSerializer.Serialize(sheet, JsonSerializerOptions.Web);

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString();

    private async Task<HttpResponseMessage> SendAsync(Scene scene, string bearer, string form, string body)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        using var ask = new HttpRequestMessage(HttpMethod.Post, new Uri($"api/sessions/{scene.Session}/documents/{form}", UriKind.Relative));
        ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        ask.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await http.SendAsync(ask);
    }
}
