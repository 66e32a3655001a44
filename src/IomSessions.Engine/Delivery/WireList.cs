using System.Text.Json;
using System.Text.Json.Serialization;

namespace IomSessions.Engine;

/// <summary>Events as they go on the wire: a JSON array of what was encoded once.</summary>
[JsonConverter(typeof(Converter))]
public sealed record WireList(IReadOnlyCollection<Recorded> Events)
{
    public static byte[] Of(IReadOnlyCollection<Recorded> events)
    {
        var bytes = new byte[Math.Max(2, events.Sum(one => one.Wire.Length) + events.Count + 1)];
        var at = 0;
        bytes[at++] = (byte)'[';
        foreach (var one in events)
        {
            if (at > 1)
            {
                bytes[at++] = (byte)',';
            }

            one.Wire.Span.CopyTo(bytes.AsSpan(at));
            at += one.Wire.Length;
        }

        bytes[at] = (byte)']';
        return bytes;
    }

    internal sealed class Converter : JsonConverter<WireList>
    {
        public override WireList Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException("Only the server writes events.");

        public override void Write(Utf8JsonWriter writer, WireList list, JsonSerializerOptions options) =>
            writer.WriteRawValue(Of(list.Events), skipInputValidation: true);
    }
}

/// <summary>One event as it goes on the wire.</summary>
[JsonConverter(typeof(Converter))]
public sealed record WireOne(Recorded Event)
{
    internal sealed class Converter : JsonConverter<WireOne>
    {
        public override WireOne Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException("Only the server writes events.");

        public override void Write(Utf8JsonWriter writer, WireOne one, JsonSerializerOptions options) =>
            writer.WriteRawValue(one.Event.Wire.Span, skipInputValidation: true);
    }
}
