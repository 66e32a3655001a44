using System.Text.Json.Serialization;

namespace IomSessions.Wire;

/// <summary>Nothing was done (DL7). The same refusal answers "not there" and "not yours".</summary>
/// <param name="Code">See <see cref="RefusalCodes"/>.</param>
/// <param name="Sentence">For people to read.</param>
/// <param name="Retry">Whether the same may succeed later without anybody changing it.</param>
/// <param name="Detail">What the caller needs in order to decide again, or null.</param>
public sealed record Refusal(string Code, string Sentence, bool Retry = false, RefusalDetail? Detail = null);

/// <summary>Exactly one is set.</summary>
/// <param name="Room">Of <c>sitting_changed</c>: where the caller is now.</param>
/// <param name="Consequences">Of <c>needs_confirmation</c>: what has to be confirmed.</param>
/// <param name="Rooms">Of <c>floor_changed</c>: the rooms that are not as the caller saw them.</param>
public sealed record RefusalDetail(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PresentRoom? Room = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Consequences? Consequences = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<RoomOnFloor>? Rooms = null);

/// <summary>The room that the caller sits in.</summary>
/// <param name="Companions">Who are physically with those people; null: nobody.</param>
public sealed record PresentRoom(
    string Room, string Name, RoomKind Kind, string Sitting, IReadOnlyList<string> People, IReadOnlyList<Companion>? Companions = null);
