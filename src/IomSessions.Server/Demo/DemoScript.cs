using System.Text.Json;
using System.Text.Json.Serialization;
using IomSessions.Wire;

namespace IomSessions.Server.Demo;

/// <summary>A case to be replayed: people, rooms and what was done, each step with its date, its room and the page it comes from.</summary>
/// <param name="Visitors">Keys of the people for whom links are handed out at the end.</param>
public sealed record DemoScript(
    string About, string Reference, string Title, SessionKind Kind, IReadOnlyList<string> Languages, IReadOnlyList<string> Sources,
    Protocol Protocol, IReadOnlyList<DemoParty> Parties, IReadOnlyList<DemoPerson> People, IReadOnlyList<string> Visitors,
    IReadOnlyList<DemoStep> Steps)
{
    /// <summary>Reads and checks a script.</summary>
    /// <exception cref="InvalidDataException">It contradicts itself.</exception>
    public static DemoScript Read(Stream json)
    {
        var script = JsonSerializer.Deserialize<DemoScript>(json, WireJson.Options) ?? throw new InvalidDataException("No script.");
        return DemoCheck.Faults(script) is { Count: > 0 } faults
            ? throw new InvalidDataException(string.Join(Environment.NewLine, faults))
            : script;
    }

    /// <summary>Camp David, 1978: a single text, shuttling, one spokesman.</summary>
    public static DemoScript CampDavid() => Read("camp-david.json");

    /// <summary>Beagle Channel, 1978 to 1981: separate talks, and a secret proposal that one of two answers.</summary>
    public static DemoScript Beagle() => Read("beagle.json");

    /// <summary>Timor Sea, 2016 to 2018: what an institution tells the public with the parties' agreement.</summary>
    public static DemoScript TimorSea() => Read("timor-sea.json");

    private static DemoScript Read(string name)
    {
        var assembly = typeof(DemoScript).Assembly;
        var resource = assembly.GetManifestResourceNames()
            .FirstOrDefault(known => known.EndsWith(".Demo." + name, StringComparison.Ordinal));
        using var json = resource is null
            ? File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Demo", name))
            : assembly.GetManifestResourceStream(resource)!;
        return Read(json);
    }
}

public sealed record DemoParty(string Key, string Name);

/// <param name="Party">Key of his party; null for a mediator.</param>
public sealed record DemoPerson(string Key, string Name, Role Role, string? Party = null);

/// <param name="When">As the source gives it.</param>
/// <param name="Room">Where, by key: <c>joint</c>, <c>mediators</c>, <c>bench</c>, a party (its home room) or a room that was made.</param>
/// <param name="Source">The page that it comes from.</param>
public sealed record DemoStep(string When, string Room, Uri Source, IReadOnlyList<DemoAct> Acts);

/// <summary>One thing done; people, parties and rooms by key.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act")]
[JsonDerivedType(typeof(MakeAct), "make")]
[JsonDerivedType(typeof(CloseAct), "close")]
[JsonDerivedType(typeof(ArrangeAct), "arrange")]
[JsonDerivedType(typeof(SayAct), "say")]
[JsonDerivedType(typeof(BenchAct), "bench")]
[JsonDerivedType(typeof(DelegationAct), "delegation")]
[JsonDerivedType(typeof(RenderAct), "render")]
[JsonDerivedType(typeof(ReleaseAct), "release")]
[JsonDerivedType(typeof(SaveAct), "save")]
[JsonDerivedType(typeof(DeadlineAct), "deadline")]
[JsonDerivedType(typeof(TurnsAct), "turns")]
[JsonDerivedType(typeof(FloorAct), "floor")]
[JsonDerivedType(typeof(CallAct), "call")]
[JsonDerivedType(typeof(PublishAct), "publish")]
[JsonDerivedType(typeof(IssueAct), "issue")]
[JsonDerivedType(typeof(StatusAct), "status")]
[JsonDerivedType(typeof(PositionAct), "position")]
[JsonDerivedType(typeof(AgreeAct), "agree")]
[JsonDerivedType(typeof(OfferAct), "offer")]
[JsonDerivedType(typeof(ProposeAct), "propose")]
[JsonDerivedType(typeof(AnswerAct), "answer")]
[JsonDerivedType(typeof(DraftAct), "draft")]
public abstract record DemoAct(string By);

public sealed record MakeAct(string By, string Room, string Name) : DemoAct(By);

public sealed record CloseAct(string By, string Room) : DemoAct(By);

public sealed record ArrangeAct(string By, IReadOnlyList<Move> Moves) : DemoAct(By);

/// <param name="Room">Where he says it: checked, so that nothing is said to the wrong people.</param>
/// <param name="As">Under what name later acts speak of it.</param>
/// <param name="Answers">What it answers, by that name.</param>
public sealed record SayAct(string By, string Room, string Text, string? As = null, string? Answers = null, DemoFile? File = null) : DemoAct(By);

/// <summary>A file of plain text that goes with what is said.</summary>
public sealed record DemoFile(string Name, string Text);

public sealed record BenchAct(string By, string Text) : DemoAct(By);

public sealed record DelegationAct(string By, string Text) : DemoAct(By);

/// <param name="Said">What he renders, by name.</param>
public sealed record RenderAct(string By, string Said, string Text, string Language) : DemoAct(By);

/// <param name="Said">What is released, by name.</param>
public sealed record ReleaseAct(string By, string Said, IReadOnlyList<string> Parties) : DemoAct(By);

public sealed record SaveAct(string By, string Name, IReadOnlyList<Move> Moves) : DemoAct(By);

public sealed record DeadlineAct(string By, string Room, int Minutes) : DemoAct(By);

public sealed record TurnsAct(string By, string Room, bool ByTurn) : DemoAct(By);

/// <summary>Somebody raises a hand, and a mediator in the room gives him the floor.</summary>
public sealed record FloorAct(string By, string Room, string To) : DemoAct(By);

public sealed record CallAct(string By, Urgency Urgency, string Text, string ClaimedBy) : DemoAct(By);

/// <summary>A statement is put, cleared by every party and mediator in each language, and ordered to be published.</summary>
public sealed record PublishAct(string By, StatementKind Kind, IReadOnlyList<StatementText> Texts) : DemoAct(By);
