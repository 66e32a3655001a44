using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IomSessions.Engine;
using IomSessions.Server.Access;
using IomSessions.Server.Documents;
using IomSessions.Wire;

namespace IomSessions.Server.Tests.Contract;

/// <summary>The types of the wire and those of the core are written twice; here they are one.</summary>
public sealed class GoldenTests
{
    public static TheoryData<Type> Events { get; } = [.. EventNames.ByType.Keys.OrderBy(type => type.Name)];

    public static TheoryData<Type> Commands { get; } = [.. CommandNames.ByType.Keys.OrderBy(type => type.Name)];

    [Theory]
    [MemberData(nameof(Events))]
    public void DL7_an_event_of_the_core_is_the_same_on_the_wire_and_back(Type type)
    {
        foreach (var sample in Samples.Of(type))
        {
            var written = DomainJson.Write((Domain.EventBody)sample);
            var read = JsonSerializer.Deserialize<EventBody>(written, WireJson.Options);
            Assert.Equal(type.Name, read!.GetType().Name);
            var again = JsonSerializer.SerializeToUtf8Bytes(read, WireJson.Options);
            AssertSame(written, again);
            AssertSame(written, DomainJson.Write(DomainJson.Read<Domain.EventBody>(again)));
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void DL7_a_command_of_the_wire_is_the_same_in_the_core_and_back(Type type)
    {
        foreach (var sample in Samples.Of(type))
        {
            var written = DomainJson.Write((Domain.CommandBody)sample);
            var read = JsonSerializer.Deserialize<CommandBody>(written, WireJson.Options);
            Assert.Equal(type.Name, read!.GetType().Name);
            var again = JsonSerializer.SerializeToUtf8Bytes(read, WireJson.Options);
            AssertSame(written, again);
            AssertSame(written, DomainJson.Write(DomainJson.Read<Domain.CommandBody>(again)));
        }
    }

    [Fact]
    public void DL7_the_wire_has_every_event_and_command_and_no_other()
    {
        Assert.Equal(EventNames.ByType.Values.Order(StringComparer.Ordinal), NamesOf(typeof(EventBody)));
        Assert.Equal(CommandNames.ByType.Values.Order(StringComparer.Ordinal), NamesOf(typeof(CommandBody)));
    }

    [Fact]
    public void DL7_every_code_of_a_refusal_is_on_the_wire_and_no_other()
    {
        Type[] holders = [typeof(Domain.Refusal), typeof(EngineRefusals), typeof(AccessRefusals), typeof(DocumentRefusals)];
        var given = holders.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => field.GetValue(null)).OfType<Domain.Refusal>().Select(refusal => refusal.Code)
            .Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(given, ConstantsOf(typeof(RefusalCodes)));
    }

    [Fact]
    public void DL7_every_code_of_a_goodbye_is_on_the_wire_and_no_other() =>
        Assert.Equal(
            typeof(GoodbyeSignal).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => ((GoodbyeSignal)field.GetValue(null)!).Code).Order(StringComparer.Ordinal),
            ConstantsOf(typeof(GoodbyeCodes)));

    [Fact]
    public void DL7_enums_have_the_same_names_on_both_sides()
    {
        var core = typeof(Domain.Session).Assembly;
        var pairs = typeof(EventBody).Assembly.GetExportedTypes().Where(type => type.IsEnum)
            .Select(wire => (Wire: wire, Core: core.GetType("IomSessions.Domain." + wire.Name))).ToList();
        Assert.True(pairs.Count(pair => pair.Core is not null) >= 10);
        Assert.All(pairs.Where(pair => pair.Core is not null), pair => Assert.Equal(
            Enum.GetNames(pair.Core!).Order(StringComparer.Ordinal), Enum.GetNames(pair.Wire).Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<string> NamesOf(Type wire) => wire.GetCustomAttributes<JsonDerivedTypeAttribute>()
        .Select(attribute => (string)attribute.TypeDiscriminator!).Order(StringComparer.Ordinal);

    private static IEnumerable<string> ConstantsOf(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetValue(null)!).Order(StringComparer.Ordinal);

    private static void AssertSame(byte[] one, byte[] other) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other)), $"{Text(one)}\n{Text(other)}");

    private static string Text(byte[] json) => System.Text.Encoding.UTF8.GetString(json);
}
