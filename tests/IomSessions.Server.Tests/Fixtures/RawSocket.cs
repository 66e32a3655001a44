using System.Net.WebSockets;
using System.Text;

namespace IomSessions.Server.Tests;

/// <summary>A WebSocket to the hub without any SignalR on this side: what goes out is what the test wrote.</summary>
public sealed class RawSocket : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket _socket = new();

    public Inbox<string> Frames { get; } = new();

    /// <summary>What came as one message of the socket: one write of the server.</summary>
    public Inbox<string> Messages { get; } = new();

    public Task Ended { get; private set; } = Task.CompletedTask;

    public static async Task<RawSocket> ConnectAsync(Uri server, string session, string bearer)
    {
        var raw = new RawSocket();
        raw._socket.Options.SetRequestHeader("Authorization", "Bearer " + bearer);
        var address = new UriBuilder(new Uri(server, $"hub/session?session={session}")) { Scheme = "ws" }.Uri;
        await raw._socket.ConnectAsync(address, CancellationToken.None).InTime();
        raw.Ended = raw.ReadAsync();
        await raw.SendAsync("""{"protocol":"json","version":1}""");
        await raw.Frames.UntilAsync(frames => frames.Count > 0);
        return raw;
    }

    public Task SendAsync(string frame) => SendAsync(Encoding.UTF8.GetBytes(frame + End));

    public async Task SendAsync(byte[] bytes)
    {
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).InTime();
        }
        catch (WebSocketException)
        {
            // the server has hung up already
        }
    }

    /// <summary>Calls a method with one argument, given as JSON, and gives the frame that completes it; null: the server hung up.</summary>
    public async Task<string?> CallAsync(string method, string argument, string id = "1")
    {
        await SendAsync($$"""{"type":1,"invocationId":"{{id}}","target":"{{method}}","arguments":[{{argument}}]}""");
        return await CompletionAsync(id);
    }

    public async Task<string?> CompletionAsync(string id)
    {
        bool IsIt(string frame) => frame.Contains("\"type\":3", StringComparison.Ordinal)
            && frame.Contains($"\"invocationId\":\"{id}\"", StringComparison.Ordinal);
        var answered = Frames.FirstAsync(IsIt);
        await Task.WhenAny(answered, Ended).InTime();
        return Frames.All.FirstOrDefault(IsIt);
    }

    /// <summary>Hangs up, and waits until the server has let go of the line: a person has only so many (OP3).</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).InTime();
            await Ended.InTime();
        }
        catch (WebSocketException)
        {
            // the server has hung up already
        }

        _socket.Dispose();
    }

    private async Task ReadAsync()
    {
        var (buffer, text) = (new byte[32 * 1024], new StringBuilder());
        try
        {
            while (await _socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } read)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, read.Count));
                if (read.EndOfMessage)
                {
                    foreach (var frame in text.ToString().Split(End, StringSplitOptions.RemoveEmptyEntries))
                    {
                        Frames.Put(frame);
                    }

                    Messages.Put(text.ToString());
                    text.Clear();
                }
            }
        }
        catch (WebSocketException)
        {
        }
    }
}
