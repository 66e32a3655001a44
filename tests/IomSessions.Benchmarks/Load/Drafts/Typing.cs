using System.Diagnostics;
using IomSessions.Benchmarks.Hosts;

namespace IomSessions.Benchmarks.Load.Drafts;

/// <summary>What one window of typing came to.</summary>
/// <param name="Typed">Keys.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Cpu">Seconds of the server's processor time.</param>
/// <param name="Missing">Keys that had not come to another's screen when the patience was over.</param>
internal sealed record TypingWindow(long Typed, double Seconds, double Cpu, double P50, double P99, long Missing, long Refused)
{
    /// <summary>Microseconds of the server's processor time for each key.</summary>
    public double CpuPerKey => Cpu / Typed * 1_000_000;

    /// <summary>Of all editors, in the time that was counted.</summary>
    public double KeysPerSecond => Typed / Seconds;
}

/// <summary>Editors of several texts on one server, who type at a pace; read by one thread.</summary>
internal sealed class Typing : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RunUp = TimeSpan.FromSeconds(0.5);

    private readonly Epoll _epoll = new();
    private readonly int[] _ready = new int[1024];
    private readonly byte[] _buffer = new byte[4 * 1024 * 1024];
    private readonly IMeasured _host;
    private readonly List<Typing> _measured;
    private readonly List<Typist> _all;
    private readonly List<Typist> _editors;
    private readonly List<Page> _pages;
    private double? _perSecond = 0;
    private long _from;
    private long _typed;
    private long _tended = Stopwatch.GetTimestamp();

    /// <param name="all">Editors, and who has to be there besides.</param>
    /// <param name="measured">Those of all servers, who are kept alive while others type; these come to them.</param>
    public Typing(IMeasured host, IReadOnlyList<Typist> all, List<Typing> measured)
    {
        (_host, _measured) = (host, measured);
        measured.Add(this);
        _all = [.. all];
        // one of each text after the other
        _editors = [.. all.Where(one => one.Number >= 0).OrderBy(one => one.Number)];
        _pages = [.. _editors.Select(one => one.Page).Distinct()];
        for (var at = 0; at < _all.Count; at++)
        {
            _all[at].Connect(host.Address, _epoll, at);
        }

        Demand(() => _all.TrueForAll(one => one.IsReady), "an editor did not get its text");
        foreach (var first in _editors.Where(one => one.Number == 0))
        {
            first.Begin();
        }

        Run(TimeSpan.FromSeconds(1));
    }

    /// <param name="each">Keys a second of each editor; null: each types the next when the last is on all screens.</param>
    public TypingWindow Measure(TimeSpan time, double? each)
    {
        (_from, _typed, _perSecond) = (Stopwatch.GetTimestamp(), 0, each * _editors.Count);
        var refused = Refused();
        Run(RunUp);
        var times = new Histogram();
        _pages.ForEach(page => page.Times = times);
        var (typed, cpu, began) = (_typed, _host.CpuSeconds, Stopwatch.GetTimestamp());
        Run(time);
        var (keys, spent, took) = (_typed - typed, _host.CpuSeconds - cpu, Stopwatch.GetElapsedTime(began));
        _perSecond = 0;
        RunUntil(() => Missing() == 0, Patience);
        _pages.ForEach(page => page.Times = null);
        return new(keys, took.TotalSeconds, spent, times.Percentile(0.5), times.Percentile(0.99), Missing() + _pages.Sum(page => page.Excess), Refused() - refused);
    }

    private void Run(TimeSpan time) => RunUntil(() => false, time);

    public void Dispose()
    {
        _all.ForEach(one => one.Dispose());
        _epoll.Dispose();
    }

    private long Missing() => _pages.Sum(page => page.Missing());

    private long Refused() => _editors.Sum(one => one.Refused);

    private void Demand(Func<bool> isSo, string otherwise)
    {
        if (!RunUntil(isSo, Patience))
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    private bool RunUntil(Func<bool> isSo, TimeSpan atMost)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(begin) >= atMost)
            {
                return false;
            }

            Type();
            Read(1);
            if (Stopwatch.GetElapsedTime(_tended).TotalSeconds > 2)
            {
                _measured.ForEach(one => one.Tend());
            }
        }

        return true;
    }

    private void Tend()
    {
        _tended = Stopwatch.GetTimestamp();
        _all.ForEach(one => one.Ping());
        Read(0);
    }

    private void Read(int milliseconds)
    {
        var count = _epoll.Wait(_ready, milliseconds);
        for (var at = 0; at < count; at++)
        {
            _all[_ready[at]].Receive(_buffer);
        }
    }

    private void Type()
    {
        if (_perSecond is not { } perSecond)
        {
            TypeWhatIsAwaited();
            return;
        }

        var due = (long)(Stopwatch.GetElapsedTime(_from).TotalSeconds * perSecond);
        for (; _typed < due; _typed++)
        {
            var editor = _editors[(int)(_typed % _editors.Count)];
            editor.Page.Typed(editor.Number, _from + (long)((_typed + 1) / perSecond * Stopwatch.Frequency));
            editor.Type();
        }
    }

    private void TypeWhatIsAwaited()
    {
        foreach (var editor in _editors)
        {
            if (editor.Page.IsSeen(editor.Number))
            {
                _typed++;
                editor.Page.Typed(editor.Number, Stopwatch.GetTimestamp());
                editor.Type();
            }
        }
    }
}
