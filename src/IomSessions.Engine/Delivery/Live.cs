using System.Collections;

namespace IomSessions.Engine;

/// <summary>Delivery of what was just committed: one encoding for all connections that may read the same of it.</summary>
internal static class Live
{
    public static void Post(IReadOnlyList<Recorded> events, List<Seat> seats, Readable readable)
    {
        if (events.Count == 0)
        {
            return;
        }

        var made = new Dictionary<Audience, List<Page>>();
        foreach (var seat in seats)
        {
            if (seat is not { Standing: SeatStanding.Joined, CatchingUp: false } || Hears(seat, events, readable) is not { } audience)
            {
                continue;
            }

            if (!made.TryGetValue(audience, out var pages))
            {
                made[audience] = pages = [.. Page.Split(audience.Of(events))];
            }

            seat.CatchingUp = !pages.TrueForAll(seat.Post);
        }
    }

    // Null: nothing of it is for this seat, or something before it is missing.
    private static Audience? Hears(Seat seat, IReadOnlyList<Recorded> events, Readable readable)
    {
        Audience? audience = null;
        var ahead = new Positions(seat);
        for (var at = 0; at < events.Count; at++)
        {
            var one = events[at];
            if (!readable.May(seat.Person, one.Circle))
            {
                continue;
            }

            if (ahead.IsBehind(one))
            {
                seat.CatchingUp = true;
                return null;
            }

            if (ahead.Takes(one.Circle, one.Offset))
            {
                (audience ??= new Audience(events.Count)).Add(at);
            }
        }

        return audience;
    }

    /// <summary>Which of the events of a turn a connection hears.</summary>
    private sealed class Audience(int events) : IEquatable<Audience>
    {
        private readonly BitArray _hears = new(events);
        private readonly HashCodeBuilder _code = new();

        public void Add(int at)
        {
            _hears[at] = true;
            _code.Add(at);
        }

        public IEnumerable<Recorded> Of(IReadOnlyList<Recorded> events) => events.Where((_, at) => _hears[at]);

        public bool Equals(Audience? other)
        {
            if (other is null || other._code.Value != _code.Value)
            {
                return false;
            }

            for (var at = 0; at < _hears.Length; at++)
            {
                if (_hears[at] != other._hears[at])
                {
                    return false;
                }
            }

            return true;
        }

        public override bool Equals(object? obj) => Equals(obj as Audience);

        public override int GetHashCode() => _code.Value;
    }

    private sealed class HashCodeBuilder
    {
        public int Value { get; private set; } = 17;

        public void Add(int at) => Value = HashCode.Combine(Value, at);
    }
}
