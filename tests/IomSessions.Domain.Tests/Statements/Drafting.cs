using System.Collections.Immutable;
using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Statements;

/// <summary>Statements for the tests.</summary>
internal static class Drafting
{
    public static readonly StatementId First = new(Named.Of("first statement"));

    public static readonly Protocol Public = Stage.Usual with { ExistencePublic = true };

    public static StatementText English { get; } = new("en", "Joint statement", "The parties met.\n\nThey will meet again.");

    public static StatementText French { get; } = new("fr", "Déclaration commune", "Les parties se sont rencontrées.");

    public static PutStatement Joint(params StatementText[] texts) => new(First, StatementKind.Joint, [.. texts], null, [], [], null, null);

    /// <summary>A session whose existence is public, with heads who may write and clear.</summary>
    public static Scene Scene(bool third = false, Protocol? protocol = null)
    {
        var scene = Stage.Open(third, protocol ?? Public);
        foreach (var head in third ? (PersonId[])[HeadA, HeadB, HeadC] : [HeadA, HeadB])
        {
            scene.Done(head, new GrantAuthority(head, Authority.Consent));
        }

        scene.Done(HeadA, new GrantAuthority(HeadA, Authority.Submit));
        return scene;
    }

    public static Statement One(this Scene scene) => scene.State.Statements[First];

    /// <summary>One clears all that is there now.</summary>
    public static void Clear(this Scene scene, params PersonId[] people)
    {
        foreach (var by in people)
        {
            foreach (var text in scene.One().Texts)
            {
                scene.Done(by, new ClearStatement(First, scene.One().Version, text.Language, text.Digest()));
            }
        }
    }

    /// <summary>Put, and cleared by all.</summary>
    public static Scene Cleared(params StatementText[] texts)
    {
        var scene = Scene();
        scene.Done(Mediator, Joint(texts.Length == 0 ? [English] : texts));
        scene.Clear(Mediator, CoMediator, HeadA, HeadB);
        return scene;
    }

    public static PublishStatement Publish(this Scene scene, DateTimeOffset? at = null) => new(First, scene.One().Version, at);

    /// <summary>Time comes to what was ordered.</summary>
    public static ImmutableArray<Event> Due(this Scene scene) => scene.Due(scene.One().At!.Value);

    public static ImmutableArray<Event> Due(this Scene scene, DateTimeOffset now) =>
        Assert.IsType<Decision.Accepted>(scene.Do(scene.Next(Command.House, new NoteStatement(First, scene.One().At!.Value)) with { At = now })).Events;
}
