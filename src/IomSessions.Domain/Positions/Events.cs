using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Party: its own position, known to nobody else.</summary>
public sealed record PositionTaken(PositionId Position, IssueId Issue, PositionKind Kind, PersonId By, string Value, string? Note) : EventBody;

/// <summary>Party: it will be raised then, unless it is recalled.</summary>
public sealed record RaiseHeld(PositionId Position, PositionLevel Level, ImmutableArray<PartyId> Parties, PersonId By, DateTimeOffset At) : EventBody;

/// <summary>Party: it is not raised; recalled, or whom it was meant for takes part no more.</summary>
public sealed record RaiseRecalled(PositionId Position) : EventBody;

/// <summary>Party: it has been raised; who has it by now.</summary>
/// <param name="Parties">All that it was disclosed to.</param>
public sealed record PositionRaised(PositionId Position, PositionLevel Level, ImmutableArray<PartyId> Parties) : EventBody;

/// <summary>Bench, each named party, or table: a position reaches them. For them it begins here; when it was taken is not told (PO4).</summary>
/// <param name="Parties">Of a disclosed one, for the bench alone: whom it was disclosed to.</param>
public sealed record PositionShown(
    PositionId Position, IssueId Issue, PartyId Party, PositionKind Kind, string Value, string? Note, PositionLevel Level,
    ImmutableArray<PartyId>? Parties) : EventBody;

/// <summary>Wherever it was told: its party stands by it no more.</summary>
public sealed record PositionWithdrawn(PositionId Position) : EventBody;
