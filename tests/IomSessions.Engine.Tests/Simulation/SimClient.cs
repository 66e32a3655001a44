using System.Text.Json;
using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>A participant's program on one device: holds what it received, and complains of everything that a law forbids.</summary>
internal sealed class SimClient(PersonId person, DeviceId device, Oracle oracle)
{
    private readonly Dictionary<CircleId, List<Told>> _book = [];
    private readonly HashSet<CircleId> _ended = [];
    private CircleId? _sitting;
    private CircleId? _bench;
    private CircleId? _table;
    private CircleId? _self;
    private bool _admitted;
    private long _newest;
    private int _onTheWay;
    private Dictionary<CircleId, long>? _positions;
    private bool _lossy;

    // a whole circle may be missing: then what ended for it is not what ended first, and its digest cannot be right
    private bool _holed;
    private bool _compared;

    // an outline counts only when the whole past of it has come
    private bool _outlining;

    /// <summary>Some programs are content with an outline and so many of the newest events.</summary>
    public int? Recent { get; } = device.Value.ToByteArray() is [var first, var second, ..] && first % 3 == 0 ? second % 4 : null;

    /// <summary>Outlines that have come, whole.</summary>
    public int Outlines { get; private set; }

    public PersonId Person { get; } = person;

    public DeviceId Device { get; } = device;

    public SimNode? Node { get; private set; }

    public Seat? Seat { get; private set; }

    public SimOutlet? Outlet { get; private set; }

    public bool IsConnected => Outlet is not null;

    /// <summary>Hello was answered with a welcome.</summary>
    public bool IsWelcome { get; set; }

    /// <summary>Cursors have to be compared.</summary>
    public bool NeedsHello { get; private set; }

    /// <summary>The last words of the server.</summary>
    public string? Farewell { get; private set; }

    public IReadOnlyList<string> Here { get; private set; } = [];

    public int Beats { get; private set; }

    public int Resets { get; private set; }

    /// <summary>A rolled back log: with a suspension the one cause of a reset.</summary>
    public bool MayBeReset { get; set; }

    public int Held => _book.Values.Sum(circle => circle.Count);

    public IReadOnlyDictionary<CircleId, List<Told>> Book => _book;

    /// <summary>The drafts that it follows on this line.</summary>
    public DraftCopies Drafts { get; } = new();

    public UInt128 Hash => _book
        .Where(circle => _admitted || circle.Key == _self)
        .Aggregate(UInt128.Zero, (hash, circle) => hash ^ circle.Value[^1].Mark);

    public void Connect(SimNode node, SimOutlet outlet)
    {
        // a new line follows nothing yet
        Drafts.NeedsFollow = Drafts.Circles.Count > 0;
        (Node, Outlet, Seat) = (node, outlet, new Seat(Person, Device, outlet));
        node.Live.Arrive(Seat);
        (IsWelcome, NeedsHello, _lossy, _compared, _newest, _onTheWay, _positions, Farewell) = (false, false, false, false, 0, 0, null, null);
    }

    /// <summary>The line is cut: what was on it is lost.</summary>
    public void Cut() => (Node, Outlet, Seat, IsWelcome, Here) = (null, null, null, false, []);

    public void Forget()
    {
        _book.Clear();
        Drafts.Forget();
        _ended.Clear();
        (_sitting, _bench, _table, _self, _admitted, _newest, _holed, _outlining) = (null, null, null, null, false, 0, false, false);
    }

    /// <summary>What it says of itself: every circle, or those that ended together.</summary>
    public (List<Cursor> Cursors, EndedCircles? Ended) Greeting(bool digest)
    {
        if (_outlining)
        {
            return ([], null);
        }

        var together = digest && _ended.Count > 0;
        var cursors = _book
            .Where(circle => !together || !_ended.Contains(circle.Key))
            .Select(circle => new Cursor(circle.Key, circle.Value.Count, circle.Value[^1].Mark))
            .ToList();
        return (cursors, together
            ? new EndedCircles(_ended.Count, _ended.Aggregate(UInt128.Zero, (mark, circle) => mark ^ _book[circle][^1].Mark))
            : null);
    }

