using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By a holder of <see cref="Authority.Brief"/> who sat there: copies a whole sitting that is over to somebody of his party who did
/// not sit there (PE9). Once per person and sitting.</summary>
public sealed record Brief(PersonId Person, CircleId Sitting) : CommandBody;

/// <summary>First event of a circle of whoever is briefed, alone: which sitting it is a copy of, and who sat there. Neither the sitting itself
/// nor anything of the room but its name becomes his to read.</summary>
/// <param name="By">Who briefed him.</param>
/// <param name="Person">Whose the copy is.</param>
/// <param name="SatAt">When the sitting began.</param>
public sealed record BriefingOpened(
    PersonId By, PersonId Person, CircleId Sitting, string Name, RoomKind Kind, Company People, DateTimeOffset SatAt) : EventBody;

/// <summary>The same circle: the exact words, one event for each, in the order of the sitting.</summary>
/// <param name="SaidAt">When it was said.</param>
/// <param name="ReplyTo">Offset, in this circle, of what it answers.</param>
/// <param name="Renders">Offset, in this circle, of what it puts into another language.</param>
/// <param name="Files">Names of the files that went with it; the files stay with those who sat there.</param>
public sealed record BriefingTold(
    PersonId By, DateTimeOffset SaidAt, string Text, string Language, long? ReplyTo, long? Renders, ImmutableArray<string> Files) : EventBody;

/// <summary>A circle of those who sat there, opened for it: who was briefed on their sitting, and by whom.</summary>
public sealed record BriefingMade(PersonId By, PersonId Person, CircleId Sitting, long Offset) : EventBody;
