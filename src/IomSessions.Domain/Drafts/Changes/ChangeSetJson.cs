using System.Text.Json;
using System.Text.Json.Serialization;

namespace IomSessions.Domain;

/// <summary>
/// The format of <c>ChangeSet.toJSON</c> of <c>@codemirror/state</c>: a number keeps so many units, an array replaces as many as its first
/// member says by the lines that follow, as in <c>[12, [3], [0, "a line", "and another"], 40]</c>. What comes from outside is not
/// trusted: whatever is not exactly this, or larger than the bounds, is ill-formed. Whether it fits a text is asked later.
/// </summary>
public sealed class ChangeSetJson : JsonConverter<ChangeSet>
{
    public override ChangeSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Must(reader.TokenType == JsonTokenType.StartArray, "A change set is an array.");
        var builder = new ChangeBuilder();
        long before = 0, inserted = 0;
        for (var parts = 0; Next(ref reader) != JsonTokenType.EndArray; parts++)
        {
            Must(parts < Limits.DraftSections, "The change set has too many parts.");
            var kept = reader.TokenType != JsonTokenType.StartArray;
            Must(kept || Next(ref reader) != JsonTokenType.EndArray, "A part begins with a length.");
            var length = Length(ref reader);
            var insert = kept ? null : Lines(ref reader);
            Must((before += length) <= Limits.DraftLength && (inserted += insert?.Length ?? 0) <= Limits.DraftInserted, "The change set is too long.");
            builder.Add(length, insert);
        }

        return builder.Build();
    }

    public override void Write(Utf8JsonWriter writer, ChangeSet value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var section in value.Sections)
        {
            if (section.Insert is not { } insert)
            {
                writer.WriteNumberValue(section.Length);
                continue;
            }

            writer.WriteStartArray();
            writer.WriteNumberValue(section.Length);
            if (insert.Length > 0)
            {
                foreach (var line in insert.AsSpan().Split('\n'))
                {
                    writer.WriteStringValue(insert.AsSpan(line));
                }
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static string Lines(ref Utf8JsonReader reader)
    {
        string? text = null;
        List<string>? more = null;
        var length = 0L;
        while (Next(ref reader) != JsonTokenType.EndArray)
        {
            Must(reader.TokenType == JsonTokenType.String, "What is inserted is lines of text.");
            var line = Line(ref reader);
            Must((length += line.Length + 1) <= Limits.DraftInserted + 1, "The change set is too long.");
            if (text is null)
            {
                text = line;
            }
            else
            {
                (more ??= [text]).Add(line);
            }
        }

        return more is null ? text ?? "" : string.Join('\n', more);
    }

    private static string Line(ref Utf8JsonReader reader)
    {
        string line;
        try
        {
            line = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // half a surrogate pair, written as an escape
            throw new JsonException("The text has half a sign.");
        }

        Must(!line.AsSpan().ContainsAny('\n', '\r'), "A line has no line break.");
        return line;
    }

    private static int Length(ref Utf8JsonReader reader)
    {
        var length = -1;
        Must(reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out length) && length is >= 0 and <= Limits.DraftLength, "A length is a whole number of signs.");
        return length;
    }

    private static JsonTokenType Next(ref Utf8JsonReader reader)
    {
        Must(reader.Read(), "The change set is cut off.");
        return reader.TokenType;
    }

    private static void Must(bool condition, string sentence)
    {
        if (!condition)
        {
            throw new JsonException(sentence);
        }
    }
}
