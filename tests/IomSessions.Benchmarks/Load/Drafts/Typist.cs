using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IomSessions.Benchmarks.Load.Drafts;

/// <summary>One editor of one text over one WebSocket, as a window of a browser is: it types, and hears what the others typed.</summary>
internal abstract class Typist(Page page, int number) : IDisposable
{
    private readonly List<byte[]> _unsent = [];
    private Socket? _socket;
    private byte[] _held = [];
    private int _heldCount;
    private bool _upgraded;

    /// <summary>The text that it is about.</summary>
    public Page Page { get; } = page;

    /// <summary>Of this editor within the text.</summary>
    public int Number { get; } = number;

    /// <summary>The text has come.</summary>
    public bool IsReady { get; protected set; }

    /// <summary>What was refused.</summary>
    public long Refused { get; protected set; }

    protected abstract string Path { get; }

    protected virtual string Headers => "";

    public void Connect(Uri address, Epoll epoll, int key)
    {
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _socket.Connect(new IPEndPoint(IPAddress.Loopback, address.Port));
        _socket.Blocking = false;
        epoll.Watch((int)_socket.Handle, key);
        Send(Encoding.ASCII.GetBytes(
            $"GET {Path} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{Headers}\r\n"));
    }

    /// <summary>The text that all begin with, as one change.</summary>
    public abstract void Begin();

    /// <summary>One more character is typed; whether it can be sent at once is the protocol's.</summary>
    public abstract void Type();

    /// <summary>Says that it lives.</summary>
    public virtual void Ping() { }

    public void Receive(byte[] buffer)
    {
        _held.AsSpan(0, _heldCount).CopyTo(buffer);
        var read = _socket!.Receive(buffer, _heldCount, buffer.Length - _heldCount, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
        {
            return;
        }

        if (read == 0 || error != SocketError.Success)
        {
            throw new InvalidOperationException($"an editor's line was closed by {GetType().Name}'s server");
        }

        var rest = Take(buffer.AsSpan(0, _heldCount + read), Stopwatch.GetTimestamp());
        if (_held.Length < rest.Length)
        {
            _held = new byte[rest.Length * 2];
        }

        rest.CopyTo(_held);
        _heldCount = rest.Length;
    }

    public void Dispose() => _socket?.Dispose();

    protected abstract void Opened();

    protected abstract void Hear(ReadOnlySpan<byte> payload, long now);

    protected void Send(byte[] bytes)
    {
        _unsent.Add(bytes);
        while (_unsent.Count > 0)
        {
            var next = _unsent[0];
            var sent = _socket!.Send(next, 0, next.Length, SocketFlags.None, out var error);
            if (error is not (SocketError.Success or SocketError.WouldBlock))
            {
                throw new InvalidOperationException($"an editor's line broke: {error}");
            }

            if (sent < next.Length)
            {
                _unsent[0] = next[Math.Max(0, sent)..];
                return;
            }

            _unsent.RemoveAt(0);
        }
    }

    private ReadOnlySpan<byte> Take(ReadOnlySpan<byte> bytes, long now)
    {
        if (!_upgraded)
        {
            var end = bytes.IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                return bytes;
            }

            if (!bytes.StartsWith("HTTP/1.1 101"u8))
            {
                throw new InvalidOperationException($"not let in: {Encoding.UTF8.GetString(bytes[..Math.Min(200, bytes.Length)])}");
            }

            bytes = bytes[(end + 4)..];
            _upgraded = true;
            Opened();
        }

        while (WebSocketFrames.TryRead(bytes, out var closes, out var isData, out var payload, out var used))
        {
            if (closes)
            {
                throw new InvalidOperationException($"an editor was sent away by {GetType().Name}'s server: {Encoding.UTF8.GetString(payload[Math.Min(2, payload.Length)..])}");
            }

            if (WebSocketFrames.IsPing(bytes))
            {
                Send(WebSocketFrames.Pong);
            }

            bytes = bytes[used..];
            if (isData)
            {
                Hear(payload, now);
            }
        }

        return bytes;
    }
}
