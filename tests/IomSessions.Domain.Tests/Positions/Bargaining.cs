using System.Collections.Immutable;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Positions;

/// <summary>A session whose parties bargain over an amount.</summary>
internal static class Bargaining
{
    public static IssueId Money { get; } = Issue("money");

    public static IssueId Issue(string name) => new(Named.Of("issue " + name));

    public static PositionId Id(string name) => new(Named.Of("position " + name));

    /// <summary>Open, one issue on the agenda; the heads hold what raising and agreeing takes.</summary>
    public static Scene Begun(bool third = false)
    {
        var scene = Stage.Open(third);
        foreach (var head in third ? (PersonId[])[HeadA, HeadB, HeadC] : [HeadA, HeadB])
        {
            scene.Done(head, new GrantAuthority(head, Authority.Submit));
        }

        scene.Put("money", IssueKind.Amount, "USD", [.. scene.State.Parties.Keys]);
        return scene;
    }

    public static ImmutableArray<Event> Put(this Scene scene, string name, IssueKind kind, string? unit, PartyId[] parties, string? package = null) =>
        scene.Done(Mediator, new PutIssue(Issue(name), name, kind, unit, kind == IssueKind.Choice ? ["here", "there"] : [], [.. parties], package, 1));

    public static ImmutableArray<Event> Take(this Scene scene, PersonId by, string position, string value, string? note = null) =>
        scene.Done(by, new TakePosition(Id(position), Money, PositionKind.Position, value, note));

    /// <summary>Raised, and held as long as it takes.</summary>
    public static ImmutableArray<Event> Raise(this Scene scene, PersonId by, string position, PositionLevel level, params PartyId[] parties)
    {
        var held = Expect.One<RaiseHeld>(scene.Done(by, new RaisePosition(Id(position), level, [.. parties])));
        return scene.Due(position, held.At, held.At);
    }

    public static ImmutableArray<Event> Due(this Scene scene, string position, DateTimeOffset at, DateTimeOffset now) =>
        Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(Command.House, new NoteRaise(Id(position), at)) with { At = now })).Events;
}
