using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>32 lower-case hexadecimal digits, and nothing else.</summary>
internal sealed class IdConverter<T>(Func<Guid, T> make, Func<T, Guid> value) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T id, JsonSerializerOptions options) => writer.WriteStringValue(Text(id));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T id, JsonSerializerOptions options) => writer.WritePropertyName(Text(id));

    private string Text(T id) => value(id).ToString("N");

    private T Parse(string? text) => Guid.TryParseExact(text, "N", out var guid) ? make(guid) : throw new JsonException("not an id");
}

/// <summary>An array of people.</summary>
internal sealed class CompanyConverter : JsonConverter<Company>
{
    public override Company Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        Company.Of(JsonSerializer.Deserialize<PersonId[]>(ref reader, options) ?? throw new JsonException("null company"));

    public override void Write(Utf8JsonWriter writer, Company company, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, company.ToArray(), options);
}

/// <summary>An array of two ids.</summary>
internal sealed class PairConverter<T, TId>(Func<TId, TId, T> make, Func<T, (TId One, TId Other)> parts) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<TId[]>(ref reader, options) is [var one, var other]
            ? make(one, other)
            : throw new JsonException("not a pair");

    public override void Write(Utf8JsonWriter writer, T pair, JsonSerializerOptions options)
    {
        var (one, other) = parts(pair);
        JsonSerializer.Serialize(writer, new[] { one, other }, options);
    }
}

/// <summary>UTC, whole seconds: nothing finer is shown to anybody.</summary>
internal sealed class SecondsConverter : JsonConverter<DateTimeOffset>
{
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        DateTimeOffset.TryParseExact(
            reader.GetString(), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new JsonException("not a time");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset time, JsonSerializerOptions options) =>
        writer.WriteStringValue(time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
}
