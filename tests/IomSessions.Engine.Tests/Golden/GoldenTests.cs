using System.Collections.Immutable;
using System.Text.Json;
using IomSessions.Domain;
using Xunit;

namespace IomSessions.Engine.Tests.Golden;

/// <summary>
/// The storage format and the wire, pinned: a changed name or shape makes old logs unreadable and old clients blind. A line may be
/// added to the files beside this one; a line that stands in them is never changed.
/// </summary>
public sealed class GoldenTests
{
    private static readonly JsonSerializerOptions Indented = new(DomainJson.Options) { WriteIndented = true };

    [Fact]
    public void Every_event_has_a_name_and_every_name_is_an_events()
    {
        Assert.Equal(Cases(typeof(EventBody)), EventNames.ByType.Keys.OrderBy(type => type.Name));
        Assert.Equal(EventNames.ByType.Count, EventNames.ByType.Values.Distinct().Count());
    }

    [Fact]
    public void Every_command_of_a_participant_has_a_name_and_none_of_the_house_has()
    {
        Type[] house =
        [
            typeof(IssueInvitation), typeof(NoteApproval), typeof(NoteDeadline), typeof(NoteMediators), typeof(NotePartyProposal), typeof(NoteProposal), typeof(NoteRaise), typeof(NoteRecall), typeof(NoteStatement), typeof(OpenDevice), typeof(PrepareSession), typeof(RedeemInvitation),
            typeof(RevokeInvitation),
        ];
        Assert.Equal(Cases(typeof(CommandBody)).Except(house), CommandNames.ByType.Keys.OrderBy(type => type.Name));
        Assert.Equal(CommandNames.ByType.Count, CommandNames.ByType.Values.Distinct().Count());
    }

    [Fact]
    public void Events_are_written_and_read_as_they_always_were() => Compare("events.json", Samples<EventBody>(EventNames.ByType.Keys));

    [Fact]
    public void Commands_are_written_and_read_as_they_always_were() => Compare("commands.json", Samples<CommandBody>(CommandNames.ByType.Keys));

    [Theory]
    [InlineData("""{"type":"say","sitting":"00000000000000000000000000000001","text":"a","language":"en","more":1}""")]
    [InlineData("""{"type":"say","sitting":"00000000-0000-0000-0000-000000000001","text":"a","language":"en"}""")]
    [InlineData("""{"type":"say","sitting":"00000000000000000000000000000001","text":null,"language":"en"}""")]
    [InlineData("""{"type":"say","sitting":"00000000000000000000000000000001","language":"en"}""")]
    [InlineData("""{"type":"phase.change","to":1}""")]
    [InlineData("""{"type":"prepare"}""")]
    [InlineData("""{"text":"a"}""")]
    public void What_is_not_a_command_is_not_read(string json) =>
        Assert.ThrowsAny<Exception>(() => DomainJson.Read<CommandBody>(System.Text.Encoding.UTF8.GetBytes(json)));

    private static IEnumerable<Type> Cases(Type of) =>
        of.Assembly.GetTypes().Where(type => type.IsSubclassOf(of) && !type.IsAbstract).OrderBy(type => type.Name);

    private static List<T> Samples<T>(IEnumerable<Type> types) => [.. types.OrderBy(type => type.Name).Select(type => (T)Samples(type)!)];

    private static void Compare<T>(string file, List<T> samples)
    {
        var written = samples.ConvertAll(sample => JsonSerializer.Serialize(sample, Indented));
        var golden = Path.Combine(AppContext.BaseDirectory, "Golden", file);
        var json = $"[\n{string.Join(",\n", written)}\n]\n";
        Assert.True(File.Exists(golden) && File.ReadAllText(golden) == json, $"{file} should be:\n{json}");
        Assert.Equal(written, samples.ConvertAll(sample =>
            JsonSerializer.Serialize(DomainJson.Read<T>(DomainJson.Write(sample)), Indented)));
    }

    // a value for every member, the same each time
    private static object? Samples(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => "text",
            _ when plain == typeof(bool) => true,
            _ when plain == typeof(int) => 7,
            _ when plain == typeof(long) => 7L,
            _ when plain == typeof(Guid) => new Guid("00112233445566778899aabbccddeeff"),
            _ when plain == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 2, 9, 30, 15, TimeSpan.Zero),
            _ when plain == typeof(Company) => Company.Of((PersonId)Samples(typeof(PersonId))!),
            { IsEnum: true } => Enum.GetValues(plain).GetValue(Enum.GetValues(plain).Length - 1),
            { IsGenericType: true } => Many(plain),
            _ => Activator.CreateInstance(plain, plain.GetConstructors()[^1].GetParameters().Select(one => Samples(one.ParameterType)).ToArray()),
        };
    }

    private static object Many(Type type)
    {
        var values = type.GetGenericArguments().Select(Samples).ToArray();
        var name = type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? nameof(OneOf) : nameof(OneBy);
        return typeof(GoldenTests).GetMethod(name, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, values)!;
    }

    private static ImmutableArray<T> OneOf<T>(T value) => [value];

    private static ImmutableDictionary<TKey, TValue> OneBy<TKey, TValue>(TKey key, TValue value)
        where TKey : notnull => ImmutableDictionary<TKey, TValue>.Empty.Add(key, value);
}
