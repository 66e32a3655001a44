using System.Reflection;
using System.Text.Json.Nodes;
using IomSessions.Domain;
using IomSessions.Server.Hubs;
using IomSessions.Wire;
using Microsoft.OpenApi;

namespace IomSessions.Server.Http;

/// <summary>What the framework cannot know of types that are written by converters of our own.</summary>
internal static class ApiSchemas
{
    private const string Id = "^[0-9a-f]{32}$";
    private const string Seconds = @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$";

    private static readonly Assembly Domain = typeof(SessionId).Assembly;

    public static void Exactly(OpenApiSchema schema, Type type)
    {
        var (bare, nullable) = Nullable.GetUnderlyingType(type) is { } under ? (under, JsonSchemaType.Null) : (type, default);
        if (IsId(bare))
        {
            (schema.Type, schema.Pattern, schema.Properties, schema.Required) = (JsonSchemaType.String | nullable, Id, null, null);
        }
        else if (bare == typeof(DateTimeOffset))
        {
            (schema.Type, schema.Format, schema.Pattern) = (JsonSchemaType.String | nullable, "date-time", Seconds);
        }
        else if (type != typeof(BodySheet) && schema.Properties is { Count: > 0 } members)
        {
            schema.AdditionalPropertiesAllowed = false;
            if (type == typeof(RefusalShown) && members["code"] is OpenApiSchema code)
            {
                code.Enum = [.. Codes().Select(one => (JsonNode)one)];
            }
        }
    }

    public static OpenApiSchema OfId() => new() { Type = JsonSchemaType.String, Pattern = Id };

    private static bool IsId(Type type) =>
        type.IsValueType && type.Assembly == Domain && type.GetProperties() is [{ Name: "Value" } only] && only.PropertyType == typeof(Guid);

    private static IEnumerable<string> Codes() => typeof(RefusalCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(code => (string)code.GetRawConstantValue()!)
        .Order(StringComparer.Ordinal);
}
