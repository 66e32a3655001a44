using System.Net;
using System.Text.Json;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.Records;

/// <summary>One's own record over HTTP: all that one may read, and nothing else.</summary>
public sealed class RecordTests(ServerApp app) : IClassFixture<ServerApp>
{
    private const string Hostile = "</p><script>alert(1)</script> \"x\" 'y' & \u202Eabc \u05E9\u05DC\u05D5\u05DD";

    [Theory]
    [InlineData("html")]
    [InlineData("json")]
    public async Task SI4_a_record_holds_all_that_one_may_read_and_no_word_of_a_caucus_one_did_not_sit_in(string form)
    {
        await using var scene = await app.SceneAsync();
        await scene.Ana.SayAsync("planted-joint");
        await scene.Berta.DoAsync(new SayInDelegation("planted-borduria", "en"));
        await scene.Mara.DoAsync(new SayOnBench(scene.Mara.Line.View.Bench!, "planted-bench", "en"));
        await scene.MoveAsync(await scene.RoomAsync("planted-room"), scene.Mara, scene.Ana);
        await scene.Ana.SayAsync("planted-caucus");
        var (ana, berta, mara) = (await RecordAsync(scene, scene.Ana, form), await RecordAsync(scene, scene.Berta, form), await RecordAsync(scene, scene.Mara, form));
        Assert.Equal(["planted-joint", "planted-caucus", "planted-room"], Planted(ana));
        Assert.Equal(["planted-borduria"], Planted(berta).Except(["planted-joint"]));
        Assert.Equal(["planted-bench", "planted-caucus", "planted-room"], Planted(mara).Except(["planted-joint"]));
    }

    [Fact]
    public async Task ST4_the_journal_says_who_met_and_what_was_done_and_nothing_of_what_was_said()
    {
        await using var scene = await app.SceneAsync();
        await scene.MoveAsync(await scene.RoomAsync("planted-room"), scene.Mara, scene.Ana);
        await scene.Ana.SayAsync("planted-words");
        await scene.Mara.DoAsync(new SendWord(null, scene.Ana.Person, "planted-word", "en"));
        using var record = JsonDocument.Parse(await RecordAsync(scene, scene.Ana, "json"));
        var journal = record.RootElement.GetProperty("journal");
        Assert.DoesNotContain("planted", journal.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("planted-word\"", record.RootElement.GetRawText(), StringComparison.Ordinal);
        var met = journal.GetProperty("entries").EnumerateArray().Last(entry => entry.GetProperty("act").GetString() == "sitting.opened");
        Assert.Equal(
            new[] { scene.Ana.Person, scene.Mara.Person }.Order(StringComparer.Ordinal),
            met.GetProperty("people").EnumerateArray().Select(one => one.GetString()!).Order(StringComparer.Ordinal));
        Assert.Contains(journal.GetProperty("entries").EnumerateArray(), entry => entry.GetProperty("act").GetString() == "protocol.accepted");
        var told = journal.GetProperty("told").EnumerateArray().Single(one => one.GetProperty("circle").GetString() == scene.Ana.Sitting);
        Assert.Equal(1, told.GetProperty("acts").GetProperty("said").GetInt32());
        var page = await RecordAsync(scene, scene.Ana, "html");
        Assert.DoesNotContain("planted", page[page.IndexOf("<h2>Process journal", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ST4_the_page_shows_hostile_text_as_text_and_runs_and_loads_nothing()
    {
        await using var scene = await app.SceneAsync();
        await scene.Ana.SayAsync(Hostile);
        var page = await RecordAsync(scene, scene.Ana, "html");
        Assert.Contains("&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;x&quot;", page, StringComparison.Ordinal);
        Assert.Contains("\u05E9\u05DC\u05D5\u05DD</p>", page, StringComparison.Ordinal);
        Assert.Contains("dir=\"auto\"", page, StringComparison.Ordinal);
        Assert.Contains("without prejudice", page, StringComparison.Ordinal);
        foreach (var never in (string[])["<script", "\u202E", "http://", "https://", "src="])
        {
            Assert.DoesNotContain(never, page.Replace("default-src", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ST4_a_record_is_a_download_with_a_neutral_name_that_nobody_keeps()
    {
        await using var scene = await app.SceneAsync();
        using var answer = await GetAsync(scene, scene.Ana, "html");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Matches("^\"?record-\\d{4}-\\d\\d-\\d\\d\\.html\"?$", answer.Content.Headers.ContentDisposition.FileName);
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PE4_who_was_suspended_or_removed_takes_no_record_and_nobody_else_does()
    {
        await using var scene = await app.SceneAsync();
        await scene.Mara.DoAsync(new SuspendPerson(scene.Anton.Person));
        await scene.Secretary.DoAsync(new RemovePerson(scene.Boris.Person, "Order 1"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(scene, scene.Anton));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(scene, scene.Boris));
        using var http = new HttpClient { BaseAddress = app.Address };
        using var nobody = await http.GetAsync(Path(scene, "json"));
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
    }

    [Fact]
    public async Task SE3_one_takes_so_many_records_and_that_binds_nobody_else()
    {
        await using var scene = await app.SceneAsync();
        for (var at = 0; at < Domain.Limits.RecordBurst; at++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(scene, scene.Ana));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(scene, scene.Ana));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(scene, scene.Berta));
    }

    private static IEnumerable<string> Planted(string record) =>
        ((string[])["planted-joint", "planted-borduria", "planted-bench", "planted-caucus", "planted-room"])
            .Where(word => record.Contains(word, StringComparison.Ordinal));

    private async Task<string> RecordAsync(Scene scene, Actor who, string form)
    {
        using var answer = await GetAsync(scene, who, form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpStatusCode> StatusAsync(Scene scene, Actor who)
    {
        using var answer = await GetAsync(scene, who, "json");
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> GetAsync(Scene scene, Actor who, string form)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, Path(scene, form));
        request.Headers.Authorization = new("Bearer", who.Bearer);
        return await http.SendAsync(request);
    }

    private static Uri Path(Scene scene, string form) => new($"api/sessions/{scene.Session}/record.{form}", UriKind.Relative);
}
