using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IomSessions.Benchmarks.Load;

/// <summary>Many who follow by Server-Sent Events, read by one thread: it finds a mark in what each receives, and when the last had it.</summary>
internal sealed class Followers : IDisposable
{
    private const int Carry = 64;

    private readonly Epoll _epoll = new();
    private readonly List<Socket> _sockets = [];
    private readonly int[] _ready = new int[1024];
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly byte[][] _ends;
    private readonly bool[] _has;
    private int _lost;

    public Followers(Uri address, string path, int count)
    {
        _ends = new byte[count][];
        _has = new bool[count];
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/event-stream\r\n\r\n");
        for (var at = 0; at < count; at++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, address.Port);
            socket.Send(request);
            socket.Blocking = false;
            _ends[at] = [];
            _sockets.Add(socket);
            _epoll.Watch((int)socket.Handle, at);
        }
    }

    /// <summary>Reads until each has the mark; how many do not, in that time.</summary>
    /// <param name="last">When the last one had it, as a timestamp.</param>
    public int Await(string mark, TimeSpan atMost, out long last)
    {
        var (bytes, left, end) = (Encoding.ASCII.GetBytes(mark), _sockets.Count - _lost, Stopwatch.GetTimestamp() + (long)(atMost.TotalSeconds * Stopwatch.Frequency));
        Array.Clear(_has);
        last = Stopwatch.GetTimestamp();
        while (left > 0 && Stopwatch.GetTimestamp() < end)
        {
            var count = _epoll.Wait(_ready, 10);
            for (var at = 0; at < count; at++)
            {
                left -= Read(_ready[at], bytes);
            }

            last = count > 0 ? Stopwatch.GetTimestamp() : last;
        }

        return left + _lost;
    }

    public void Dispose()
    {
        foreach (var socket in _sockets)
        {
            socket.LingerState = new(true, 0); // gone at once, so that the next thousands find ports
            socket.Dispose();
        }

        _epoll.Dispose();
    }

    // 1: it has the mark now
    private int Read(int key, byte[] mark)
    {
        var before = _ends[key];
        before.CopyTo(_buffer, 0);
        var got = _sockets[key].Receive(_buffer.AsSpan(before.Length), SocketFlags.None, out var error);
        if (got <= 0 && error != SocketError.WouldBlock)
        {
            _epoll.Forget((int)_sockets[key].Handle);
            _lost++;
            return _has[key] ? 0 : 1;
        }

        var text = _buffer.AsSpan(0, before.Length + Math.Max(0, got));
        if (_has[key] || text.IndexOf(mark) < 0)
        {
            _ends[key] = text[^Math.Min(text.Length, Carry)..].ToArray();
            return 0;
        }

        (_has[key], _ends[key]) = (true, []);
        return 1;
    }
}
