namespace IomSessions.Wire;

/// <summary>By a holder of <see cref="Authority.Brief"/> who sat there: copies a sitting that is over to somebody of his party.</summary>
public sealed record Brief(string Person, string Sitting) : CommandBody;

/// <summary>First event of a circle of whoever is briefed: which sitting it copies, and who sat there.</summary>
public sealed record BriefingOpened(
    string By, string Person, string Sitting, string Name, RoomKind Kind, IReadOnlyList<string> People, DateTimeOffset SatAt) : EventBody;

/// <summary>The same circle: the exact words.</summary>
/// <param name="ReplyTo">Offset, in this circle, of what it answers.</param>
/// <param name="Renders">Offset, in this circle, of what it puts into another language.</param>
/// <param name="Files">Names of files that went with it.</param>
public sealed record BriefingTold(
    string By, DateTimeOffset SaidAt, string Text, string Language, long? ReplyTo, long? Renders, IReadOnlyList<string> Files) : EventBody;

/// <summary>A circle of those who sat there: who was briefed on their sitting, and by whom.</summary>
public sealed record BriefingMade(string By, string Person, string Sitting, long Offset) : EventBody;
