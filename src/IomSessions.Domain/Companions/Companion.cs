namespace IomSessions.Domain;

/// <summary>Somebody who is physically with a participant, sees what he sees and hears what he hears (PE11). No participant: he has no device, no
/// voice and no place of his own.</summary>
/// <param name="With">Beside whom he is.</param>
public sealed record Companion(CompanionId Id, PersonId With, string Name);

/// <summary>By whoever is accompanied, also in the lobby.</summary>
/// <param name="Companion">Id made by the caller.</param>
/// <param name="Text">The wording of the undertaking that the companion gave on this device; the same that the participant gave.</param>
public sealed record DeclareCompanion(CompanionId Companion, string Name, string Text) : CommandBody;

/// <summary>By whoever was accompanied: he is not there any more.</summary>
public sealed record EndCompanion(CompanionId Companion) : CommandBody;

/// <summary>Hall, as of somebody new (PE3); of whoever is with somebody in the lobby, as soon as he is admitted.</summary>
public sealed record CompanionAnnounced(CompanionId Companion, string Name, PersonId With) : EventBody;

/// <summary>Hall, if he was announced there.</summary>
public sealed record CompanionLeft(CompanionId Companion) : EventBody;

/// <summary>Registry, and the circle of whoever is accompanied: the undertaking is on record.</summary>
public sealed record CompanionDeclared(CompanionId Companion, string Name, PersonId With, string Text) : EventBody;

/// <summary>Registry, and the circle of whoever was accompanied.</summary>
public sealed record CompanionEnded(CompanionId Companion, PersonId With) : EventBody;
