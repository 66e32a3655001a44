using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>A frozen version of a draft that is to stand in a settlement.</summary>
/// <param name="Circle">That has it.</param>
/// <param name="Offset">Of its text there.</param>
/// <param name="Authentic">Whether this language version counts, or is a translation.</param>
public sealed record SettlementSource(CircleId Circle, long Offset, string Language, bool Authentic);

/// <summary>By a mediator: a settlement agreement, put together from what is agreed. What it says never changes.</summary>
/// <param name="Settlement">Id made by the caller.</param>
/// <param name="Parties">Who is to sign it, at least two.</param>
/// <param name="Texts">Its language versions, each language once; none: the agreed values are all of it.</param>
/// <param name="Issues">Agreed ones, packages whole; their values stand in it.</param>
public sealed record PutSettlement(
    SettlementId Settlement, string Title, ImmutableArray<PartyId> Parties, ImmutableArray<SettlementSource> Texts, ImmutableArray<IssueId> Issues) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Sign"/> of a party to it: signed for his party. Final.</summary>
/// <param name="Digest">Of what lay before him, whole.</param>
public sealed record SignSettlement(SettlementId Settlement, string Digest) : CommandBody;

/// <summary>By a mediator, while not all have signed: it is void, with every signature; a trace of it stays.</summary>
public sealed record VoidSettlement(SettlementId Settlement) : CommandBody;

/// <summary>By a mediator or the secretariat, once all have signed, also after the conclusion: it came about in this mediation.</summary>
public sealed record AttestSettlement(SettlementId Settlement, string Digest) : CommandBody;
