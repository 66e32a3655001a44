namespace IomSessions.Wire;

/// <summary>By a mediator: any set of people and parties, all of it or nothing (RM3).</summary>
/// <param name="Basis">What the mediator saw (RM5).</param>
/// <param name="Confirm">What he confirms, when asked a second time (RM4).</param>
public sealed record Arrange(IReadOnlyList<Move> Moves, Basis Basis, Confirmation? Confirm = null) : CommandBody;

/// <summary>Into one room.</summary>
/// <param name="Room">Null: each to his home.</param>
/// <param name="Parties">Their delegations with their interpreters.</param>
public sealed record Move(string? Room, IReadOnlyList<string> People, IReadOnlyList<string> Parties);

/// <summary>For each person moved the sitting he was seen in, for each room filled its open sitting, null: empty.</summary>
public sealed record Basis(IReadOnlyDictionary<string, string> People, IReadOnlyDictionary<string, string?> Rooms);
