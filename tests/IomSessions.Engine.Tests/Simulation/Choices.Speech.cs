using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>What follows what was said: renditions and releases.</summary>
internal sealed partial class Choices
{
    private Render Render(Session seen, Person by) => new Render(SatIn(seen, by, _ => true), chance.Next(1, 6), "Rendu.", "fr");

    private Release Release(Session seen, Person by) => new Release(
        SatIn(seen, by, circle => circle.InCaucus), chance.Next(1, 6), [Any(cast.Parties)], chance.Next(3) == 0 ? [Person(seen)] : [], chance.Next(2) == 0);

    // mostly somebody of his party who did not sit there
    private Brief Brief(Session seen, Person by)
    {
        var sitting = SatIn(seen, by, circle => circle.Ended && chance.Next(8) != 0);
        var people = seen.Circles.TryGetValue(sitting, out var sat) ? sat.People : Company.Nobody;
        var fresh = seen.Admitted.Where(p => p.Party == by.Party && !people.Contains(p.Id)).Select(p => p.Id).OrderBy(id => id.Value).ToList();
        return new(fresh.Count > 0 ? Any(fresh) : Person(seen), sitting);
    }

    private CircleId SatIn(Session seen, Person by, Func<Circle, bool> fits)
    {
        var sittings = seen.Circles.Where(c => c.Value.Kind == CircleKind.Sitting && c.Value.People.Contains(by.Id) && fits(c.Value))
            .Select(c => c.Key).OrderBy(id => id.Value).ToList();
        return sittings.Count > 0 ? Any(sittings) : new(New("no sitting"));
    }
}
