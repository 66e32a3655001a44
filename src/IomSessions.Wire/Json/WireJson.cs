using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IomSessions.Wire;

/// <summary>How the wire is written: one set of options for server, client and tests.</summary>
public static class WireJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // other languages write objects in any order of members
            AllowOutOfOrderMetadataProperties = true,
            // an incomplete message is an error here, not a null somewhere else
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { PassOverUnknown } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new WireTimeConverter());
        options.MakeReadOnly();
        return options;
    }

    // A type that this version does not know must neither break the connection nor shift an offset.
    private static void PassOverUnknown(JsonTypeInfo info)
    {
        if (info.Type == typeof(EventBody))
        {
            info.CreateObject = () => new UnknownEvent();
        }
        else if (info.Type == typeof(CommandBody))
        {
            info.CreateObject = () => new UnknownCommand();
        }
    }
}
