using System.Text.Json;
using System.Text.RegularExpressions;

namespace IomSessions.Server.Tests.Http;

/// <summary>
/// Holds an answer against a schema of the document, strictly: a word of JSON Schema that it does not know fails, so that nothing the
/// document says goes unchecked.
/// </summary>
internal sealed class SchemaCheck(JsonElement document)
{
    public void Check(JsonElement schema, JsonElement value, string at = "$")
    {
        foreach (var word in schema.EnumerateObject())
        {
            switch (word.Name)
            {
                case "$ref":
                    Check(Find(word.Value.GetString()!), value, at);
                    break;
                case "type":
                    Assert.True(Types(word.Value).Any(type => Is(value, type)), $"{at} is {value.ValueKind}, not {word.Value}");
                    break;
                case "enum":
                    Assert.True(word.Value.EnumerateArray().Any(one => one.ToString() == value.ToString()), $"{at}: {value} is not among {word.Value}");
                    break;
                case "pattern" when value.ValueKind == JsonValueKind.String:
                    Assert.Matches(new Regex(word.Value.GetString()!), value.GetString()!);
                    break;
                case "required" when value.ValueKind == JsonValueKind.Object:
                    Assert.All(word.Value.EnumerateArray(), name => Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{at} has no {name}"));
                    break;
                case "properties" when value.ValueKind == JsonValueKind.Object:
                    foreach (var member in value.EnumerateObject())
                    {
                        if (word.Value.TryGetProperty(member.Name, out var inner))
                        {
                            Check(inner, member.Value, $"{at}.{member.Name}");
                        }
                    }

                    break;
                case "additionalProperties" when word.Value.ValueKind == JsonValueKind.False && value.ValueKind == JsonValueKind.Object:
                    Assert.All(value.EnumerateObject(), member => Assert.True(
                        schema.GetProperty("properties").TryGetProperty(member.Name, out _), $"{at}.{member.Name} is not in the document"));
                    break;
                case "additionalProperties" when word.Value.ValueKind == JsonValueKind.Object && value.ValueKind == JsonValueKind.Object:
                    foreach (var member in value.EnumerateObject())
                    {
                        Check(word.Value, member.Value, $"{at}.{member.Name}");
                    }

                    break;
                case "items" when value.ValueKind == JsonValueKind.Array:
                    foreach (var item in value.EnumerateArray())
                    {
                        Check(word.Value, item, at + "[]");
                    }

                    break;
                case "oneOf":
                    Assert.True(word.Value.EnumerateArray().Any(one => Fits(one, value)), $"{at} is none of what it may be");
                    break;
                case "pattern" or "required" or "properties" or "additionalProperties" or "items" or "format" or "description" or "default":
                    break;
                default:
                    Assert.Fail($"{at}: the check does not know {word.Name}");
                    break;
            }
        }
    }

    private bool Fits(JsonElement schema, JsonElement value)
    {
        try
        {
            Check(schema, value);
            return true;
        }
        catch (Xunit.Sdk.XunitException)
        {
            return false;
        }
    }

    private JsonElement Find(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (at, name) => at.GetProperty(name));

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => false,
    };
}
