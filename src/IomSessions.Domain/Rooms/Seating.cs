using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Turns new places into events: every room whose company changes gets a new sitting, in the same append (SI1).</summary>
internal static class Seating
{
    /// <summary>The rooms whose company changes, with the people they will have.</summary>
    public static Dictionary<RoomId, Company> After(Session state, IReadOnlyDictionary<PersonId, RoomId?> targets)
    {
        var comes = new Dictionary<RoomId, List<PersonId>>();
        var goes = new Dictionary<RoomId, List<PersonId>>();
        foreach (var (id, target) in targets)
        {
            var from = state.People[id].Room;
            if (from == target)
            {
                continue;
            }

            Note(goes, from, id);
            Note(comes, target, id);
        }

        return comes.Keys.Union(goes.Keys).ToDictionary(room => room, room =>
            Company.Of(state.Rooms[room].People
                .Except(goes.GetValueOrDefault(room, []))
                .Concat(comes.GetValueOrDefault(room, []))));
    }

    /// <summary>Sittings for those who come and stay, the floor for the bench, caucus notices for the hall.</summary>
    /// <param name="targets">Where each goes; null: nowhere (suspended or removed).</param>
    /// <param name="before">The caucuses held before anything else in the same act, if it began with who takes part.</param>
    public static List<Event> Change(
        Session state, IReadOnlyDictionary<PersonId, RoomId?> targets, Draw draw, IReadOnlySet<Caucus>? before = null)
    {
        return Open(state, After(state, targets), draw, before);
    }

    /// <summary>A new sitting of the same people, because somebody who is with one of them came or went.</summary>
    public static List<Event> Anew(Session state, RoomId room, Draw draw) =>
        Open(state, new Dictionary<RoomId, Company> { [room] = state.Rooms[room].People }, draw);

    private static List<Event> Open(Session state, Dictionary<RoomId, Company> rooms, Draw draw, IReadOnlySet<Caucus>? before = null)
    {
        var events = new List<Event>();
        var rows = new List<RoomOnFloor>();
        foreach (var (id, people) in rooms.OrderBy(room => room.Key.Value))
        {
            var room = state.Rooms[id];
            CircleId? sitting = people.Count == 0 ? null : draw.Circle();
            rows.Add(new(id, room.Kind, room.Name, room.Party, sitting, people));
            if (sitting is { } opened)
            {
                events.Add(new(opened, new SittingOpened(id, room.Name, room.Kind, people, Accompanying.Of(state, people))));
                events.AddRange((room with { Recall = room.Recall?.Within(people) }).Standing().Select(told => new Event(opened, told)));
            }
        }

        var floor = new FloorChanged([.. rows]);
        if (rows.Count > 0)
        {
            events.Add(new(state.Bench, floor));
        }

        events.AddRange(Caucus.Notices(state, floor, before ?? Caucus.Held(state)).Select(notice => new Event(state.Hall, notice)));
        return events;
    }

    private static void Note(Dictionary<RoomId, List<PersonId>> rooms, RoomId? room, PersonId person)
    {
        if (room is not { } id)
        {
            return;
        }

        if (!rooms.TryGetValue(id, out var people))
        {
            rooms[id] = people = [];
        }

        people.Add(person);
    }
}
