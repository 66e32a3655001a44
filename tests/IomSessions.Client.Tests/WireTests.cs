using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json;
using System.Text.RegularExpressions;
using IomSessions.Wire;

namespace IomSessions.Client.Tests;

public sealed partial class WireTests
{
    [Fact]
    public void Every_command_of_the_protocol_has_a_type_and_every_type_is_in_the_protocol() =>
        Assert.Equal(NamesInProtocol("## 3.", "## 4."), NamesOf(typeof(CommandBody)));

    [Fact]
    public void Every_event_of_the_protocol_has_a_type_and_every_type_is_in_the_protocol() =>
        Assert.Equal(NamesInProtocol("## 4.", "\n`RoomOnFloor`"), NamesOf(typeof(EventBody)));

    [Fact]
    public void An_event_reads_with_its_type_in_any_place_and_members_that_are_new()
    {
        var read = JsonSerializer.Deserialize<WireEvent>(
            """
            {"body":{"text":"Good morning","by":"a","later":1,"language":"en","rule":"confidentialUnlessReleased","type":"said"},
             "circle":"c","kind":"sitting","offset":3,"hash":"0f","at":"2026-02-03T04:05:06Z"}
            """,
            WireJson.Options)!;
        Assert.Equal(new Said("a", "Good morning", "en", Disclosure.ConfidentialUnlessReleased), read.Body);
        Assert.Equal((CircleKind.Sitting, 3), (read.Kind, read.Offset));
    }

    [Fact]
    public void An_event_and_a_command_of_an_unknown_type_are_values_and_not_errors()
    {
        Assert.IsType<UnknownEvent>(JsonSerializer.Deserialize<EventBody>("""{"type":"from.the.future","x":[1]}""", WireJson.Options));
        Assert.IsType<UnknownCommand>(JsonSerializer.Deserialize<CommandBody>("""{"x":[1],"type":"from.the.future"}""", WireJson.Options));
    }

    [Theory]
    [InlineData("""{"type":"say","sitting":"s","language":"en"}""")]
    [InlineData("""{"type":"say","sitting":"s","text":null,"language":"en"}""")]
    [InlineData("""{"type":"phase.change","to":1}""")]
    [InlineData("""{"type":"phase.change","to":"closed"}""")]
    public void An_incomplete_command_is_an_error(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CommandBody>(json, WireJson.Options));

    [Fact]
    public void RM4_an_arrangement_is_written_as_the_protocol_says()
    {
        var arrange = new Arrange(
            [new Move(null, ["p"], []), new Move("r", [], ["e"])],
            new Basis(new Dictionary<string, string> { ["p"] = "s" }, new Dictionary<string, string?> { ["r"] = null }),
            new Confirmation([new Pair("e", "i")], ["p"]));
        Assert.Equal(
            """
            {"type":"arrange","moves":[{"room":null,"people":["p"],"parties":[]},{"room":"r","people":[],"parties":["e"]}],"basis":{"people":{"p":"s"},"rooms":{"r":null}},"confirm":{"meetings":[["e","i"]],"takenOut":["p"]}}
            """,
            JsonSerializer.Serialize<CommandBody>(arrange, WireJson.Options));
    }

    [Fact]
    public void DL7_a_refusal_carries_code_sentence_and_whether_to_try_again() => Assert.Equal(
        """{"ok":false,"answer":null,"refusal":{"code":"too_fast","sentence":"Slower.","retry":true,"detail":null}}""",
        JsonSerializer.Serialize(Reply.Refused(new Refusal(RefusalCodes.TooFast, "Slower.", Retry: true)), WireJson.Options));

    [Fact]
    public void A_time_is_told_in_whole_seconds() => Assert.Equal(
        "\"2026-02-03T04:05:06Z\"",
        JsonSerializer.Serialize(new DateTimeOffset(2026, 2, 3, 5, 5, 6, 789, TimeSpan.FromHours(1)), WireJson.Options));

    private static string[] NamesOf(Type polymorphic) =>
        [.. polymorphic.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => (string)a.TypeDiscriminator!).Order(StringComparer.Ordinal)];

    private static string[] NamesInProtocol(string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PROTOCOL.md"));
        var section = text[text.IndexOf(from, StringComparison.Ordinal)..];
        section = section[..section.IndexOf(to, StringComparison.Ordinal)];
        return [.. FirstCell().Matches(section)
            .SelectMany(row => Quoted().Matches(row.Groups[1].Value))
            .Select(name => name.Groups[1].Value)
            .Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^\|([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
