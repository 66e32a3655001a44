namespace IomSessions.Wire;

/// <summary>Registry.</summary>
public sealed record PersonRegistered(string Person, string Name, Role Role, string? Party = null) : EventBody;

/// <summary>Registry: the link itself is nowhere in the log.</summary>
public sealed record InvitationIssued(string Person, DateTimeOffset Expires) : EventBody;

/// <summary>Registry.</summary>
public sealed record InvitationRevoked(string Person) : EventBody;

/// <summary>Registry.</summary>
public sealed record InvitationRedeemed(string Person) : EventBody;

/// <summary>Registry and person: he is in the lobby now.</summary>
public sealed record UndertakingGiven(string Person, string Text) : EventBody;

/// <summary>Registry and person.</summary>
public sealed record PersonAdmitted(string Person) : EventBody;

/// <summary>Registry and person.</summary>
public sealed record PersonSuspended(string Person) : EventBody;

/// <summary>Registry.</summary>
public sealed record PersonRemoved(string Person, RemovedBy By, string? OnOrderOf = null) : EventBody;

/// <summary>Party, registry and person: all that he holds now.</summary>
public sealed record AuthoritiesSet(string Person, IReadOnlyList<Authority> Authorities) : EventBody;
