namespace IomSessions.Wire;

/// <summary>What of a party's mind on an issue it is; all but a position go to the mediators at most (PO3).</summary>
public enum PositionKind
{
    Position,
    Interest,

    /// <summary>1 first, 5 last.</summary>
    Priority,
    ReservationValue,
    Alternative,
}

/// <summary>Who has been told a position (PO2).</summary>
public enum PositionLevel
{
    Private,
    Confided,
    Disclosed,
    Joint,
}

/// <summary>By a member of a delegation who holds <see cref="Authority.Speak"/>: private at first.</summary>
/// <param name="Position">Id made by the caller.</param>
/// <param name="Value">Of the issue's kind; words for an interest or an alternative; 1 to 5 for a priority.</param>
public sealed record TakePosition(string Position, string Issue, PositionKind Kind, string Value, string? Note = null) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Submit"/>: more may see it once it has been held ten seconds.</summary>
/// <param name="Parties">Of <see cref="PositionLevel.Disclosed"/>: to whom; else none.</param>
public sealed record RaisePosition(string Position, PositionLevel Level, IReadOnlyList<string> Parties) : CommandBody;

/// <summary>By a member of the delegation who holds <see cref="Authority.Speak"/>, while it is held.</summary>
public sealed record RecallRaise(string Position) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Submit"/>: marked wherever it was told.</summary>
public sealed record WithdrawPosition(string Position) : CommandBody;

/// <summary>Party: its own position, known to nobody else.</summary>
public sealed record PositionTaken(string Position, string Issue, PositionKind Kind, string By, string Value, string? Note = null) : EventBody;

/// <summary>Party: it will be raised then, unless it is recalled.</summary>
public sealed record RaiseHeld(string Position, PositionLevel Level, IReadOnlyList<string> Parties, string By, DateTimeOffset At) : EventBody;

/// <summary>Party: it is not raised.</summary>
public sealed record RaiseRecalled(string Position) : EventBody;

/// <summary>Party: who has it by now.</summary>
public sealed record PositionRaised(string Position, PositionLevel Level, IReadOnlyList<string> Parties) : EventBody;

/// <summary>Bench, each named party, or table: a position reaches them.</summary>
/// <param name="Parties">Of a disclosed one, for the bench alone: whom it was disclosed to.</param>
public sealed record PositionShown(
    string Position, string Issue, string Party, PositionKind Kind, string Value, PositionLevel Level, string? Note = null,
    IReadOnlyList<string>? Parties = null) : EventBody;

/// <summary>Wherever it was told.</summary>
public sealed record PositionWithdrawn(string Position) : EventBody;
