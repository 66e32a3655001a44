using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>What follows what was said: renditions and releases.</summary>
internal sealed partial class Choices
{
    private Render Render(Session seen, Person by) => new Render(SatIn(seen, by, _ => true), chance.Next(1, 6), "Rendu.", "fr");

    private Release Release(Session seen, Person by) => new Release(
        SatIn(seen, by, circle => circle.InCaucus), chance.Next(1, 6), [Any(cast.Parties)], chance.Next(3) == 0 ? [Person(seen)] : [], chance.Next(2) == 0);

    private CircleId SatIn(Session seen, Person by, Func<Circle, bool> fits)
    {
        var sittings = seen.Circles.Where(c => c.Value.Kind == CircleKind.Sitting && c.Value.People.Contains(by.Id) && fits(c.Value))
            .Select(c => c.Key).OrderBy(id => id.Value).ToList();
        return sittings.Count > 0 ? Any(sittings) : new(New("no sitting"));
    }
}
