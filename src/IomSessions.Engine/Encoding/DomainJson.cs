using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The JSON of the core: one form for the log and the wire, strict in both directions.</summary>
public static class DomainJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("null where a value is needed");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            AllowOutOfOrderMetadataProperties = true,
            // text in any script stays readable and short; it is never put into HTML without escaping
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameCases, LetNullsBeAbsent } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new SecondsConverter());
        options.Converters.Add(new CompanyConverter());
        options.Converters.Add(new PairConverter<Meeting, PartyId>((one, other) => new(one, other), pair => (pair.One, pair.Other)));
        options.Converters.Add(new PairConverter<Pair, PersonId>((one, other) => new(one, other), pair => (pair.One, pair.Other)));
        options.Converters.Add(new IdConverter<SessionId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<PartyId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<PersonId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<RoomId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<ApprovalId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<SettlementId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<CircleId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<DeviceId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<InviteId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<ArrangementId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<CompanionId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<CallId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<FileId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<MeetingId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<DraftId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<EditorId>(value => new(value), id => id.Value));
        options.Converters.Add(new ChangeSetJson());
        options.Converters.Add(new IdConverter<IssueId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<PositionId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<ProposalId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<StatementId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<ItemId>(value => new(value), id => id.Value));
        options.Converters.Add(new IdConverter<CommandId>(value => new(value), id => id.Value));
        options.MakeReadOnly();
        return options;
    }

    private static void NameCases(JsonTypeInfo info)
    {
        var names = info.Type == typeof(EventBody) ? EventNames.ByType
            : info.Type == typeof(CommandBody) ? CommandNames.ByType
            : null;
        if (names is null)
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = "type",
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var (type, name) in names)
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, name));
        }
    }

    private static void LetNullsBeAbsent(JsonTypeInfo info)
    {
        foreach (var property in info.Properties)
        {
            if (property.AssociatedParameter is { IsNullable: true })
            {
                property.IsRequired = false;
            }
        }
    }
}
