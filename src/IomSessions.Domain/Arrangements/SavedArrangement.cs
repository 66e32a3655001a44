using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>An arrangement that the bench keeps under a name, to be applied again (RM4). It is applied by an ordinary <see cref="Arrange"/>,
/// with its preview, confirmation and basis; keeping it moves nobody.</summary>
/// <param name="Moves">A party means its delegation at the time when it is applied, not when it was saved.</param>
public sealed record SavedArrangement(ArrangementId Id, string Name, ImmutableArray<Move> Moves);

/// <summary>By a mediator: from the floor as it is, or from the plan in hand.</summary>
/// <param name="Arrangement">Id made by the caller.</param>
public sealed record SaveArrangement(ArrangementId Arrangement, string Name, ImmutableArray<Move> Moves) : CommandBody;

/// <summary>By a mediator.</summary>
public sealed record RenameArrangement(ArrangementId Arrangement, string Name) : CommandBody;

/// <summary>By a mediator.</summary>
public sealed record ForgetArrangement(ArrangementId Arrangement) : CommandBody;

/// <summary>Bench, also when it has got another name; supersedes what was told of the same arrangement.</summary>
public sealed record ArrangementSaved(ArrangementId Arrangement, string Name, ImmutableArray<Move> Moves) : EventBody;

/// <summary>Bench.</summary>
public sealed record ArrangementForgotten(ArrangementId Arrangement) : EventBody;

/// <summary>Bench: where those had been who were just moved by an arrangement or sent home by an adjournment, so that it can be put back in one
/// act (RM4). The newest supersedes the earlier; a new bench is not told of what was before it (PE8).</summary>
public sealed record FloorBefore(ImmutableArray<RoomAsBefore> Rooms) : EventBody;

/// <summary>A room, and who has been moved out of it.</summary>
public sealed record RoomAsBefore(RoomId Room, Company People);
