using System.Collections.Immutable;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Of each circle that has not ended, the offsets of the events that last: what a newcomer to it must hear (ST6).</summary>
public sealed record Outlined(ImmutableDictionary<CircleId, OutlinedCircle> Circles)
{
    public static Outlined Nothing { get; } = new(ImmutableDictionary<CircleId, OutlinedCircle>.Empty);

    /// <param name="state">After the events.</param>
    public Outlined With(IEnumerable<Recorded> events, Session state)
    {
        var circles = Circles.ToBuilder();
        var ended = false;
        foreach (var one in events.Where(one => !Lasting.IsHistory(one.Event.Body)))
        {
            circles[one.Circle] = circles.GetValueOrDefault(one.Circle, OutlinedCircle.Nothing).With(one.Offset, one.Event.Body);
            ended |= one.Event.Body is FloorChanged or BenchOpened or TableOpened || state.Circles[one.Circle].Ended;
        }

        if (ended)
        {
            circles.RemoveRange([.. circles.Keys.Where(circle => state.Circles[circle].Ended)]);
        }

        return new(circles.ToImmutable());
    }
}

/// <summary>The lasting events of one circle.</summary>
/// <param name="Always">Offsets of those that no other event supersedes.</param>
/// <param name="Shown">Of each thing that events show anew (a room, a saved arrangement) the offset of the newest.</param>
public sealed record OutlinedCircle(ImmutableSortedSet<long> Always, ImmutableDictionary<string, long> Shown)
{
    public static OutlinedCircle Nothing { get; } = new(ImmutableSortedSet<long>.Empty, ImmutableDictionary<string, long>.Empty);

    public OutlinedCircle With(long offset, EventBody body)
    {
        if (Lasting.IsHistory(body))
        {
            return this;
        }

        var (shown, over) = (Lasting.Shown(body).ToList(), Lasting.Over(body).ToList());
        return over.Count + shown.Count == 0
            ? this with { Always = Always.Add(offset) }
            : this with { Shown = Shown.RemoveRange(over).SetItems(shown.Select(one => KeyValuePair.Create(one, offset))) };
    }

    /// <summary>The offsets to tell: what lasts, and the newest <paramref name="recent"/> of <paramref name="head"/>.</summary>
    public SortedSet<long> Offsets(long head, int recent)
    {
        var offsets = new SortedSet<long>(Always);
        offsets.UnionWith(Shown.Values);
        for (var offset = Math.Max(1, head - recent + 1); offset <= head; offset++)
        {
            offsets.Add(offset);
        }

        return offsets;
    }
}
