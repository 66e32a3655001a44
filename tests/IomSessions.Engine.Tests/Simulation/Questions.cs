using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>What people ask besides commands: what was before, which sittings there were, what an arrangement would do. Depends on the
/// seed and on a state alone, never on what was said; has chance of its own, so that a history is the same with and without.</summary>
/// <param name="secret">What differs between two runs; null: nothing.</param>
internal sealed class Questions(World world, int seed, Secret? secret)
{
    private readonly Random _chance = new(seed ^ 0x0f1bbcdc);
    private readonly Choices _choices = new(world.Cast, new Random(seed ^ 0x5a827999), world.Clock.GetUtcNow);

    public async Task AskAsync(Session seen, SimNode node)
    {
        if (_chance.Next(3) != 0)
        {
            return;
        }

        var people = seen.People.Values.OrderBy(person => person.Id.Value).ToList();
        var by = people[_chance.Next(people.Count)];
        switch (_chance.Next(4))
        {
            case 0:
                await SittingsAsync(by, seen, node);
                break;
            case 1:
                var (refused, consequences) = node.Live.Preview(by.Id, _choices.Plan(seen));
                Demand(refused is not null || by.IsMediator, "somebody who is no mediator is shown what a move would do");
                world.Answered(by.Id, node, "preview", new { refused, consequences });
                break;
            default:
                await ReadBackAsync(by, seen, node);
                break;
        }
    }

    private async Task ReadBackAsync(Person by, Session seen, SimNode node)
    {
        var (circle, before) = (Circle(seen), _chance.Next(3) == 0 ? long.MaxValue : _chance.Next(-1, 30));
        var (refused, found) = await node.Live.Questions.ReadBackAsync(by.Id, circle, before, _chance.Next(0, 12));
        foreach (var told in found is null ? [] : Told.Past(Frame.Of(Target.Past, found), out _))
        {
            DemandMayRead(by.Id, told.Circle, node);
        }

        world.Answered(by.Id, node, "read", new { refused, found });
    }

    private async Task SittingsAsync(Person by, Session seen, SimNode node)
    {
        var (before, max) = (_chance.Next(2) == 0 ? (CircleId?)null : Circle(seen), _chance.Next(1, 6));
        var (refused, found) = await node.Live.Questions.SittingsAsync(by.Id, before, max);
        foreach (var sitting in found ?? [])
        {
            DemandMayRead(by.Id, sitting.Opened.Event.Circle, node);
        }

        world.Answered(by.Id, node, "sittings", new { refused, found });
    }

    private void DemandMayRead(PersonId person, CircleId circle, SimNode node) =>
        Demand(world.Oracle.MayRead(person, circle, node.Live.Ledger.Now.Version), "something is read back by somebody who may not read it");

    private CircleId Circle(Session seen)
    {
        // whether there is a late rendition of the secret depends on whether anything was said
        var circles = seen.Circles.Where(one => secret is null || one.Value.About is not { } about || about.Sitting != secret.Circle)
            .Select(one => one.Key).OrderBy(id => id.Value).ToList();
        return circles[_chance.Next(circles.Count)];
    }

    private static void Demand(bool holds, string law)
    {
        if (!holds)
        {
            throw new BrokenException(law);
        }
    }
}
