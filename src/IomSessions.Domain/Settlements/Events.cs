using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>A language version of a settlement.</summary>
/// <param name="Text">The exact text that was frozen.</param>
public sealed record SettlementText(string Language, bool Authentic, string Text);

/// <summary>An agreed value, with the issue as it was called then.</summary>
public sealed record SettledValue(IssueId Issue, string Title, string? Unit, string Value);

/// <summary>Table: a settlement agreement to be signed, whole.</summary>
/// <param name="At">Whole seconds, by the server's clock.</param>
/// <param name="Salt">16 random bytes in hexadecimal.</param>
/// <param name="Digest">See <see cref="Settlement.DigestOf"/>.</param>
public sealed record SettlementPut(
    SettlementId Settlement, string Title, ImmutableArray<PartyId> Parties, ImmutableArray<SettlementText> Texts, ImmutableArray<SettledValue> Values,
    DateTimeOffset At, string Salt, string Digest) : EventBody;

/// <summary>Table.</summary>
/// <param name="Name">The signatory's, as it was then.</param>
public sealed record SettlementSigned(SettlementId Settlement, PartyId Party, PersonId By, string Name, DateTimeOffset At) : EventBody;

/// <summary>Table: it is void, and so are the signatures of these parties. What is left of it is this trace.</summary>
public sealed record SettlementVoided(SettlementId Settlement, string Title, PersonId By, ImmutableArray<PartyId> SignedBy, DateTimeOffset At) : EventBody;

/// <summary>Hall: these parties have signed one settlement. What it says stands at the table.</summary>
public sealed record SettlementConcluded(SettlementId Settlement, string Digest, ImmutableArray<PartyId> Parties, DateTimeOffset At) : EventBody;

/// <summary>Hall: it came about in this mediation, says a mediator, or the institution by its secretariat.</summary>
public sealed record SettlementAttested(SettlementId Settlement, string Digest, PersonId By, string Name, Role Role, DateTimeOffset At) : EventBody;
