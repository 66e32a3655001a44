using System.Diagnostics;
using IomSessions.Benchmarks.Load;

namespace IomSessions.Benchmarks.Measures;

/// <summary>What one window of talk in rooms came to.</summary>
/// <param name="Cpu">Seconds of the server's processor time.</param>
/// <param name="Diverged">Rooms whose members heard the same in different orders.</param>
/// <param name="Lost">Deliveries that had not come when the patience was over.</param>
/// <param name="Leaks">What anybody heard that was said elsewhere, the mediators who are away among them.</param>
internal sealed record Window(
    double Seconds, long Deliveries, double Cpu, double P50, double P99, long Lost, int Diverged, long Leaks, long Refused)
{
    public double CpuPer100K => Deliveries == 0 ? 0 : Cpu / Deliveries * 100_000;

    public double PerSecond => Deliveries / Seconds;
}

/// <summary>Up to four members of each room speak: again when they hear themselves, or at a pace.</summary>
/// <param name="patience">What has not come by then is lost; a machine that stands still for some seconds loses nothing.</param>
internal sealed class FanOut(Loop loop, Stage stage, TimeSpan? patience = null) : Scenario
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RunUp = TimeSpan.FromSeconds(0.4);

    private readonly Histogram _times = new();
    private readonly long[] _said = new long[stage.Rooms.Count];
    private readonly List<Line> _speakers = Speakers(stage);
    private bool _speaking;
    private bool _counting;
    private long _heard;
    private long _refused;
    private double _pace;
    private long _paced;
    private long _pacedFrom;

    /// <param name="pace">Messages a second over all rooms; 0: each speaker as fast as he hears himself.</param>
    public Window Measure(TimeSpan time, double pace = 0)
    {
        Begin(pace);
        loop.Run(RunUp);
        _times.Clear();
        (_heard, _counting) = (0, true);
        var (from, cpu) = (Stopwatch.GetTimestamp(), stage.Target.Host.CpuSeconds);
        loop.Run(time);
        _counting = false;
        var (heard, seconds, spent) = (_heard, Stopwatch.GetElapsedTime(from).TotalSeconds, stage.Target.Host.CpuSeconds - cpu);
        End();
        return new(seconds, heard, spent, _times.Percentile(0.5), _times.Percentile(0.99), Lost(), Diverged(),
            stage.All.Sum(line => line.Tally.Leaks), _refused);
    }

    /// <summary>Begins to speak.</summary>
    public void Begin(double pace = 0)
    {
        Array.Clear(_said);
        (_refused, _speaking, _pace, _paced, _pacedFrom) = (0, true, pace, 0, Stopwatch.GetTimestamp());
        foreach (var line in stage.All)
        {
            line.Tally.Begin();
            line.Listener = this;
        }

        loop.Scenarios.Add(this);
        if (pace == 0)
        {
            _speakers.ForEach(Say);
        }
    }

    /// <summary>Stops, and waits until everything has come.</summary>
    public void End()
    {
        _speaking = false;
        loop.RunUntil(() => Lost() == 0, patience ?? Patience);
        loop.Scenarios.Remove(this);
        foreach (var line in stage.All)
        {
            line.Listener = Quiet;
        }
    }

    /// <summary>Nobody says anything new; what comes is still counted.</summary>
    public void Hush() => _speaking = false;

    /// <summary>Whoever has not heard himself says the same once more.</summary>
    public void SayAgain()
    {
        foreach (var line in _speakers.Where(line => line.Tally.LastOf(line.Speaker) < line.Said))
        {
            stage.Target.Dialect.SayAgain(line);
        }
    }

    public override void OnSaid(Line line, Mark mark)
    {
        line.Tally.Hear(mark, line.Room);
        if (_counting)
        {
            _heard++;
            _times.Add(Stopwatch.GetElapsedTime(mark.At).TotalMicroseconds);
        }

        if (_speaking && _pace == 0 && mark.Speaker == line.Speaker)
        {
            Say(line);
        }
    }

    public override void OnAnswer(Line line, string call, bool failed, ReadOnlySpan<byte> message)
    {
        if (failed)
        {
            // whether it was said is not known, or it was not: the same again, as every client does
            _refused++;
            stage.Target.Dialect.SayAgain(line);
        }
    }

    public override void OnTurn()
    {
        if (!_speaking || _pace == 0)
        {
            return;
        }

        var due = (long)(Stopwatch.GetElapsedTime(_pacedFrom).TotalSeconds * _pace);
        for (; _paced < due; _paced++)
        {
            Say(_speakers[(int)(_paced % _speakers.Count)]);
        }
    }

    public long Lost() => stage.Members.Sum(line => Math.Abs(_said[line.Room] - line.Tally.Heard) + line.Tally.Breaks);

    public int Diverged() => stage.Rooms.Count(room => room.Select(line => line.Tally.Order).Distinct().Count() > 1);

    private void Say(Line line)
    {
        _said[line.Room]++;
        stage.Target.Dialect.Say(line, Stopwatch.GetTimestamp());
    }

    // one of each room after the other
    private static List<Line> Speakers(Stage stage) => [.. stage.Members.Where(line => line.Speaker >= 0).OrderBy(line => line.Speaker)];
}
