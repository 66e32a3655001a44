using System.Diagnostics;
using IomSessions.Benchmarks.Hosts;
using IomSessions.Benchmarks.Load;

namespace IomSessions.Benchmarks.Measures;

/// <summary>What a number of moves came to.</summary>
/// <param name="Leaks">Said in the old room after the call had returned, and heard by somebody who was moved out.</param>
/// <param name="Stale">Said in the old room, and heard after the hearer's own notice of his move.</param>
/// <param name="Misses">Said in the new room after the call had returned, and not heard by a new member.</param>
internal sealed record Moved(int Moves, long Leaks, long Stale, long Misses, double P50, double P99, double ReturnP50, double Cpu)
{
    public double CpuPerMove => Cpu / Moves;
}

/// <summary>
/// Fifty people go from the joint room into five rooms and back, each time one act. Those who stay speak in all rooms: while it happens, at
/// once when the call has returned, and twice more within 10 ms.
/// </summary>
internal sealed class Moves : Scenario
{
    private const int People = 50;
    private const int Into = 5;
    private const uint Settled = 0x8000_0000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly TimeSpan _patience;
    private readonly Loop _loop;
    private readonly Stage _stage;
    private readonly List<Line> _stayers;
    private readonly List<Line> _movers;
    private readonly Dictionary<string, int> _rooms = [];
    private readonly Dictionary<Line, Moving> _moving;
    private readonly Dictionary<(Line, string), uint> _calls = [];
    private readonly Histogram _told = new();
    private readonly Histogram _returned = new();
    private readonly long[] _said = new long[1 + Into];
    private uint _move;
    private uint _epoch;
    private bool _hasReturned;
    private long _leaks;
    private long _stale;
    private long _misses;

    /// <param name="patience">What has not come by then is missed.</param>
    public Moves(Loop loop, Stage stage, TimeSpan? patience = null)
    {
        _patience = patience ?? Patience;
        (_loop, _stage) = (loop, stage);
        _movers = stage.Rooms[0][^People..];
        _stayers = [.. stage.Rooms[0][..^People], .. stage.Rooms.Skip(1).Select(room => room[0])];
        _moving = _movers.Select((line, at) => (line, at)).ToDictionary(one => one.line, one => new Moving(1 + (one.at % Into)));
        for (var room = 0; room < stage.Rooms.Count; room++)
        {
            _rooms[stage.Rooms[room][0].RoomId] = room;
        }
    }

    public Moved Measure(int moves)
    {
        _told.Clear();
        _returned.Clear();
        (_leaks, _stale, _misses) = (0, 0, 0);
        foreach (var line in _stage.All)
        {
            line.Listener = this;
        }

        var cpu = _stage.Target.Host.CpuSeconds;
        for (var done = 0; done < moves; done++)
        {
            MoveOnce();
        }

        return new(moves, _leaks, _stale, _misses, _told.Percentile(0.5), _told.Percentile(0.99), _returned.Percentile(0.5),
            _stage.Target.Host.CpuSeconds - cpu);
    }

    /// <inheritdoc cref="Settling.Settle"/>
    public void Settle() => _stage.Target.Host.Settle();

    public override void OnSeated(Line line)
    {
        var room = _rooms[line.Book.Room];
        if (_moving.TryGetValue(line, out var moving) && room != line.Seated)
        {
            line.Seated = room;
            moving.ToldAt = Stopwatch.GetTimestamp();
        }
    }

    public override void OnSaid(Line line, Mark mark)
    {
        if (!_moving.TryGetValue(line, out var moving))
        {
            return;
        }

        _stale += moving.ToldAt != 0 && mark.Room != line.Seated ? 1 : 0;
        if (mark.Epoch >= Settled)
        {
            var isHis = mark.Room == moving.RoomAfter(mark.Epoch & ~Settled);
            _leaks += isHis ? 0 : 1;
            moving.Heard += isHis && mark.Epoch == _epoch ? 1 : 0;
        }
    }

    public override void OnAnswer(Line line, string call, bool failed, ReadOnlySpan<byte> message)
    {
        if (line == _stage.Mediators[0])
        {
            _hasReturned = true;
            if (failed)
            {
                throw new InvalidOperationException($"a move was refused: {System.Text.Encoding.UTF8.GetString(message)}");
            }
        }
        else if (_calls.Remove((line, call), out var epoch))
        {
            if (failed)
            {
                // the room has changed under him: he says it again to those who are there now
                Say(line);
            }
            else if (epoch == _epoch && epoch >= Settled)
            {
                _said[line.Room]++;
            }
        }
    }

    private void MoveOnce()
    {
        Array.Clear(_said);
        _epoch = ++_move;
        foreach (var moving in _moving.Values)
        {
            (moving.Heard, moving.ToldAt) = (0, 0);
        }

        _hasReturned = false;
        _stayers.ForEach(Say);
        var begin = Stopwatch.GetTimestamp();
        var call = _stage.Target.Dialect.Move($"move{_move}", _stage.Mediators[0].Session, Transfers());
        _stage.Mediators[0].Send(call);
        Demand(_loop.RunUntil(() => _hasReturned, Patience), "a move was not answered");
        _returned.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
        _epoch = _move | Settled;
        for (var time = 0; time < 3; time++)
        {
            _stayers.ForEach(Say);
            _loop.Run(Pause);
        }

        Demand(_loop.RunUntil(() => _moving.Values.All(moving => moving.ToldAt != 0), Patience), "somebody was not told of his move");
        _told.Add((_moving.Values.Max(moving => moving.ToldAt) - begin) * 1e6 / Stopwatch.Frequency);
        _loop.RunUntil(() => _calls.Count == 0 && Missing() == 0, _patience);
        _misses += Missing();
    }

    private long Missing() => _movers.Sum(line => Math.Abs(_said[_moving[line].RoomAfter(_move)] - _moving[line].Heard));

    private void Say(Line line)
    {
        _calls[(line, $"{line.Said + 1:x8}")] = _epoch;
        _stage.Target.Dialect.Say(line, Stopwatch.GetTimestamp(), _epoch);
    }

    private List<Transfer> Transfers() =>
    [
        .. Enumerable.Range(1, Into).Select(room =>
        {
            var people = _movers.Where(line => _moving[line].Caucus == room).ToList();
            var (joint, caucus) = (_stage.Rooms[0][0], _stage.Rooms[room][0]);
            return _move % 2 == 1 ? new Transfer(joint, caucus, people) : new Transfer(caucus, joint, people);
        }),
    ];

    private static void Demand(bool isSo, string else_)
    {
        if (!isSo)
        {
            throw new InvalidOperationException(else_);
        }
    }

    private sealed class Moving(int caucus)
    {
        public int Caucus { get; } = caucus;

        public long ToldAt { get; set; }

        public long Heard { get; set; }

        /// <summary>Odd moves lead out, even ones back.</summary>
        public int RoomAfter(uint move) => move % 2 == 1 ? Caucus : 0;
    }
}
