using System.Net;
using System.Text;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.Secrets;

public sealed class TracesTests
{
    private const string Planted = "plantedxq";

    [Fact]
    public async Task OP1_PE7_ST2_no_name_text_id_or_token_is_in_logs_figures_spans_and_health_and_no_word_in_the_data_folder()
    {
        using var data = new DataDirectory();
        await using var collector = await Collector.StartAsync();
        await using var server = await ServerProcess.StartAsync(data, environment: collector.Environment, more: ["--metrics", "0"]);
        var house = await server.HouseTokenAsync();
        var secrets = new List<string> { house };
        string session;
        await using (var scene = await Scene.MakeAsync(server.Address, house, name: word => $"{word} {Planted}"))
        {
            session = scene.Session;
            await scene.MoveAsync(scene.Joint.Room, scene.Ana, scene.Anton, scene.Berta, scene.Mara);
            var caucus = await scene.RoomAsync("Caucus");
            await scene.MoveAsync(caucus, scene.Ana, scene.Mara);
            await scene.Ana.SayAsync($"{Planted} in caucus");
            await scene.Mara.HearsAsync($"{Planted} in caucus");
            await scene.Ana.DoAsync(new SayInDelegation($"{Planted} in party", "en"));
            await scene.Mara.DoAsync(new SayOnBench(scene.Mara.Line.View.Bench!, $"{Planted} on bench", "en"));
            secrets.AddRange([scene.Session, caucus, scene.Aland, scene.Borduria, scene.Mara.Line.View.Bench!, scene.Ana.Sitting]);
            secrets.AddRange(scene.Everybody.SelectMany(actor => (string[])[actor.Person, actor.Bearer]).Where(word => word.Length > 0));
            secrets.AddRange(scene.House.Cookies.GetAllCookies().Select(cookie => cookie.Value));
            secrets.Add((await scene.House.InviteAsync(scene.Session, scene.Anton.Person)).Token);
            await MisbehaveAsync(server.Address, scene);
        }

        var watched = await WatchAsync(server);
        AssertNoWords(data, secrets, session);
        await server.TermAsync();
        Assert.Equal(0, await server.EndedAsync());
        AssertNoWords(data, secrets, session);

        // what the collector got is whole: the server has ended and sent all it had
        Assert.Contains("iomsessions.append.duration", collector.Text, StringComparison.Ordinal);
        Assert.All((string[])["command", "turn", "decide", "append", "deliver"], span => Assert.Contains(span, collector.Text, StringComparison.Ordinal));
        Assert.All(secrets.Append(Planted), word => Assert.False(collector.Has(word), "the collector was sent a word"));
        Assert.All(secrets.Append(Planted), word => Assert.DoesNotContain(word, watched, StringComparison.OrdinalIgnoreCase));
        var log = string.Join('\n', server.Log.All);
        Assert.All(secrets.Append(Planted), word => Assert.DoesNotContain(word, log, StringComparison.OrdinalIgnoreCase));
        Assert.All(secrets.Skip(1).Append(Planted), word =>
            Assert.DoesNotContain(server.Screen.All, line => line.Contains(word, StringComparison.OrdinalIgnoreCase)));

        // and what a log names is a fault, not the everyday of a server that strangers can reach
        Assert.DoesNotContain("\"@l\":\"Error\"", log, StringComparison.Ordinal);
    }

