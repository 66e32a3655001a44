namespace IomSessions.Wire;

/// <summary>Hall.</summary>
public sealed record PartyAdded(string Party, string Name) : EventBody;

/// <summary>Hall: somebody new, before he is admitted (PE3).</summary>
public sealed record PersonAnnounced(string Person, string Name, Role Role, string? Party = null) : EventBody;

/// <summary>Hall: he is no longer a participant.</summary>
public sealed record PersonLeft(string Person) : EventBody;

/// <summary>Hall: a mediator named after the opening waits for every party's consent.</summary>
public sealed record MediatorProposed(string Person, string Name) : EventBody;

/// <summary>Hall.</summary>
public sealed record MediatorConsented(string Mediator, string Party) : EventBody;
