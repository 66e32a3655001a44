using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By a member of a delegation who holds <see cref="Authority.Speak"/>: his party's position on an issue that it is party to. It begins
/// private (PO2).</summary>
/// <param name="Position">Id made by the caller.</param>
public sealed record TakePosition(PositionId Position, IssueId Issue, PositionKind Kind, string Value, string? Note) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Submit"/>: more may see it, once it has been held <see cref="Limits.PositionHold"/>. Nobody but the own
/// delegation learns of it before.</summary>
/// <param name="Parties">Of <see cref="PositionLevel.Disclosed"/>: to whom; else none.</param>
public sealed record RaisePosition(PositionId Position, PositionLevel Level, ImmutableArray<PartyId> Parties) : CommandBody;

/// <summary>By a member of the delegation who holds <see cref="Authority.Speak"/>, while it is held: nobody is told.</summary>
public sealed record RecallRaise(PositionId Position) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Submit"/>: his party stands by it no more. Whoever was told it is told this; nothing is hidden.</summary>
public sealed record WithdrawPosition(PositionId Position) : CommandBody;

/// <summary>By the house: it has been held long enough. Asked twice it is done once, whichever server asks (ST5).</summary>
public sealed record NoteRaise(PositionId Position, DateTimeOffset At) : CommandBody;
