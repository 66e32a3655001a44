using System.Text.Json;
using System.Text.Json.Serialization;

namespace IomSessions.Wire;

/// <summary>Two parties or two people; on the wire an array of two ids.</summary>
[JsonConverter(typeof(PairConverter))]
public readonly record struct Pair(string One, string Other);

internal sealed class PairConverter : JsonConverter<Pair>
{
    public override Pair Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A pair is an array of two ids.");
        }

        var (one, other) = (ReadId(ref reader), ReadId(ref reader));
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray
            ? new(one, other)
            : throw new JsonException("A pair is an array of two ids.");
    }

    public override void Write(Utf8JsonWriter writer, Pair value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.One);
        writer.WriteStringValue(value.Other);
        writer.WriteEndArray();
    }

    private static string ReadId(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.String
            ? reader.GetString()!
            : throw new JsonException("A pair is an array of two ids.");
}
