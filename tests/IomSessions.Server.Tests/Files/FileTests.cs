using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using IomSessions.Client;
using IomSessions.Domain;
using IomSessions.Wire;
using Say = IomSessions.Wire.Say;
using Said = IomSessions.Wire.Said;
using SuspendPerson = IomSessions.Wire.SuspendPerson;

namespace IomSessions.Server.Tests.Files;

/// <summary>Files over HTTP: to those who sat there, and to nobody else; and uploads that mean no good.</summary>
public sealed class FileTests(ServerApp app) : IClassFixture<ServerApp>
{
    [Fact]
    public async Task SI3_a_file_of_a_caucus_reaches_those_who_sat_there_byte_for_byte_and_is_not_there_for_others()
    {
        await using var scene = await app.SceneAsync();
        await scene.MoveAsync(await scene.RoomAsync("Caucus"), scene.Mara, scene.Ana);
        using var http = Http();
        var bytes = Text(300_000);
        var taken = await UploadAsync(http, scene, scene.Ana, "附件 one.txt", bytes);
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), await RefusedAsync(http, scene, scene.Ana, taken.File));
        await scene.Ana.DoAsync(new Say(scene.Ana.Sitting, "See the annex.", "en", [taken.File]));
        await scene.Mara.HearsAsync("See the annex.");
        var told = scene.Mara.Events.Select(e => e.Body).OfType<Said>().Last().Files!.Single();
        Assert.Equal(("附件 one.txt", "text/plain", 300_000L), (told.Name, told.Type, told.Size));
        await using (var stream = await FilesOf(http, scene, scene.Mara).DownloadAsync(told.File))
        {
            using var got = new MemoryStream();
            await stream.CopyToAsync(got);
            Assert.Equal(bytes, got.ToArray());
        }

        var foreign = await RefusedAsync(http, scene, scene.Berta, told.File);
        Assert.Equal(foreign, await RefusedAsync(http, scene, scene.Berta, NewId.Next()));
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), foreign);
        Assert.DoesNotContain(scene.Berta.Events, e => e.Body is Said);
    }

    [Fact]
    public async Task SI3_a_download_is_kept_by_nobody_and_shown_by_no_browser()
    {
        await using var scene = await app.SceneAsync();
        using var http = Http();
        var file = await SaidAsync(http, scene, "résumé \"x\".txt".Replace("\"", "", StringComparison.Ordinal), Text(100_000));
        using var answer = await GetAsync(http, scene, scene.Ana, file, range: null);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("résumé x.txt", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
        using var part = await GetAsync(http, scene, scene.Ana, file, new RangeHeaderValue(65_530, 65_549));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(Text(100_000)[65_530..65_550], await part.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task PE4_a_suspended_person_gets_no_file_any_more()
    {
        await using var scene = await app.SceneAsync();
        using var http = Http();
        var file = await SaidAsync(http, scene, "a.txt", Text(10));
        await scene.Mara.DoAsync(new SuspendPerson(scene.Ana.Person));
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), await RefusedAsync(http, scene, scene.Ana, file));
    }

    [Theory]
    [InlineData("setup.exe", "MZ", "file_type")]
    [InlineData("annex.pdf", "MZ", "file_content")]
    [InlineData("page.svg", "<svg/>", "file_type")]
    [InlineData("../../annex.txt", "x", "file_name")]
    [InlineData("..\\annex.txt", "x", "file_name")]
    [InlineData("annex\u202etxt.txt", "x", "file_name")]
    [InlineData("annex.txt", "", "file_content")]
    [InlineData("annex.txt", "a\0b", "file_content")]
    public async Task SI3_what_is_not_taken_is_refused_and_leaves_nothing(string name, string content, string code)
    {
        await using var scene = await app.SceneAsync();
        using var http = Http();
        var refused = await Assert.ThrowsAsync<RefusedException>(() => UploadAsync(http, scene, scene.Ana, name, Encoding.UTF8.GetBytes(content)));
        Assert.Equal(code, refused.Refusal.Code);
        Assert.Empty(FilesOf(scene));
    }

    [Fact]
    public async Task OP3_a_file_announced_too_large_is_refused_before_a_byte_of_it()
    {
        await using var scene = await app.SceneAsync();
        using var socket = await ConnectAsync();
        await SendAsync(socket, scene, $"Content-Length: {Limits.FileBytes + 1}\r\n\r\n");
        var answer = await ReadAsync(socket, "file_too_large");
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Empty(FilesOf(scene));
    }

    [Fact]
    public async Task SI3_an_upload_that_breaks_off_leaves_nothing()
    {
        await using var scene = await app.SceneAsync();
        using (var socket = await ConnectAsync())
        {
            await SendAsync(socket, scene, "Content-Length: 500000\r\n\r\n" + Encoding.ASCII.GetString(Text(200_000)));
            await Soon.UntilAsync(() => FilesOf(scene).Length > 0);
            socket.Close();
        }

        await Soon.UntilAsync(() => FilesOf(scene).Length == 0);
        using var http = Http();
        Assert.Equal(3, (await UploadAsync(http, scene, scene.Ana, "a.txt", Text(3))).Size);
    }

    [Fact]
    public async Task SI4_one_uploads_to_no_circle_that_one_does_not_read()
    {
        await using var scene = await app.SceneAsync();
        using var http = Http();
        foreach (var circle in (string[])[scene.Berta.Sitting, NewId.Next(), "not-an-id"])
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => FilesOf(http, scene, scene.Ana).UploadAsync(circle, "a.txt", new MemoryStream(Text(10))));
            Assert.Equal((HttpStatusCode.NotFound, "not_found"), (refused.Status, refused.Refusal.Code));
        }

        var nobody = await Assert.ThrowsAsync<RefusedException>(() =>
            new IomSessions.Client.SessionFiles(http, scene.Session).UploadAsync(scene.Ana.Sitting, "a.txt", new MemoryStream(Text(10))));
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.Status);
    }

    [Fact]
    public async Task ST2_neither_name_nor_content_stands_open_in_a_file_of_the_server()
    {
        await using var scene = await app.SceneAsync();
        using var http = Http();
        await SaidAsync(http, scene, "planted7 name.txt", Encoding.ASCII.GetBytes("planted7 content"));
        foreach (var path in Directory.GetFiles(app.Data, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain("planted7", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    private HttpClient Http() => new() { BaseAddress = app.Address };

    private static IomSessions.Client.SessionFiles FilesOf(HttpClient http, Scene scene, Actor who) => new(http, scene.Session, who.Bearer);

    private static async Task<UploadAnswer> UploadAsync(HttpClient http, Scene scene, Actor who, string name, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return await FilesOf(http, scene, who).UploadAsync(who.Sitting, name, content);
    }

    /// <summary>A file that Ana has said at home.</summary>
    private static async Task<string> SaidAsync(HttpClient http, Scene scene, string name, byte[] bytes)
    {
        var taken = await UploadAsync(http, scene, scene.Ana, name, bytes);
        await scene.Ana.DoAsync(new Say(scene.Ana.Sitting, "", "en", [taken.File]));
        return taken.File;
    }

    private static async Task<(HttpStatusCode, string)> RefusedAsync(HttpClient http, Scene scene, Actor who, string file)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => FilesOf(http, scene, who).DownloadAsync(file));
        return (refused.Status, refused.Refusal.Code);
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient http, Scene scene, Actor who, string file, RangeHeaderValue? range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"api/sessions/{scene.Session}/files/{file}", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", who.Bearer);
        request.Headers.Range = range;
        return await http.SendAsync(request);
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(app.Address.Host, app.Address.Port);
        return socket;
    }

    private async Task SendAsync(Socket socket, Scene scene, string rest) => await socket.SendAsync(Encoding.ASCII.GetBytes(
        $"POST /api/sessions/{scene.Session}/circles/{scene.Ana.Sitting}/files HTTP/1.1\r\nHost: {app.Address.Authority}\r\n" +
        $"Authorization: Bearer {scene.Ana.Bearer}\r\nContent-Disposition: attachment; filename=\"a.txt\"\r\n{rest}"));

    private static async Task<string> ReadAsync(Socket socket, string until)
    {
        var (text, buffer) = (new StringBuilder(), new byte[4_096]);
        while (!text.ToString().Contains(until, StringComparison.Ordinal) && await socket.ReceiveAsync(buffer).InTime() is > 0 and var count)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return text.ToString();
    }

    private string[] FilesOf(Scene scene)
    {
        var folder = Path.Combine(app.Data, "files", scene.Session);
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }

    private static byte[] Text(int size) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, (size / 10) + 1).Select(at => $"{at,9} "))[..size]);
}
