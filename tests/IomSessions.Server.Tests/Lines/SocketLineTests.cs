using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using IomSessions.Server.Hubs;

namespace IomSessions.Server.Tests.Lines;

/// <summary>A WebSocket to the real server, frame by frame: what a browser, a proxy or a hostile program may do with one.</summary>
public sealed class SocketLineTests(ServerApp app) : IClassFixture<ServerApp>
{
    private const int Text = 1, Closes = 8, Pings = 9, Pong = 10;

    private static readonly byte[] Handshake = Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e");

    [Fact]
    public async Task DL8_a_ping_is_answered_between_messages_and_a_message_may_come_in_parts()
    {
        await using var scene = await app.SceneAsync();
        await using var line = await OpenAsync(scene);
        await line.SendAsync(Text, Handshake[..7], isLast: false);
        await line.SendAsync(Pings, "are you there"u8.ToArray());
        await line.SendAsync(0, Handshake[7..]);
        var heard = new[] { await line.Reader.NextAsync(), await line.Reader.NextAsync() };
        Assert.Contains((Pong, "are you there"), heard);
        Assert.Contains((Text, "{}\u001e"), heard);
        await line.SendAsync(Text, Call("""{"protocol":1,"cursors":[]}"""));
        Assert.Contains("\"ok\":true", await line.UntilAsync("\"type\":3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DL8_who_says_goodbye_hears_it_and_his_seat_is_free()
    {
        await using var scene = await app.SceneAsync();
        var before = app.The<Attendance>().Count;
        await using var line = await OpenAsync(scene);
        await line.SendAsync(Text, Handshake);
        Assert.Equal((Text, "{}\u001e"), await line.Reader.NextAsync());
        await line.SendAsync(Closes, [0x03, 0xe8]);
        while ((await line.Reader.NextAsync()).Kind != Closes)
        {
        }

        Assert.True(await line.IsOverAsync());
        await LeavesAsync(before);
    }

    [Fact]
    public async Task DL3_what_came_before_a_goodbye_is_carried_out()
    {
        await using var scene = await app.SceneAsync();
        await using var line = await OpenAsync(scene);
        string[] words = ["first", "second", "third"];
        await line.SendAsync([
            .. Line.Frame(Text, Handshake),
            .. words.SelectMany(word => Line.Frame(Text, Say(scene.Ana.Sitting, word))),
            .. Line.Frame(Closes, [0x03, 0xe8])]);
        await scene.Ana.HearsAsync("third");
        Assert.True(await line.IsOverAsync());
        Assert.Equal(words, scene.Ana.Events.Select(told => told.Body).OfType<Wire.Said>().Select(said => said.Text));
    }

    [Theory]
    [InlineData(false, 0)] // not masked
    [InlineData(true, 3)] // no such kind
    [InlineData(true, 0)] // goes on with nothing
    public async Task DL7_what_is_no_websocket_frame_ends_the_line_and_harms_nobody(bool isMasked, int kind)
    {
        await using var scene = await app.SceneAsync();
        var before = app.The<Attendance>().Count;
        await using var line = await OpenAsync(scene);
        await line.SendAsync(Text, Handshake);
        Assert.Equal((Text, "{}\u001e"), await line.Reader.NextAsync());
        await line.SendAsync(isMasked ? kind : Text, Call("{}"), isMasked: isMasked);
        Assert.True(await line.IsOverAsync());
        await LeavesAsync(before);
        await scene.Ana.SayAsync("still here");
        await scene.Ana.HearsAsync("still here");
    }

    [Fact]
    public async Task OP3_who_asks_for_answers_and_reads_none_is_not_listened_to_any_more()
    {
        await using var scene = await app.SceneAsync();
        await using var line = await OpenAsync(scene);
        await line.SendAsync(Text, Handshake);
        var pings = Enumerable.Repeat(Line.Frame(Pings, new byte[120]), 500).SelectMany(one => one).ToArray();
        var taken = 0;
        for (var isTaking = true; isTaking; taken += pings.Length)
        {
            // far more than the systems of both sides hold on the way
            Assert.True(taken < 64 * 1024 * 1024);
            var sending = line.SendAsync(pings);
            isTaking = await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(2))) == sending;
        }

        await scene.Ana.SayAsync("still here");
        await scene.Ana.HearsAsync("still here");
    }

    [Fact]
    public async Task DL8_a_handshake_that_is_none_is_refused()
    {
        await using var scene = await app.SceneAsync();
        await using var line = await OpenAsync(scene, version: "12", accepted: false);
        Assert.Contains(" 400 ", line.Answer, StringComparison.Ordinal);
        await using var other = await OpenAsync(scene, key: "short", accepted: false);
        Assert.Contains(" 400 ", other.Answer, StringComparison.Ordinal);
        await using var stranger = await OpenAsync(scene, bearer: "nobody", accepted: false);
        Assert.Contains(" 401 ", stranger.Answer, StringComparison.Ordinal);
    }

    private static byte[] Call(string argument) =>
        Encoding.UTF8.GetBytes($$"""{"type":1,"invocationId":"1","target":"Hello","arguments":[{{argument}}]}""" + '\u001e');

    private static byte[] Say(string sitting, string text) => Encoding.UTF8.GetBytes(
        $$$"""{"type":1,"target":"Do","arguments":[{"id":"{{{Guid.NewGuid():N}}}","command":{"type":"say","sitting":"{{{sitting}}}","text":"{{{text}}}","language":"en"}}]}""" + '\u001e');

    private Task<Line> OpenAsync(Scene scene, string? bearer = null, string key = "AAAAAAAAAAAAAAAAAAAAAA==", string version = "13", bool accepted = true) =>
        Line.OpenAsync(app.Address, scene.Session, bearer ?? scene.Ana.Bearer, key, version, accepted);

    private Task LeavesAsync(int before) => Soon.UntilAsync(() => app.The<Attendance>().Count <= before);

    private sealed class Line(Socket socket, NetworkStream stream, PipeReader reader, string answer) : IAsyncDisposable
    {
        public MessageReader Reader { get; } = new(reader);

        public string Answer => answer;

        public static async Task<Line> OpenAsync(Uri server, string session, string bearer, string key, string version, bool accepted)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(server.Host, server.Port);
            await socket.SendAsync(Encoding.ASCII.GetBytes(
                $"GET /hub/session?session={session} HTTP/1.1\r\nHost: {server.Authority}\r\nAuthorization: Bearer {bearer}\r\nConnection: Upgrade\r\n"
                + $"Upgrade: websocket\r\nSec-WebSocket-Version: {version}\r\nSec-WebSocket-Key: {key}\r\n\r\n"));
            var stream = new NetworkStream(socket, ownsSocket: true);
            var reader = PipeReader.Create(stream);
            while (true)
            {
                var read = await reader.ReadAsync().AsTask().InTime();
                var text = Encoding.ASCII.GetString(read.Buffer);
                var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
                if (end >= 0)
                {
                    reader.AdvanceTo(read.Buffer.GetPosition(end + 4));
                    Assert.Equal(accepted, text.StartsWith("HTTP/1.1 101 ", StringComparison.Ordinal));
                    return new(socket, stream, reader, text);
                }

                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }

        public Task SendAsync(int kind, byte[] payload, bool isLast = true, bool isMasked = true) => SendAsync(Frame(kind, payload, isLast, isMasked));

        public async Task SendAsync(byte[] bytes) => await stream.WriteAsync(bytes);

        public static byte[] Frame(int kind, byte[] payload, bool isLast = true, bool isMasked = true)
        {
            byte[] mask = isMasked ? [1, 2, 3, 4] : [];
            byte[] head = payload.Length <= 125
                ? [(byte)((isLast ? 0x80 : 0) | kind), (byte)((isMasked ? 0x80 : 0) | payload.Length), .. mask]
                : [(byte)((isLast ? 0x80 : 0) | kind), (byte)((isMasked ? 0x80 : 0) | 126), (byte)(payload.Length >> 8), (byte)payload.Length, .. mask];
            return [.. head, .. payload.Select((one, at) => isMasked ? (byte)(one ^ mask[at % 4]) : one)];
        }

        public async Task<string> UntilAsync(string part)
        {
            while (true)
            {
                var (_, text) = await Reader.NextAsync();
                if (text.Contains(part, StringComparison.Ordinal))
                {
                    return text;
                }
            }
        }

        /// <summary>Reads until the server has hung up.</summary>
        public async Task<bool> IsOverAsync()
        {
            try
            {
                while (true)
                {
                    var read = await reader.ReadAsync().AsTask().InTime();
                    reader.AdvanceTo(read.Buffer.End);
                    if (read.IsCompleted)
                    {
                        return true;
                    }
                }
            }
            catch (IOException)
            {
                return true;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await reader.CompleteAsync();
            await stream.DisposeAsync();
            socket.Dispose();
        }
    }
}
