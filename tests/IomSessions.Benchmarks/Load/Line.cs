using System.Net;
using System.Net.Sockets;
using System.Text;
using IomSessions.Benchmarks.Hosts;

namespace IomSessions.Benchmarks.Load;

/// <summary>One participant's connection.</summary>
/// <param name="room">The room's number in the measurement.</param>
internal sealed class Line(Dialect dialect, CastSession session, CastPerson person, int room, string roomId) : IDisposable
{
    private readonly List<byte[]> _unsent = [];
    private readonly List<byte> _message = [];
    private Socket? _socket;
    private byte[] _held = [];
    private int _heldCount;

    public CastSession Session { get; } = session;

    public CastPerson Person { get; } = person;

    public int Room { get; } = room;

    public string RoomId { get; } = roomId;

    /// <summary>His number among those who speak in the room; -1: he does not.</summary>
    public int Speaker { get; init; } = -1;

    public int Key { get; set; }

    /// <summary>The measurement that it belongs to now.</summary>
    public Scenario Listener { get; set; } = Scenario.Quiet;

    public LineState State { get; private set; }

    /// <summary>What he holds of each circle; only IomSessions has any.</summary>
    public Book Book { get; } = new();

    /// <summary>Where his own notices say that he is.</summary>
    public int Seated { get; set; } = room;

    public uint Said { get; set; }

    /// <summary>When he said the last of it: to say the same again.</summary>
    public long SaidAt { get; set; }

    public Tally Tally { get; } = new();

    public Template? Saying { get; set; }

    public bool IsOpen => State == LineState.Open;

    public void Connect(Uri address, Epoll epoll)
    {
        _socket?.Dispose();
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _socket.Connect(new IPEndPoint(IPAddress.Loopback, address.Port));
        _socket.Blocking = false;
        _heldCount = 0;
        _message.Clear();
        _unsent.Clear();
        State = LineState.Upgrading;
        epoll.Watch((int)_socket.Handle, Key);
        Send(Encoding.ASCII.GetBytes(
            $"GET {dialect.Path(this)} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{dialect.Headers(this)}\r\n"));
    }

    /// <summary>Ends the connection without a word.</summary>
    public void Cut()
    {
        _socket?.Dispose();
        _socket = null;
        State = LineState.Closed;
    }

    public void Send(byte[] bytes)
    {
        if (_socket is not { } socket)
        {
            return;
        }

        if (_unsent.Count > 0)
        {
            _unsent.Add([.. bytes]);
            return;
        }

        var sent = socket.Send(bytes, 0, bytes.Length, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock || (error == SocketError.Success && sent < bytes.Length))
        {
            _unsent.Add(bytes[Math.Max(0, sent)..]);
        }
        else if (error != SocketError.Success)
        {
            Cut();
        }
    }

    /// <summary>Sends what a full socket did not take.</summary>
    public bool Flush()
    {
        if (_unsent.Count > 0)
        {
            var waiting = _unsent.ToList();
            _unsent.Clear();
            waiting.ForEach(Send);
        }

        return _unsent.Count == 0;
    }

    /// <summary>Reads what has come and hears it.</summary>
    public void Receive(byte[] buffer)
    {
        if (_socket is not { } socket)
        {
            return;
        }

        if (_held.Length + 1 > buffer.Length)
        {
            throw new InvalidDataException("a message is larger than the load's buffer");
        }

        _held.AsSpan(0, _heldCount).CopyTo(buffer);
        var read = socket.Receive(buffer, _heldCount, buffer.Length - _heldCount, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
        {
            return;
        }

        if (read == 0 || error != SocketError.Success)
        {
            Cut();
            Listener.OnClosed(this);
            return;
        }

        Keep(Take(buffer.AsSpan(0, _heldCount + read)));
    }

    public void Dispose() => Cut();

    private ReadOnlySpan<byte> Take(Span<byte> bytes)
    {
        ReadOnlySpan<byte> rest = bytes;
        if (State == LineState.Upgrading)
        {
            var end = rest.IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                return rest;
            }

            if (!rest.StartsWith("HTTP/1.1 101"u8))
            {
                throw new InvalidDataException($"not let in: {Encoding.UTF8.GetString(rest[..Math.Min(200, rest.Length)])}");
            }

            rest = rest[(end + 4)..];
            State = LineState.Greeting;
            Send(WebSocketFrames.Text("{\"protocol\":\"json\",\"version\":1}\u001e"u8));
        }

        return Payload(bytes, bytes.Length - rest.Length);
    }

    // A message of the hub may be spread over frames, so the payloads are moved together first.
    private ReadOnlySpan<byte> Payload(Span<byte> bytes, int from)
    {
        while (WebSocketFrames.TryRead(bytes[from..], out var closes, out var isData, out var payload, out var used))
        {
            if (closes)
            {
                Cut();
                Listener.OnClosed(this);
                return default;
            }

            from += used;
            if (isData)
            {
                Hear(payload);
            }
        }

        return bytes[from..];
    }

    private void Hear(ReadOnlySpan<byte> payload)
    {
        while (payload.IndexOf((byte)0x1e) is var end and >= 0)
        {
            if (_message.Count == 0)
            {
                Message(payload[..end]);
            }
            else
            {
                _message.AddRange(payload[..end]);
                var whole = _message.ToArray();
                _message.Clear();
                Message(whole);
            }

            payload = payload[(end + 1)..];
        }

        _message.AddRange(payload);
    }

    private void Message(ReadOnlySpan<byte> message)
    {
        if (State == LineState.Greeting)
        {
            State = LineState.Open;
            Send(dialect.Hello(this));
            return;
        }

        dialect.Hear(this, message, Listener);
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        if (_held.Length < rest.Length)
        {
            _held = new byte[rest.Length * 2];
        }

        rest.CopyTo(_held);
        _heldCount = rest.Length;
    }
}

internal enum LineState
{
    Closed,
    Upgrading,
    Greeting,
    Open,
}
