using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Cases;

/// <summary>What the cases that were have in common. Facts are as the sources have them; the words are ours.</summary>
internal static class Case
{
    public static IssueId Issue(string name) => new(Named.Of("issue " + name));

    /// <summary>Open, with these issues of both parties; the heads hold what raising takes.</summary>
    public static Scene Begun(params (string Name, string? Package)[] issues)
    {
        var scene = Stage.Open();
        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Submit));
        scene.Done(HeadB, new GrantAuthority(HeadB, Authority.Submit));
        foreach (var (name, package) in issues)
        {
            scene.Done(Mediator, new PutIssue(Issue(name), name, IssueKind.Text, null, [], [A, B], package, 1));
        }

        return scene;
    }

    /// <summary>Put down, raised, and held as long as it takes.</summary>
    public static void Raise(
        this Scene scene, PersonId by, string issue, string value, PositionLevel level, PositionKind kind = PositionKind.Position, params PartyId[] to)
    {
        var id = new PositionId(Named.Of($"{issue} {value}"));
        scene.Done(by, new TakePosition(id, Issue(issue), kind, value, null));
        var held = Expect.One<RaiseHeld>(scene.Done(by, new RaisePosition(id, level, [.. to])));
        Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(Command.House, new NoteRaise(id, held.At)) with { At = held.At }));
    }

    /// <summary>Both heads agree, at the table.</summary>
    public static void Agree(this Scene scene, string issue, string value)
    {
        foreach (var head in (PersonId[])[HeadA, HeadB])
        {
            scene.Done(head, new AgreeToIssue(Issue(issue), value));
        }
    }

    /// <summary>All that somebody has been told of one kind.</summary>
    public static IEnumerable<T> Heard<T>(this Scene scene, PersonId who) =>
        scene.Log.Where(one => scene.Reads(who, one.Circle)).Select(one => one.Body).OfType<T>();
}
