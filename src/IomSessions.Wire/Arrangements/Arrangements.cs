namespace IomSessions.Wire;

/// <summary>By a mediator: the bench keeps an arrangement under a name, to be applied again by an ordinary <see cref="Arrange"/> (RM4).</summary>
/// <param name="Arrangement">Id made by the caller.</param>
/// <param name="Moves">A party means its delegation at the time when it is applied.</param>
public sealed record SaveArrangement(string Arrangement, string Name, IReadOnlyList<Move> Moves) : CommandBody;

/// <summary>By a mediator.</summary>
public sealed record RenameArrangement(string Arrangement, string Name) : CommandBody;

/// <summary>By a mediator.</summary>
public sealed record ForgetArrangement(string Arrangement) : CommandBody;

/// <summary>Bench, also when it has got another name.</summary>
public sealed record ArrangementSaved(string Arrangement, string Name, IReadOnlyList<Move> Moves) : EventBody;

/// <summary>Bench.</summary>
public sealed record ArrangementForgotten(string Arrangement) : EventBody;

/// <summary>Bench: where those had been who were just moved by an arrangement or sent home by an adjournment (RM4).</summary>
public sealed record FloorBefore(IReadOnlyList<RoomAsBefore> Rooms) : EventBody;

/// <summary>A room, and who has been moved out of it.</summary>
public sealed record RoomAsBefore(string Room, IReadOnlyList<string> People);
