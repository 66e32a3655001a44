using System.Text.Json;
using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>An event as it stands on the wire.</summary>
internal sealed record Told(CircleId Circle, string Kind, long Offset, UInt128 Mark, string Type, JsonElement Body)
{
    /// <summary>What a frame carries; read once for all that it is for.</summary>
    public static IReadOnlyList<Told> In(Frame frame) => (IReadOnlyList<Told>)(frame.Envelope ??= Read(frame.Argument));

    public string Text => Body.GetRawText();

    /// <summary>What a frame of the past carries.</summary>
    public static IReadOnlyList<Told> Past(Frame frame, out bool more)
    {
        using var document = JsonDocument.Parse(frame.Argument);
        more = document.RootElement.GetProperty("more").GetBoolean();
        return Read(document.RootElement.GetProperty("events"));
    }

    private static List<Told> Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    private static List<Told> Read(JsonElement events)
    {
        return [.. events.Clone().EnumerateArray().Select(one =>
        {
            var body = one.GetProperty("body");
            Assert(Marks.TryParse(one.GetProperty("hash").GetString(), out var mark));
            return new Told(
                new CircleId(Guid.ParseExact(one.GetProperty("circle").GetString()!, "N")), one.GetProperty("kind").GetString()!,
                one.GetProperty("offset").GetInt64(), mark, body.GetProperty("type").GetString()!, body);
        })];
    }

    private static void Assert(bool holds)
    {
        if (!holds)
        {
            throw new BrokenException("a hash is not 32 hexadecimal digits");
        }
    }
}

/// <summary>A law was broken.</summary>
internal sealed class BrokenException(string law) : Exception(law);