    /// <summary>It asked again on the same line: what is on its way until the pump has heard of it does not follow what it holds, and
    /// some of it may come twice.</summary>
    public void Compared()
    {
        (NeedsHello, _lossy, _compared) = (false, false, true);
        (_newest, _onTheWay, _positions) = (0, int.MaxValue, Seat!.Positions);
    }

    /// <summary>A frame has been posted.</summary>
    public void Posted()
    {
        if (_positions is not null && !ReferenceEquals(_positions, Seat!.Positions))
        {
            (_positions, _onTheWay) = (null, Outlet!.Waiting);
            _newest = _onTheWay == 0 ? 0 : _newest;
        }
    }

    /// <summary>Takes frames that wait on the line.</summary>
    public void Receive(int frames, bool lose = false)
    {
        for (; frames > 0 && Outlet?.Take() is { } frame; frames--)
        {
            if (lose && frame.Target is Target.DraftText or Target.DraftChanges)
            {
                // found by what follows, or by the beat
                continue;
            }

            if (lose && frame.Target == Target.Events)
            {
                (_lossy, _holed) = (true, true);
            }
            else
            {
                Take(frame);
            }

            if (_onTheWay > 0 && --_onTheWay == 0)
            {
                // what follows was posted after the comparison, from what it held then
                _newest = 0;
            }
        }
    }

    private void Take(Frame frame)
    {
        switch (frame.Target)
        {
            case Target.Events:
                Told.In(frame).ToList().ForEach(Take);
                break;
            case Target.Outline:
                Begin(DomainJson.Read<OutlineSignal>(frame.Argument.Span));
                break;
            case Target.Past:
                Past(frame);
                break;
            case Target.Beat:
                Beat(frame);
                break;
            case Target.DraftText or Target.DraftChanges or Target.DraftCaret:
                Drafts.Take(frame);
                break;
            case Target.Presence:
                using (var json = JsonDocument.Parse(frame.Argument))
                {
                    Here = [.. json.RootElement.GetProperty("here").EnumerateArray().Select(id => id.GetString()!)];
                }

                break;
            case Target.Reset:
                Demand(MayBeReset || _holed || oracle.WasSuspended(Person), "told to forget, though the log is the one it knew");
                Resets++;
                Forget();
                break;
            case Target.Goodbye:
                using (var json = JsonDocument.Parse(frame.Argument))
                {
                    Farewell = json.RootElement.GetProperty("code").GetString();
                }

                var node = Node!;
                var seat = Seat!;
                Cut();
                node.Live.Leave(seat);
                break;
        }
    }

    // what an outline leaves out is taken from the log, as if it had been read back: all the laws go on to hold
    private void Begin(OutlineSignal outline)
    {
        Demand(Recent is not null && (Held == 0 || _compared || _outlining), "an outline for somebody who holds something");
        var compared = _compared;
        Forget();
        (_outlining, _compared) = (true, compared);
        foreach (var head in outline.Cursors)
        {
            var newest = oracle.Find(head.Circle, head.Offset);
            Demand(newest is not null && Marks.Text(newest.Mark) == head.Hash, "an outline with a head that is not in the log");
            Demand(_book.TryAdd(head.Circle, [.. oracle.Beginning(head.Circle, head.Offset)]), "a circle twice in an outline");
            _newest = Math.Max(_newest, newest!.Version);
        }

        // the newest may stand in a circle that ended with it, a rendition, of which no head is told: one moment from there on must fit
        var then = Enumerable.Range((int)_newest, oracle.Log.Count - (int)_newest + 1)
            .Select(at => (At: at, Circles: oracle.CirclesReadable(Person, at).Except(_book.Keys).ToList()))
            .FirstOrDefault(moment => Fits(outline.Closed, moment.Circles));
        Demand(then.Circles is not null, "an outline that lacks an ended circle");
        _newest = Math.Max(_newest, then.At);
        var ended = then.Circles!;
        ended.ForEach(circle => _book[circle] = [.. oracle.Beginning(circle, long.MaxValue)]);
        _ended.UnionWith(ended);
        Demand(ended.TrueForAll(circle => _book[circle][0].Kind is "sitting" or "bench" or "table" or "named" or "draft"), "an outline without an open circle");
        foreach (var (circle, told) in _book.Where(circle => !_ended.Contains(circle.Key)))
        {
            told.ForEach(Learn);
        }
    }

