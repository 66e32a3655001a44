using System.Diagnostics;

namespace IomSessions.Benchmarks.Load;

/// <summary>All lines to all targets, read by one thread.</summary>
internal sealed class Loop : IDisposable
{
    private const int PingSeconds = 15;
    private static readonly long PingTicks = PingSeconds * Stopwatch.Frequency;

    private readonly Epoll _epoll = new();
    private readonly List<Line> _lines = [];
    private readonly int[] _ready = new int[1024];
    private readonly byte[] _buffer = new byte[4 * 1024 * 1024];
    private long _pinged = Stopwatch.GetTimestamp();
    private int _next;

    /// <summary>The measurements under way.</summary>
    public List<Scenario> Scenarios { get; } = [];

    public void Open(Line line, Uri address)
    {
        line.Key = _lines.Count;
        _lines.Add(line);
        line.Connect(address, _epoll);
    }

    public void Reopen(Line line, Uri address) => line.Connect(address, _epoll);

    public void Run(TimeSpan time) => RunUntil(() => false, time);

    /// <summary>Reads until it is so; false: the time is over before.</summary>
    public bool RunUntil(Func<bool> isSo, TimeSpan atMost)
    {
        var end = Stopwatch.GetTimestamp() + (long)(atMost.TotalSeconds * Stopwatch.Frequency);
        while (true)
        {
            if (isSo())
            {
                return true;
            }

            if (Stopwatch.GetTimestamp() >= end)
            {
                return false;
            }

            Turn();
        }
    }

    public void Turn()
    {
        var count = _epoll.Wait(_ready, 1);
        for (var at = 0; at < count; at++)
        {
            _lines[_ready[at]].Receive(_buffer);
        }

        foreach (var scenario in Scenarios)
        {
            scenario.OnTurn();
        }

        Keep();
    }

    public void Dispose()
    {
        _lines.ForEach(line => line.Dispose());
        _epoll.Dispose();
    }

    // Every line says each so often that it lives, and not all at the same time.
    private void Keep()
    {
        var due = (Stopwatch.GetTimestamp() - _pinged) * _lines.Count / PingTicks;
        for (; due > 0; due--)
        {
            _next = (_next + 1) % _lines.Count;
            _pinged += PingTicks / _lines.Count;
            if (_lines[_next] is { IsOpen: true } line && line.Flush())
            {
                line.Send(Dialect.Ping);
            }
        }
    }
}
