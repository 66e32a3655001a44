namespace IomSessions.Wire;

/// <summary>Somebody who is physically with a participant (PE11).</summary>
public sealed record Companion(string Id, string With, string Name);

/// <summary>By whoever is accompanied, also in the lobby.</summary>
/// <param name="Companion">Id made by the caller.</param>
/// <param name="Text">The version of the undertaking that the companion gave; the participant's own.</param>
public sealed record DeclareCompanion(string Companion, string Name, string Text) : CommandBody;

/// <summary>By whoever was accompanied.</summary>
public sealed record EndCompanion(string Companion) : CommandBody;

/// <summary>Hall, as of somebody new.</summary>
public sealed record CompanionAnnounced(string Companion, string Name, string With) : EventBody;

/// <summary>Hall.</summary>
public sealed record CompanionLeft(string Companion) : EventBody;

/// <summary>Registry, and the circle of whoever is accompanied.</summary>
public sealed record CompanionDeclared(string Companion, string Name, string With, string Text) : EventBody;

/// <summary>Registry, and the circle of whoever was accompanied.</summary>
public sealed record CompanionEnded(string Companion, string With) : EventBody;
