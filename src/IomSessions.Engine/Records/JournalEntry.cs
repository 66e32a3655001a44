using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>One act of the process, free of content (ST4): when, in which circle, what kind of act, and who. There is no place in it for a text, a
/// name that somebody typed for a room or a file, or a reason.</summary>
/// <param name="At">When it was stored.</param>
/// <param name="Circle">Which circle was told.</param>
/// <param name="Act">The name of the event.</param>
[method: JsonConstructor]
public sealed record JournalEntry(DateTimeOffset At, CircleId Circle, string Act)
{
    /// <summary>Where it stands in the log; told to nobody.</summary>
    [JsonIgnore]
    public long Version { get; init; }

    public ImmutableArray<PersonId> People { get; init; } = [];

    public ImmutableArray<PartyId> Parties { get; init; } = [];

    /// <summary>Of a meeting: which sitting.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CircleId? Sitting { get; init; }

    /// <summary>Of a meeting: in what kind of room.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RoomKind? Room { get; init; }

    /// <summary>Of a protocol or a bench: which one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Number { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Phase? Phase { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Outcome? Outcome { get; init; }

    /// <summary>Of a release: whether the mediators received it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Bench { get; init; }
}

/// <summary>How often a circle was told one kind of act.</summary>
public sealed record JournalTold(CircleId Circle, CircleKind Kind, ImmutableSortedDictionary<string, int> Acts);
