using System.Net;
using System.Text;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.Secrets;

public sealed class TracesTests
{
    private const string Planted = "plantedxq";

    [Fact]
    public async Task OP1_PE7_ST2_no_name_text_id_or_token_is_in_the_logs_and_no_word_in_the_data_folder()
    {
        using var data = new DataDirectory();
        await using var server = await ServerProcess.StartAsync(data);
        var house = await server.HouseTokenAsync();
        var secrets = new List<string> { house };
        await using (var scene = await Scene.MakeAsync(server.Address, house, name: word => $"{word} {Planted}"))
        {
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

        AssertNoWords(data, secrets);
        await server.TermAsync();
        Assert.Equal(0, await server.EndedAsync());
        AssertNoWords(data, secrets);
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
            using var socket = await RawSocket.ConnectAsync(server, scene.Session, scene.Ana.Bearer);
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

    private static void AssertNoWords(DataDirectory data, IEnumerable<string> secrets)
    {
        byte[][] words = [.. secrets.Append(Planted).SelectMany(word => (byte[][])[Encoding.UTF8.GetBytes(word), Encoding.Unicode.GetBytes(word)])];
        var files = Directory.GetFiles(data.Path, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.EndsWith("events.db", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            Assert.All(words, word => Assert.True(bytes.ToArray().AsSpan().IndexOf(word) < 0, $"{Path.GetFileName(file)} has a word in clear"));
        }
    }
}
