namespace IomSessions.Wire;

/// <summary>By a mediator; a joint statement also by a holder of <see cref="Authority.Submit"/>: puts a text before those who must clear it (CL1).</summary>
/// <param name="Statement">Id made by the caller.</param>
/// <param name="Texts">Each language once; none for a procedural notice, whose words are fixed by its <paramref name="Fact"/>.</param>
/// <param name="Authors">Guests who wrote part of it.</param>
/// <param name="Names">Parties that withdrew and that it names.</param>
public sealed record PutStatement(
    string Statement, StatementKind Kind, IReadOnlyList<StatementText> Texts, IReadOnlyList<string> Authors, IReadOnlyList<string> Names,
    ProceduralFact? Fact = null, StatementRelation? Relation = null, string? About = null) : CommandBody;

/// <summary>Voids every clearance.</summary>
/// <param name="Version">The version that was edited.</param>
public sealed record EditStatement(string Statement, int Version, IReadOnlyList<StatementText> Texts) : CommandBody;

/// <summary>By who put it, or a mediator.</summary>
public sealed record DropStatement(string Statement) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Consent"/> for his party, by a mediator or third author for himself.</summary>
/// <param name="Digest">Of the text before his eyes: SHA-256 over the UTF-8 of language, title and text with a line feed between them, in
/// 64 lower-case hexadecimal digits.</param>
public sealed record ClearStatement(string Statement, int Version, string Language, string Digest) : CommandBody;

/// <summary>Until it is public: takes back every clearance of one's side, and with it an order to publish.</summary>
public sealed record WithdrawClearance(string Statement) : CommandBody;

/// <summary>By a mediator, once everybody has cleared every language.</summary>
/// <param name="At">A full five minutes ahead; null: the next.</param>
public sealed record PublishStatement(string Statement, int Version, DateTimeOffset? At = null) : CommandBody;

/// <summary>By a mediator: not yet. The clearances stand.</summary>
public sealed record HoldStatement(string Statement) : CommandBody;