    private static async Task MisbehaveAsync(Uri server, Scene scene)
    {
        using var http = new HttpClient { BaseAddress = server };
        http.DefaultRequestHeaders.Authorization = new("Bearer", scene.Ana.Bearer);
        foreach (var path in (string[])[$"api/sessions/{scene.Session}/nothing", $"api/sessions/{scene.Session}/people/x/invitation", "api/enter", "%00", "api/%ff"])
        {
            foreach (var body in (string[])["{", $"{{\"token\":\"{Planted}", $"{{\"token\":\"{Planted}\",\"label\":7}}", "null"])
            {
                using var answer = await http.PostAsync(new Uri(server, path), new StringContent(body, Encoding.UTF8, "application/json"));
                Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
                Assert.DoesNotContain(Planted, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }

        // documents: made, refused for a sign that no font has, for a language that is none, and not read to the end
        foreach (var form in (string[])["docx", "pdf"])
        {
            var sheet = $"{{\"format\":\"iom-sessions/proposal-1\",\"title\":\"{Planted} title\",\"language\":\"en\",\"stamp\":\"{Planted} stamp\","
                + $"\"parts\":[{{\"heading\":\"{Planted} heading\",\"language\":null,\"words\":[\"{Planted} words\"],\"rows\":[[\"{Planted}\",\"row\"]]}}]}}";
            foreach (var body in (string[])[sheet, sheet.Replace(" words", "\U0001F91D", StringComparison.Ordinal), sheet.Replace("\"en\"", $"\"{Planted}_\"", StringComparison.Ordinal), sheet[..^4]])
            {
                using var answer = await http.PostAsync(new Uri(server, $"api/sessions/{scene.Session}/documents/{form}"), new StringContent(body, Encoding.UTF8, "application/json"));
                Assert.Equal(body == sheet || (form == "docx" && body.Contains('\uD83E', StringComparison.Ordinal)), answer.IsSuccessStatusCode);
                Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
                Assert.True(answer.IsSuccessStatusCode || !(await answer.Content.ReadAsStringAsync()).Contains(Planted, StringComparison.Ordinal));
            }
        }

        string[] frames =
        [
            $"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Do\",\"arguments\":[{{\"id\":\"{Planted}\"}},\"{Planted}\"]}}",
            $"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Typing\",\"arguments\":[{{\"{Planted}\":1}}]}}",
            $"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Do\",\"arguments\":[\"{Planted}\"]}}",
            $"{Planted} no JSON",
            new string('x', 80_000) + Planted,
        ];
        foreach (var frame in frames)
        {
            await using var socket = await RawSocket.ConnectAsync(server, scene.Session, scene.Ana.Bearer);
            await socket.SendAsync(frame);
            if (frame.StartsWith("{\"type\"", StringComparison.Ordinal))
            {
                Assert.DoesNotContain(Planted, await socket.CompletionAsync("1") ?? "", StringComparison.Ordinal);
            }
            else
            {
                await socket.Ended.InTime();
            }
        }

        await using var stranger = new RawLine(server, scene.Session, Planted);
        await Assert.ThrowsAsync<HttpRequestException>(() => stranger.Hub.StartAsync().InTime());
        await scene.Ana.RefusedAsync(new Say(scene.Berta.Sitting, $"{Planted} to whom", "en"));
    }

    // What an operator and a load balancer see, and what a participant finds at the operator's paths.
    private static async Task<string> WatchAsync(ServerProcess server)
    {
        using var http = new HttpClient();
        var figures = await http.GetStringAsync(server.Figures);
        Assert.All(
            (string[])["iomsessions_commands", "iomsessions_frames", "iomsessions_deliveries", "iomsessions_sessions_open", "iomsessions_append_duration"],
            name => Assert.Contains(name, figures, StringComparison.Ordinal));
        Assert.Contains("type=\"say\"", figures, StringComparison.Ordinal);
        Assert.Contains(figures.Split('\n'), line => line.Contains("type=\"say\"", StringComparison.Ordinal)
            && !line.Contains("outcome=\"done\"", StringComparison.Ordinal));
        Assert.Equal("yes\n", await http.GetStringAsync(new Uri(server.Address, "/health/live")));
        Assert.Equal("yes\n", await http.GetStringAsync(new Uri(server.Address, "/health/ready")));
        using var hidden = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "/metrics"));
        hidden.Headers.Host = server.Figures!.Authority;
        using var answer = await http.SendAsync(hidden);
        Assert.DoesNotContain("iomsessions_", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return figures;
    }

    private static void AssertNoWords(DataDirectory data, IReadOnlyList<string> secrets, string session)
    {
        byte[][] words = [.. secrets.Append(Planted).SelectMany(word => (byte[][])[Encoding.UTF8.GetBytes(word), Encoding.Unicode.GetBytes(word)])];
        var files = Directory.GetFiles(data.Path, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.EndsWith("events.db", StringComparison.Ordinal));
        foreach (var file in files)
        {
            // a snapshot is found again by its session's random id, which the log in the same folder holds too
            Assert.All(secrets.Append(Planted).Where(word => word != session), word =>
                Assert.DoesNotContain(word, Path.GetRelativePath(data.Path, file), StringComparison.OrdinalIgnoreCase));
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            Assert.All(words, word => Assert.True(bytes.ToArray().AsSpan().IndexOf(word) < 0, $"{Path.GetFileName(file)} has a word in clear"));
        }
    }
}
