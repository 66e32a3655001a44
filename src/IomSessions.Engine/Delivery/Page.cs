using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Events that go out as one frame. Where a frame ends depends on these events alone, never on what others hear.</summary>
/// <param name="Heads">Of each circle the last offset in it.</param>
internal sealed record Page(IReadOnlyList<Recorded> Events, IReadOnlyCollection<KeyValuePair<CircleId, long>> Heads, Frame Frame)
{
    public static IEnumerable<Page> Split(IEnumerable<Recorded> events)
    {
        var builder = new Builder();
        foreach (var one in events)
        {
            if (builder.Add(one) is { } full)
            {
                yield return full;
            }
        }

        if (builder.Rest() is { } rest)
        {
            yield return rest;
        }
    }

    /// <summary>Gathers events until a frame is full.</summary>
    public sealed class Builder
    {
        private List<Recorded> _events = [];
        private int _bytes;

        /// <returns>A full page that the event did not fit on any more, or null.</returns>
        public Page? Add(Recorded one)
        {
            var full = _bytes > 0 && _bytes + one.Wire.Length > Limits.DeliveryBytes ? Rest() : null;
            _events.Add(one);
            _bytes += one.Wire.Length;
            return full;
        }

        public Page? Rest()
        {
            if (_events.Count == 0)
            {
                return null;
            }

            var heads = new Dictionary<CircleId, long>();
            foreach (var one in _events)
            {
                heads[one.Circle] = one.Offset;
            }

            var page = new Page(_events, heads.ToArray(), Frame.Events(_events));
            (_events, _bytes) = ([], 0);
            return page;
        }
    }
}

/// <summary>Positions of a connection as they will be when what was taken has been posted.</summary>
internal sealed class Positions(Seat seat)
{
    private readonly Dictionary<CircleId, long> _taken = [];

    public bool Takes(CircleId circle, long offset)
    {
        if (offset != Of(circle) + 1)
        {
            return false;
        }

        _taken[circle] = offset;
        return true;
    }

    private long Of(CircleId circle) => _taken.TryGetValue(circle, out var taken) ? taken : seat.Positions.GetValueOrDefault(circle);
}
