using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By a holder of <see cref="Authority.Accept"/>, for his party: to a mediator who waits for it, to a guest, or to a party that would
/// join; a party that withdrew consents to its own return. Exactly one of the two is given.</summary>
public sealed record GiveConsent(PersonId? Person, PartyId? Party) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/>, for his party; takes effect at once. Exactly one of the two is given.</summary>
public sealed record WithdrawConsent(PersonId? Person, PartyId? Party) : CommandBody;

/// <summary>Hall: to a guest or to a party that would join. To a mediator it is told as <see cref="MediatorConsented"/>.</summary>
/// <param name="By">The party that consents.</param>
public sealed record ConsentGiven(PartyId By, PersonId? Person, PartyId? Party) : EventBody;

/// <summary>Hall: from a mediator, a guest, or a party that would join; what depended on it closes with it.</summary>
/// <param name="By">The party that no longer consents.</param>
/// <param name="Standing">The parties whose consent still stands, in the order of their ids.</param>
public sealed record ConsentWithdrawn(PartyId By, PersonId? Person, PartyId? Party, ImmutableArray<PartyId> Standing) : EventBody;
