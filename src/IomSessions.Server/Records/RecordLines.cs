using System.Text.Json;
using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Server.Records;

/// <summary>One event as a line of a record.</summary>
internal sealed class RecordLines(Names names)
{
    public Markup Of(Recorded told) => told.Event.Body switch
    {
        Said said => Line(told, names.Full(said.By), Markup.Of(
            $"{Answers(said.ReplyTo)}{Text(said.Text, said.Language)}{Files(said)}{(said.Marked ? Markup.Of($"<p class=\"note\">Marked as confidential by its speaker.</p>") : Markup.Nothing)}")),
        Rendered rendered => Line(told, Markup.Of($"{names.Full(rendered.By)}: rendition of no. {rendered.Offset}"), Text(rendered.Text, rendered.Language)),
        BriefingTold said => Line(told, Markup.Of($"{names.Full(said.By)}{Rendition(said)}, said at {RecordWords.Time(said.SaidAt)}"), Markup.Of(
            $"{Answers(said.ReplyTo)}{Text(said.Text, said.Language)}{Markup.All(said.Files.Select(file => Markup.Of($"<p class=\"note\">File <bdi>{file}</bdi>, not copied</p>")), "")}")),
        BriefingMade made => Line(told, Markup.Of($"{names.Full(made.By)} copied this sitting"), Markup.Of($"<p>To {names.Full(made.Person)}</p>")),
        Released released => Line(
            told,
            Markup.Of($"Released words of {names.Of(released.Source)}, said at {RecordWords.Time(released.SaidAt)}"),
            Text(released.Text, released.Language)),
        WordSent word => Line(told, Markup.Of($"{names.Full(word.By)} to {To(word)}"), Text(word.Text, word.Language)),
        ReleaseMade made => Line(told, Markup.Of($"{names.Full(made.By)} released words of {names.Of(made.Source)}"), Markup.Of($"<p>To {Recipients(made)}</p>")),
        _ => Line(told, Markup.Of($"{RecordWords.Plain(EventNames.ByType[told.Event.Body.GetType()])}"), Facts(told)),
    };

    public Markup People(IEnumerable<PersonId> people) => Markup.All(people.Select(names.Full), ", ");

    private static Markup Line(Recorded told, Markup who, Markup what)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(told.AtMs);
        return Markup.Of($"<li><p class=\"by\"><strong>{who}</strong> <time datetime=\"{at.UtcDateTime:O}\">{RecordWords.Time(at)}</time> no. {told.Offset}</p>{what}</li>\n");
    }

    private static Markup Text(string text, string language) =>
        text.Length == 0 ? Markup.Nothing : Markup.Of($"<p class=\"text\" dir=\"auto\" lang=\"{language}\">{text}</p>");

    private static Markup Answers(long? offset) => offset is { } at ? Markup.Of($"<p class=\"note\">Answers no. {at}</p>") : Markup.Nothing;

    private static Markup Files(Said said) => said.Files is not { IsDefaultOrEmpty: false } files
        ? Markup.Nothing
        : Markup.Of($"<ul class=\"files\">{Markup.All(files.Select(file => Markup.Of(
            $"<li>File <bdi>{file.Name}</bdi>, {file.Type}, {file.Size} bytes, SHA-256 {file.Hash} over the salt {file.Salt} and the content</li>")))}</ul>");

    private static Markup Rendition(BriefingTold said) => said.Renders is { } at ? Markup.Of($": rendition of no. {at}") : Markup.Nothing;

    private Markup To(WordSent word) => word switch
    {
        { Person: { } person } => names.Of(person),
        { Party: { } party } => names.Of(party),
        _ => Markup.Of($"everybody"),
    };

    private Markup Recipients(ReleaseMade made) => Markup.All(
        [.. made.Parties.Select(names.Of), .. made.People.Select(names.Of), .. made.Bench ? (Markup[])[Markup.Of($"the mediators")] : []], ", ");

    // every fact of it, whatever it is: a new kind of act is in the record without being named here
    private Markup Facts(Recorded told)
    {
        using var json = JsonDocument.Parse(told.Wire);
        var facts = json.RootElement.GetProperty("body").EnumerateObject()
            .Where(fact => fact.Name is not ("type" or "command") && fact.Value.ValueKind is not JsonValueKind.Null)
            .Select(fact => Markup.Of($"{RecordWords.Plain(fact.Name)}: {Value(fact.Value)}"));
        return Markup.Of($"<p class=\"facts\" dir=\"auto\">{Markup.All(facts, "; ")}</p>");
    }

    private Markup Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Markup.All(
            value.EnumerateObject().Where(one => one.Value.ValueKind is not JsonValueKind.Null)
                .Select(one => Markup.Of($"{RecordWords.Plain(one.Name)} {Value(one.Value)}")),
            " "),
        JsonValueKind.Array => Markup.All(value.EnumerateArray().Select(Value), ", "),
        JsonValueKind.True => Markup.Of($"yes"),
        JsonValueKind.False => Markup.Of($"no"),
        _ when value.ValueKind == JsonValueKind.String && Guid.TryParseExact(value.GetString(), "N", out var id) =>
            Markup.Of($"<bdi>{names.Of(id) ?? value.GetString()}</bdi>"),
        _ => Markup.Of($"<bdi>{value}</bdi>"),
    };
}
