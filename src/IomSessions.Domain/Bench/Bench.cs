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
        // what waits for the mediators waits for the next ones too; what was said to the earlier ones stays with them
        events.AddRange(rooms.SelectMany(room => room.Standing()).Concat(Standing(state, mediators)).Select(told => new Event(circle, told)));
    }

    /// <summary>A mediator is no longer one of them. Without any left a running session adjourns: nobody could lead it, or end it.</summary>
    /// <param name="events">What was decided so far; he is still seated.</param>
    public static void Leave(Session state, Person mediator, Draw draw, List<Event> events)
    {
        var last = state.Circles[state.Bench].People.All(id => id == mediator.Id);
        events.AddRange(last && state.Phase == Phase.Open
            ? Phases.Leave(state, Phase.Adjourned, null, draw, Caucus.Held(state), mediator)
            : Seating.Change(state, Removal.Away(mediator), draw));
        Change(Evolution.Apply(state, events), people => people.Where(id => id != mediator.Id), draw, events);
    }

    /// <summary>Where to tell those who were told something as mediators, and still are: the bench itself while it is the present one; else each by himself, as who
    /// came later has not been told (PE8).</summary>
    public static IEnumerable<CircleId> Remembering(Session state, CircleId bench) => bench == state.Bench ? [bench]
        : state.Circles[bench].People.Where(state.Circles[state.Bench].People.Contains).Select(id => state.People[id].Circle);

    private static IEnumerable<EventBody> Standing(Session state, Company mediators)
    {
        var bound = Company.Of(state.People.Values.Where(person => person is { WentHome: true, Room: not null }).Select(person => person.Id));
        return
        [
            .. Calling.Waiting(state, mediators),
            .. Saving.Kept(state),
            .. Proposing.Standing(state),
            .. Guests.Standing(state),
            .. bound.Count == 0 ? (EventBody[])[] : [new WentHome(bound)],
            .. Inviting.Pending(state),
            .. Devices.Pending(state),
            .. Knocking.Waiting(state, mediators),
        ];
    }
}
