using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>What of a party's mind on an issue it is.</summary>
public enum PositionKind
{
    /// <summary>What it wants.</summary>
    Position,

    /// <summary>Why it wants it.</summary>
    Interest,

    /// <summary>How much it matters to it: 1 first, 5 last.</summary>
    Priority,

    /// <summary>The value that it will not cross.</summary>
    ReservationValue,

    /// <summary>What it does if nothing is agreed.</summary>
    Alternative,
}

/// <summary>Who has been told a position (PO2), from few to many.</summary>
public enum PositionLevel
{
    /// <summary>The own delegation.</summary>
    Private,

    /// <summary>Also the mediators.</summary>
    Confided,

    /// <summary>Also named parties.</summary>
    Disclosed,

    /// <summary>Everybody at the table.</summary>
    Joint,
}

/// <summary>What a party has put down on an issue. Its value never changes: another value is another position.</summary>
/// <param name="Value">Written as <see cref="IssueValues"/> has it.</param>
/// <param name="Note">Words that go with it; null: none.</param>
public sealed record Position(PositionId Id, IssueId Issue, PartyId Party, PositionKind Kind, string Value, string? Note)
{
    public PositionLevel Level { get; init; } = PositionLevel.Private;

    /// <summary>The bench that was told; null: none was.</summary>
    public CircleId? Bench { get; init; }

    /// <summary>Parties that it was disclosed to.</summary>
    public ImmutableHashSet<PartyId> Parties { get; init; } = [];

    /// <summary>It is about to be raised; null: it is not.</summary>
    public HeldRaise? Raise { get; init; }

    /// <summary>Its party stands by it no more; it stays where it was told.</summary>
    public bool Withdrawn { get; init; }
}

/// <summary>A raise that waits for its moment, in which it can be recalled.</summary>
/// <param name="At">Whole seconds, by the server's clock.</param>
/// <param name="Parties">Those whom it will be disclosed to.</param>
public sealed record HeldRaise(DateTimeOffset At, PositionLevel Level, ImmutableArray<PartyId> Parties);
