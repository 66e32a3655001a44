using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IomSessions.Rig;

/// <summary>A reader that says hello and then never reads again.</summary>
internal sealed class SilentReader : IDisposable
{
    private readonly Socket _socket;

    private SilentReader(Socket socket) => _socket = socket;

    public static async Task<SilentReader> ConnectAsync(int port, string session, string bearer)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4 * 1024 };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET /hub/session?session={session} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {bearer}\r\n" +
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"));
        await socket.ReceiveAsync(new byte[1024]);
        await SendAsync(socket, """{"protocol":"json","version":1}""");
        await SendAsync(socket, """{"type":1,"invocationId":"1","target":"Hello","arguments":[{"protocol":1,"cursors":[]}]}""");
        return new(socket);
    }

    public void Dispose() => _socket.Dispose();

    // one text frame, masked with zeros
    private static async Task SendAsync(Socket socket, string text)
    {
        var body = Encoding.UTF8.GetBytes(text + '\u001e');
        await socket.SendAsync((byte[])[0x81, (byte)(0x80 | 126), (byte)(body.Length >> 8), (byte)body.Length, 0, 0, 0, 0, .. body]);
    }
}
