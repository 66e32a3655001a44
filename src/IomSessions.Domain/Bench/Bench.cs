using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>First event of a bench: its mediators and the floor as it is.</summary>
/// <param name="Number">1 for the first bench of the session.</param>
public sealed record BenchOpened(int Number, Company Mediators, ImmutableArray<RoomOnFloor> Floor) : EventBody;

/// <summary>The mediators together.</summary>
internal static class Bench
{
    /// <summary>A change of mediators begins a new bench; the newcomer does not read the earlier ones (PE8).</summary>
    public static void Change(Session state, Func<IEnumerable<PersonId>, IEnumerable<PersonId>> change, Draw draw, List<Event> events)
    {
        var mediators = Company.Of(change(state.Circles[state.Bench].People));
        var rooms = state.Rooms.Values.Where(room => !room.Closed).OrderBy(room => room.Id.Value).ToList();
        var circle = draw.Circle();
        events.Add(new(circle, new BenchOpened(state.BenchNumber + 1, mediators, [.. rooms.Select(room => room.OnFloor())])));
        events.AddRange(rooms.SelectMany(room => room.Standing()).Concat(Calling.Waiting(state, mediators)).Concat(Saving.Kept(state)).Select(told => new Event(circle, told)));
    }
}
