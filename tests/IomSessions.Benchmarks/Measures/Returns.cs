using System.Diagnostics;
using IomSessions.Benchmarks.Load;

namespace IomSessions.Benchmarks.Measures;

/// <summary>What it took to bring people back.</summary>
/// <param name="Whole">Milliseconds until everybody was back and held everything; a hub that recovers nothing: until all were back.</param>
/// <param name="Lost">Messages that somebody never heard.</param>
internal sealed record Returned(int People, double Whole, long Lost, double CpuPerPersonMs);

/// <summary>In each room all but one are cut at the same moment; he says twenty things; they come back all at once.</summary>
internal sealed class Returns(Lab lab, Stage stage) : Scenario
{
    private const int Missed = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<Line> _cut = [.. stage.Rooms.SelectMany(room => room.Skip(1))];
    private readonly List<Line> _stay = [.. stage.Rooms.Select(room => room[0])];
    private long _toSay;
    private long _whole;

    /// <param name="restarts">The server is killed, and started again, before they come back.</param>
    public Returned Measure(bool restarts)
    {
        foreach (var line in stage.All)
        {
            line.Tally.Begin();
            line.Listener = this;
        }

        _cut.ForEach(line => line.Cut());
        lab.Loop.Run(TimeSpan.FromMilliseconds(300));
        Speak();
        _whole = 0;
        var back = _cut;
        if (restarts)
        {
            lab.Restart(stage.Target);
            _stay.Concat(stage.Mediators).ToList().ForEach(line => line.Cut());
            back = [.. stage.All];
        }

        var (from, cpu) = (Stopwatch.GetTimestamp(), stage.Target.Host.CpuSeconds);
        stage.Reopen(back, this);
        if (stage.Target.Dialect.TellsWhatIs)
        {
            lab.Loop.RunUntil(() => _whole == _cut.Count, TimeSpan.FromSeconds(10));
        }

        var time = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        var spent = stage.Target.Host.CpuSeconds - cpu;
        return new(_cut.Count, time, _cut.Sum(line => Math.Abs(Missed - line.Tally.Heard) + line.Tally.Breaks), spent * 1000 / back.Count);
    }

    public override void OnSaid(Line line, Mark mark)
    {
        line.Tally.Hear(mark, line.Room);
        if (line.Speaker != 0)
        {
            _whole += line.Tally.Heard == Missed ? 1 : 0;
        }
        else if (_toSay > 0 && line.Tally.Heard < Missed)
        {
            Say(line);
        }
    }

    private void Speak()
    {
        _toSay = (long)_stay.Count * Missed;
        _stay.ForEach(Say);
        if (!lab.Loop.RunUntil(() => _toSay == 0 && _stay.TrueForAll(line => line.Tally.Heard == Missed), Patience))
        {
            throw new InvalidOperationException("those who stayed did not hear themselves");
        }

        if (!stage.Target.Dialect.TellsWhatIs)
        {
            // whoever cannot be told what he missed does not know that he missed anything
            _cut.ForEach(line => line.Tally.Begin());
        }
    }

    private void Say(Line line)
    {
        _toSay--;
        stage.Target.Dialect.Say(line, Stopwatch.GetTimestamp());
    }
}
