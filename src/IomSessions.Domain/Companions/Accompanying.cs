using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Who is physically with whom. He counts among the people of a room: when he comes or goes a new sitting opens, so that nobody speaks
/// before somebody whom he has not seen (SI2, RM9).</summary>
internal static class Accompanying
{
    public static Decision Decide(Session state, DeclareCompanion ask, Person by, Draw draw)
    {
        if (ask.Companion.Value == Guid.Empty || !Words.IsName(ask.Name) || ask.Text is null || ask.Text != by.Wording
            || state.People.Values.Any(person => person.Companions.Exists(one => one.Id == ask.Companion)))
        {
            return Refusal.Invalid;
        }

        if (by.Companions.Count >= Limits.CompanionsPerPerson || by.CompanionsDeclared >= Limits.CompanionsDeclared)
        {
            return Refusal.TooMany;
        }

        var declared = new CompanionDeclared(ask.Companion, ask.Name, by.Id, ask.Text);
        var announced = by.Status == PersonStatus.Admitted ? new CompanionAnnounced(ask.Companion, ask.Name, by.Id) : null;
        return Anew(state, by, draw, announced, declared);
    }

    public static Decision Decide(Session state, EndCompanion ask, Person by, Draw draw) =>
        by.Companions.Exists(one => one.Id == ask.Companion)
            ? Anew(state, by, draw, by.Announced.Contains(ask.Companion) ? new CompanionLeft(ask.Companion) : null, new CompanionEnded(ask.Companion, by.Id))
            : Refusal.NotFound;

    /// <summary>What the hall is told with somebody's admission: who came to him in the lobby.</summary>
    public static IEnumerable<Event> Announced(Session state, Person person) => person.Companions
        .Where(one => !person.Announced.Contains(one.Id))
        .Select(one => new Event(state.Hall, new CompanionAnnounced(one.Id, one.Name, person.Id)));

    /// <summary>Those who are with these people; null: nobody is.</summary>
    public static ImmutableArray<Companion>? Of(Session state, Company people)
    {
        ImmutableArray<Companion> with = [.. people.SelectMany(id => state.People[id].Companions).OrderBy(one => one.Id.Value)];
        return with.IsEmpty ? null : with;
    }

    public static Session Join(Session state, CompanionDeclared told) => state.Edit(told.With, person =>
        person.Companions.Exists(one => one.Id == told.Companion)
            ? person
            : person with
            {
                Companions = person.Companions.Add(new(told.Companion, told.With, told.Name)), CompanionsDeclared = person.CompanionsDeclared + 1,
            });

    public static Session Announce(Session state, CompanionAnnounced told) =>
        state.Edit(told.With, person => person with { Announced = person.Announced.Add(told.Companion) });

    public static Session Leave(Session state, CompanionEnded told) => state.Edit(told.With, person =>
        person with
        {
            Companions = person.Companions.RemoveAll(one => one.Id == told.Companion), Announced = person.Announced.Remove(told.Companion),
        });

    private static List<Event> Anew(Session state, Person by, Draw draw, EventBody? inHall, EventBody onRecord)
    {
        var events = new List<Event> { new(state.Registry, onRecord), new(by.Circle, onRecord) };
        if (inHall is not null)
        {
            events.Insert(0, new(state.Hall, inHall));
        }

        if (by.Room is { } room)
        {
            events.AddRange(Seating.Anew(Evolution.Apply(state, events), room, draw));
        }

        return events;
    }
}