    private bool Fits(ClosedHeads? told, List<CircleId> circles) => circles.Count == (told?.Count ?? 0)
        && (told?.Hash ?? Marks.Text(0)) == Marks.Text(circles.Aggregate(UInt128.Zero, (sum, circle) => sum ^ oracle.Beginning(circle, long.MaxValue).Last().Mark));

    private void Past(Frame frame)
    {
        Demand(_outlining, "the past without an outline");
        var past = Told.Past(frame, out var more);
        foreach (var told in past)
        {
            Demand(
                _book.TryGetValue(told.Circle, out var circle) && told.Offset <= circle.Count && circle[(int)told.Offset - 1].Mark == told.Mark
                    && JsonElement.DeepEquals(circle[(int)told.Offset - 1].Body, told.Body),
                "a past that is not in the outline");
        }

        _outlining = more;
        Outlines += more ? 0 : 1;
    }

    private void Beat(Frame beat)
    {
        using var json = JsonDocument.Parse(beat.Argument);
        var same = json.RootElement.GetProperty("hash").GetString() == Marks.Text(Hash);
        Beats++;
        Demand(same || _lossy || _onTheWay > 0, "a beat differs though nothing was lost");
        NeedsHello |= !same;
        // what was followed or given up while a beat was on its way is found by it, and followed again
        Drafts.NeedsFollow |= json.RootElement.GetProperty("drafts").GetString() != Marks.Text(Drafts.Hash);
    }

    private void Take(Told told)
    {
        var entry = oracle.Find(told.Circle, told.Offset);
        Demand(entry is not null && entry.Mark == told.Mark, "an event that is not in the log");
        Demand(JsonElement.DeepEquals(entry!.Body, told.Body), "an event with another body than the log's");
        if (!_book.TryGetValue(told.Circle, out var circle))
        {
            circle = [];
        }

        if (told.Offset <= circle.Count)
        {
            Demand(_compared, $"an event twice: {told.Kind} {told.Type} {told.Offset}");
            Demand(circle[(int)told.Offset - 1].Mark == told.Mark, "another event in the same place");
            return;
        }

        if (told.Offset != circle.Count + 1)
        {
            Demand(_lossy || _onTheWay > 0, $"a hole before {told.Kind} {told.Type} {told.Offset}");
            NeedsHello = true;
            return;
        }

        Demand(
            entry.Version > _newest || _onTheWay > 0 || _lossy || oracle.AdmittedSince(Person, entry.Version),
            $"{told.Kind} {told.Type} out of the order of the log");
        _newest = Math.Max(_newest, entry.Version);
        circle.Add(told);
        _book[told.Circle] = circle;
        Learn(told);
    }

    private void Learn(Told told)
    {
        switch (told.Kind)
        {
            case "person":
                _self = told.Circle;
                _admitted = told.Type switch { "person.admitted" => true, "person.suspended" => false, _ => _admitted };
                break;
            case "sitting" when told.Offset == 1:
                End(_sitting);
                _sitting = told.Circle;
                break;
            case "bench" when told.Offset == 1:
                End(_bench);
                _bench = told.Circle;
                break;
            case "table" when told.Offset == 1:
                End(_table);
                _table = told.Circle;
                break;
            case "draft" when told.Type is "draft.ended":
                End(told.Circle);
                break;
            case "named" when told.Type is "rendered":
                End(told.Circle);
                break;
        }
    }

    private void End(CircleId? circle)
    {
        if (circle is { } ended)
        {
            _ended.Add(ended);
        }
    }

    private void Demand(bool holds, string law)
    {
        if (!holds)
        {
            throw new BrokenException($"{law} (to {Person.Value:N})");
        }
    }
}
