namespace IomSessions.Wire;

/// <summary>By a holder of <see cref="Authority.Accept"/>, for his party: to a person (mediator who waits for it, guest) or to a party that would
/// join, one of the two.</summary>
public sealed record GiveConsent(string? Person = null, string? Party = null) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/>, for his party: from a mediator, a guest or a party that would join.</summary>
public sealed record WithdrawConsent(string? Person = null, string? Party = null) : CommandBody;

/// <summary>Hall: to a guest or a party that would join; to a mediator it is told as <see cref="MediatorConsented"/>.</summary>
/// <param name="By">The party that consents.</param>
public sealed record ConsentGiven(string By, string? Person = null, string? Party = null) : EventBody;

/// <summary>Hall: a mediator is off the bench, a guest in the waiting place.</summary>
/// <param name="By">The party that no longer consents.</param>
/// <param name="Standing">The parties whose consent still stands.</param>
public sealed record ConsentWithdrawn(string By, string? Person, string? Party, IReadOnlyList<string> Standing) : EventBody;
