using System.Diagnostics;
using IomSessions.Benchmarks.Hosts;

namespace IomSessions.Benchmarks.Load;

/// <summary>What is measured: a server, and how it is spoken to.</summary>
internal sealed class Target(string name, Dialect dialect, IMeasured host)
{
    public string Name { get; } = name;

    public Dialect Dialect { get; } = dialect;

    /// <summary>Another one after a restart.</summary>
    public IMeasured Host { get; set; } = host;
}

/// <summary>Everybody of one shape, connected to one target.</summary>
internal sealed class Stage : IDisposable
{
    /// <summary>Of each room so many speak.</summary>
    private const int Speakers = 4;

    private const int Together = 64;

    private readonly Loop _loop;

    private Stage(Loop loop, Target target, List<List<Line>> rooms, List<Line> mediators) =>
        (_loop, Target, Rooms, Mediators) = (loop, target, rooms, mediators);

    public Target Target { get; }

    /// <summary>Per room its members.</summary>
    public List<List<Line>> Rooms { get; }

    /// <summary>One for each session; where mediators are away for minutes, nobody may speak.</summary>
    public List<Line> Mediators { get; }

    public IEnumerable<Line> Members => Rooms.SelectMany(room => room);

    public IEnumerable<Line> All => Members.Concat(Mediators);

    /// <summary>Seconds that it took to connect everybody, let him in, and tell him where he is.</summary>
    public double OpenedIn { get; private set; }

    public static Stage Open(Loop loop, Target target, IEnumerable<CastSession> sessions)
    {
        var (rooms, mediators) = (new List<List<Line>>(), new List<Line>());
        foreach (var session in sessions)
        {
            foreach (var room in session.Rooms.Where(room => room.People.Count > 0))
            {
                var number = rooms.Count;
                rooms.Add([.. room.People.Select((person, at) => new Line(target.Dialect, session, person, number, room.Id)
                {
                    Speaker = at < Speakers ? at : -1,
                })]);
            }

            mediators.Add(new Line(target.Dialect, session, session.Mediator, -1, $"mediators of {session.Id}"));
        }

        var stage = new Stage(loop, target, rooms, mediators);
        stage.Connect((line, at) => loop.Open(line, target.Host.AddressOf(at, line.Session.Id)), stage.All.ToList());
        return stage;
    }

    /// <summary>Connects again those who were cut; returns when all of them are back.</summary>
    /// <param name="scenario">Hears meanwhile what they hear.</param>
    public void Reopen(List<Line> lines, Scenario scenario) => Connect((line, at) => _loop.Reopen(line, Target.Host.AddressOf(at, line.Session.Id)), lines, scenario);

    public void Dispose()
    {
        foreach (var line in All)
        {
            line.Dispose();
        }
    }

    private void Connect(Action<Line, int> connect, List<Line> lines, Scenario? scenario = null)
    {
        var gathering = new Gathering(Target.Dialect, scenario ?? Scenario.Quiet);
        lines.ForEach(line => line.Listener = gathering);
        var begin = Stopwatch.GetTimestamp();
        for (var at = 0; at < lines.Count; at++)
        {
            connect(lines[at], at);
            if (at % Together == Together - 1)
            {
                _loop.Turn();
            }
        }

        if (!_loop.RunUntil(() => gathering.AskAgain() && gathering.Ready.Count == lines.Count, TimeSpan.FromSeconds(120)))
        {
            throw new InvalidOperationException($"{Target.Name}: {lines.Count - gathering.Ready.Count} of {lines.Count} did not come in");
        }

        OpenedIn = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        lines.ForEach(line => line.Listener = scenario ?? Scenario.Quiet);
    }

    private sealed class Gathering(Dialect dialect, Scenario scenario) : Scenario
    {
        private readonly Queue<(Line Line, long At)> _again = [];

        public HashSet<Line> Ready { get; } = [];

        /// <summary>Those who were asked to try again say hello again; true.</summary>
        public bool AskAgain()
        {
            while (_again.TryPeek(out var next) && next.At <= Stopwatch.GetTimestamp())
            {
                var (line, _) = _again.Dequeue();
                line.Send(dialect.Hello(line));
            }

            return true;
        }

        public override void OnAnswer(Line line, string call, bool failed, ReadOnlySpan<byte> message)
        {
            if (call != "hello")
            {
                scenario.OnAnswer(line, call, failed, message);
                return;
            }

            if (failed && message.IndexOf("\"retry\":true"u8) >= 0)
            {
                _again.Enqueue((line, Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 5)));
                return;
            }

            if (failed)
            {
                throw new InvalidOperationException($"not welcome: {System.Text.Encoding.UTF8.GetString(message)}");
            }

            // who comes back with what he holds is told the rest and nothing else
            if (!dialect.TellsWhatIs || line.Book.Circles.Count > 0)
            {
                Ready.Add(line);
            }
        }

        public override void OnSaid(Line line, Mark mark) => scenario.OnSaid(line, mark);

        public override void OnReady(Line line) => Ready.Add(line);

        public override void OnClosed(Line line) => throw new InvalidOperationException("a line was closed while it was opened");
    }
}
