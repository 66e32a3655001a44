using System.Collections.Immutable;
using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Where somebody might speak.</summary>
/// <param name="Circle">The circle he means.</param>
internal sealed record Place(PersonId By, CircleId Circle, CircleKind Kind)
{
    /// <param name="files">Null: none.</param>
    public CommandBody Say(string text, string language, long? replyTo = null, ImmutableArray<FileId>? files = null) => Kind switch
    {
        CircleKind.Party => new SayInDelegation(text, language, files, ReplyTo: replyTo),
        CircleKind.Bench => new SayOnBench(Circle, text, language, files, ReplyTo: replyTo),
        _ => new Say(Circle, text, language, files, ReplyTo: replyTo, Marked: text.Length % 5 == 0),
    };

    public static Place? Any(Session seen, Random chance)
    {
        var people = seen.Admitted.Where(p => p.Room is not null).OrderBy(p => p.Id.Value).ToList();
        if (people.Count == 0)
        {
            return null;
        }

        var by = people[chance.Next(people.Count)];
        return chance.Next(10) switch
        {
            < 2 when by.Party is { } party => new(by.Id, seen.Parties[party].Circle, CircleKind.Party),
            < 3 when by.IsMediator => new(by.Id, seen.Bench, CircleKind.Bench),
            // a sitting that is over, or somebody else's
            3 => new(by.Id, Old(seen, chance), CircleKind.Sitting),
            _ => new(by.Id, seen.SittingOf(by)!.Value, CircleKind.Sitting),
        };
    }

    private static CircleId Old(Session seen, Random chance)
    {
        var sittings = seen.Circles.Where(c => c.Value.Kind == CircleKind.Sitting).Select(c => c.Key).OrderBy(id => id.Value).ToList();
        return sittings[chance.Next(sittings.Count)];
    }
}

/// <summary>The one circle in which two runs of the same history differ.</summary>
/// <param name="variant">Which run this is.</param>
internal sealed class Secret(CircleKind kind, int variant, int seed)
{
    private readonly Random _chance = new((seed * 31) + variant);

    public CircleId? Circle { get; private set; }

    /// <summary>Everybody who reads it, at any time.</summary>
    public HashSet<PersonId> Members { get; } = [];

    public int Different { get; private set; }

    /// <summary>The first fitting circle in which anybody means to speak is the one.</summary>
    public bool Is(Place place, Session seen)
    {
        if (Circle is null && place.Kind == kind && Fits(place, seen))
        {
            Circle = place.Circle;
            Learn(seen);
        }

        // whoever names it without sitting in it says the same in both runs
        return place.Circle == Circle && Members.Contains(place.By);
    }

    /// <summary>The first draft in which anybody means to write, and that not everybody has, is the one.</summary>
    public bool Is(Draft draft, Session seen)
    {
        if (Circle is null && kind == CircleKind.Draft && !seen.Circles[draft.Circle].Ended
            && seen.Circles[draft.Circle].People.Count < seen.Admitted.Count() - 1)
        {
            Circle = draft.Circle;
            Learn(seen);
        }

        return kind == CircleKind.Draft && draft.Circle == Circle;
    }

    /// <summary>Later members of a party read all of it.</summary>
    public void Learn(Session seen)
    {
        if (Circle is { } circle && seen.Circles.TryGetValue(circle, out var facts))
        {
            Members.UnionWith(facts.Party is { } party
                ? seen.People.Values.Where(p => p.Party == party).Select(p => p.Id)
                : facts.People);
        }
    }

    /// <summary>Whether a sitting is the one, or one of its room that follows it without anybody new: what is said to the one that has just
    /// ended is said there (SI2).</summary>
    public bool MayBeSaidIn(CircleId sitting, Session now) => sitting == Circle
        || (Circle is { } circle && now.Circles.TryGetValue(sitting, out var facts) && facts.Room is { } room
            && room == now.Circles[circle].Room && facts.People.All(Members.Contains));

    /// <summary>What this run says: as much and as long as it likes.</summary>
    public IReadOnlyList<string> Words()
    {
        List<string> said = [.. Enumerable.Range(0, _chance.Next(4)).Select(at =>
            $"secret {variant} {Different}.{at} " + new string((char)('a' + _chance.Next(26)), _chance.Next(4) == 0 ? _chance.Next(Limits.TextLength / 2) : _chance.Next(60)))];
        Different += said.Count;
        return said;
    }

    /// <summary>The files that go with an utterance: their number, names and sizes are the secret's.</summary>
    public IReadOnlyList<string> Files() => [.. Enumerable.Range(0, _chance.Next(3) == 0 ? _chance.Next(1, 3) : 0).Select(at => $"secret {variant} {Different}.{at} {new string('x', _chance.Next(50))}")];

    public int Signals() => _chance.Next(3);

    private bool Fits(Place place, Session seen) => kind != CircleKind.Sitting
        || (seen.Circles[place.Circle] is { Ended: false } sitting
            && sitting.People.Contains(place.By)
            && seen.Rooms[sitting.Room!.Value].Kind is RoomKind.Caucus or RoomKind.Home or RoomKind.Mediators
            && sitting.People.Count < seen.Admitted.Count() - 1);
}
