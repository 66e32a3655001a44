using System.Text.Json.Serialization;

namespace IomSessions.Wire;

/// <summary>The answer to <see cref="Hello"/>.</summary>
/// <param name="Now">The server's clock, to show times by.</param>
/// <param name="Refusal">Set when not <paramref name="Ok"/>; everything else is absent then.</param>
public sealed record Welcome(
    bool Ok,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Protocol = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Person = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? BeatSeconds = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Now = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Refusal? Refusal = null)
{
    public static Welcome To(string person, DateTimeOffset now) =>
        new(true, ProtocolVersion.Current, person, ProtocolVersion.BeatSeconds, now);

    public static Welcome Refused(Refusal refusal) => new(false, Refusal: refusal);
}
