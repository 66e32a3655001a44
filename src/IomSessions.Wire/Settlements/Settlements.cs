namespace IomSessions.Wire;

/// <summary>A frozen version of a draft that is to stand in a settlement.</summary>
/// <param name="Offset">Of its text in that circle.</param>
public sealed record SettlementSource(string Circle, long Offset, string Language, bool Authentic);

/// <summary>By a mediator: from clean frozen versions and agreed values; what it says never changes.</summary>
/// <param name="Settlement">Id made by the caller.</param>
/// <param name="Parties">Who is to sign it, at least two.</param>
/// <param name="Texts">Its language versions.</param>
/// <param name="Issues">Agreed ones, packages whole.</param>
public sealed record PutSettlement(
    string Settlement, string Title, IReadOnlyList<string> Parties, IReadOnlyList<SettlementSource> Texts, IReadOnlyList<string> Issues) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Sign"/> of a party to it: final.</summary>
public sealed record SignSettlement(string Settlement, string Digest) : CommandBody;

/// <summary>By a mediator, while not all have signed.</summary>
public sealed record VoidSettlement(string Settlement) : CommandBody;

/// <summary>By a mediator or the secretariat, once all have signed.</summary>
public sealed record AttestSettlement(string Settlement, string Digest) : CommandBody;

/// <summary>A language version.</summary>
public sealed record SettlementText(string Language, bool Authentic, string Text);

/// <summary>An agreed value.</summary>
public sealed record SettledValue(string Issue, string Title, string Value, string? Unit = null);

/// <summary>Table: a settlement agreement to be signed, whole.</summary>
/// <param name="Salt">16 random bytes in hexadecimal.</param>
/// <param name="Digest">As the protocol has it: whoever signs names it.</param>
public sealed record SettlementPut(
    string Settlement, string Title, IReadOnlyList<string> Parties, IReadOnlyList<SettlementText> Texts, IReadOnlyList<SettledValue> Values,
    DateTimeOffset At, string Salt, string Digest) : EventBody;

/// <summary>Table.</summary>
public sealed record SettlementSigned(string Settlement, string Party, string By, string Name, DateTimeOffset At) : EventBody;

/// <summary>Table: void, with the signatures of these parties.</summary>
public sealed record SettlementVoided(string Settlement, string Title, string By, IReadOnlyList<string> SignedBy, DateTimeOffset At) : EventBody;

/// <summary>Hall: these parties have signed one settlement.</summary>
public sealed record SettlementConcluded(string Settlement, string Digest, IReadOnlyList<string> Parties, DateTimeOffset At) : EventBody;

/// <summary>Hall: it came about in this mediation.</summary>
public sealed record SettlementAttested(string Settlement, string Digest, string By, string Name, Role Role, DateTimeOffset At) : EventBody;
