using System.Text.Json;
using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Server.Hubs;

/// <summary>Answers of the hub, as PROTOCOL.md has them.</summary>
public sealed record WelcomeAnswer(bool Ok, int? Protocol, PersonId? Person, int? BeatSeconds, DateTimeOffset? Now, RefusalShown? Refusal);

public sealed record CommandAnswer(bool Ok, Answer? Answer, RefusalShown? Refusal)
{
    public static CommandAnswer Of(CommandOutcome outcome) => outcome switch
    {
        CommandOutcome.Done done => new(true, done.Answer, null),
        CommandOutcome.Refused refused => Of(refused.Refusal),
        _ => Of(EngineRefusals.Failed),
    };

    /// <param name="refusal">Null: it was done.</param>
    public static CommandAnswer Of(Refusal? refusal) => refusal is null ? new(true, null, null) : new(false, null, RefusalShown.Of(refusal));
}

public sealed record PreviewAnswer(bool Ok, Consequences? Consequences, RefusalShown? Refusal);

public sealed record TakenAnswer(bool Ok, TakenText? Taken, RefusalShown? Refusal);

public sealed record CompareAnswer(bool Ok, IReadOnlyList<Run>? Runs, RefusalShown? Refusal);

public sealed record ReadAnswer(bool Ok, WireList? Events, bool More, WireList? Renditions, RefusalShown? Refusal)
{
    public static ReadAnswer Of(Refusal refusal) => new(false, null, false, null, RefusalShown.Of(refusal));
}

public sealed record SittingsAnswer(bool Ok, IReadOnlyList<EarlierSitting>? Sittings, RefusalShown? Refusal)
{
    public static SittingsAnswer Of(Refusal refusal) => new(false, null, RefusalShown.Of(refusal));
}

public sealed record SearchAnswer(bool Ok, WireList? Events, SearchPlace? Next, RefusalShown? Refusal)
{
    public static SearchAnswer Of(Refusal refusal) => new(false, null, null, RefusalShown.Of(refusal));
}

/// <summary>A refusal as it is shown: the same shape on the hub and over HTTP (DL7).</summary>
public sealed record RefusalShown(string Code, string Sentence, bool Retry, JsonElement? Detail)
{
    public static RefusalShown Of(Refusal refusal) => new(refusal.Code, refusal.Sentence, refusal.Retry, refusal.Detail switch
    {
        RefusalDetail.PresentRoom room => Element(new { room }),
        RefusalDetail.Needs needs => Element(needs),
        RefusalDetail.Changed changed => Element(changed),
        _ => null,
    });

    private static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, DomainJson.Options);
}
