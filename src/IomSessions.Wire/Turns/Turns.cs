namespace IomSessions.Wire;

/// <summary>By a mediator: whether one speaks in a room by turn (RM15).</summary>
public sealed record SetTurns(string Room, bool ByTurn) : CommandBody;

/// <summary>By somebody who sits there.</summary>
public sealed record RaiseHand(string Sitting, bool Up) : CommandBody;

/// <summary>By a mediator who sits there.</summary>
/// <param name="To">Null: nobody's turn.</param>
public sealed record GiveFloor(string Sitting, string? To = null) : CommandBody;

/// <summary>Bench, and every sitting of the room while it holds.</summary>
public sealed record TurnsSet(string Room, bool ByTurn) : EventBody;

/// <summary>Sitting.</summary>
public sealed record HandRaised(string Person, bool Up) : EventBody;

/// <summary>Sitting.</summary>
public sealed record FloorGiven(string? To = null) : EventBody;
