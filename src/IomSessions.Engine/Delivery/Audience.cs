using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The circles that the events of a turn belong to.</summary>
internal sealed class CirclesTold
{
    private readonly int[] _circleOf;

    private CirclesTold(int events) => _circleOf = new int[events];

    /// <summary>Each with its first and last offset in this turn.</summary>
    public List<(CircleId Id, long First, long Last)> Circles { get; } = [];

    public int Count => Circles.Count;

    /// <summary>The number of the circle that an event belongs to.</summary>
    public int this[int at] => _circleOf[at];

    public static CirclesTold Of(IReadOnlyList<Recorded> events)
    {
        var told = new CirclesTold(events.Count);
        var numbers = new Dictionary<CircleId, int>();
        for (var at = 0; at < events.Count; at++)
        {
            var one = events[at];
            if (!numbers.TryGetValue(one.Circle, out var number))
            {
                numbers[one.Circle] = number = told.Count;
                told.Circles.Add((one.Circle, one.Offset, one.Offset));
            }

            told.Circles[number] = told.Circles[number] with { Last = one.Offset };
            told._circleOf[at] = number;
        }

        return told;
    }
}

/// <summary>Which of the circles of a turn a connection hears.</summary>
internal sealed class Audience(int circles) : IEquatable<Audience>
{
    private const int Bits = 64;
    private readonly ulong[] _hears = new ulong[(circles + Bits - 1) / Bits];

    public void Clear() => Array.Clear(_hears);

    public void Add(int circle) => _hears[circle / Bits] |= 1UL << (circle % Bits);

    public bool Hears(int circle) => (_hears[circle / Bits] & (1UL << (circle % Bits))) != 0;

    public Audience Copy()
    {
        var copy = new Audience(circles);
        _hears.CopyTo(copy._hears, 0);
        return copy;
    }

    public bool Equals(Audience? other) => other is not null && _hears.AsSpan().SequenceEqual(other._hears);

    public override bool Equals(object? obj) => Equals(obj as Audience);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var word in _hears)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }
}
