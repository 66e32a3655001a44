using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By a mediator; a joint statement also by a holder of <see cref="Authority.Submit"/>: puts a text before those who must clear it.</summary>
/// <param name="Statement">Id made by the caller.</param>
/// <param name="Texts">Each language once; none for a procedural notice.</param>
/// <param name="Fact">Of a procedural notice: which; its words are fixed.</param>
/// <param name="Authors">Guests who wrote part of it.</param>
/// <param name="Names">Parties that withdrew and that it names; who is named in the text by his name is found by itself.</param>
/// <param name="Relation">Of a correction or a retraction, with <paramref name="About"/>.</param>
public sealed record PutStatement(
    StatementId Statement, StatementKind Kind, ImmutableArray<StatementText> Texts, ProceduralFact? Fact, ImmutableArray<PersonId> Authors,
    ImmutableArray<PartyId> Names, StatementRelation? Relation, ItemId? About) : CommandBody;

/// <summary>By whoever may put one of its kind. Voids every clearance (CL1).</summary>
/// <param name="Version">The version that was edited: another one since is a conflict.</param>
public sealed record EditStatement(StatementId Statement, int Version, ImmutableArray<StatementText> Texts) : CommandBody;

/// <summary>By who put it, or a mediator: it is not pursued.</summary>
public sealed record DropStatement(StatementId Statement) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Consent"/> for his party, by a mediator or a third author for himself: this exact text may
/// be published.</summary>
/// <param name="Digest">Of the text that was before his eyes; see <see cref="StatementText.Digest"/>.</param>
public sealed record ClearStatement(StatementId Statement, int Version, string Language, string Digest) : CommandBody;

/// <summary>By whoever may clear, until it is public: takes back every clearance of his side, and with it an order to publish.</summary>
public sealed record WithdrawClearance(StatementId Statement) : CommandBody;

/// <summary>By a mediator, once everybody has cleared every language: orders publication.</summary>
/// <param name="At">A full five minutes ahead; null: the next (CL2).</param>
public sealed record PublishStatement(StatementId Statement, int Version, DateTimeOffset? At) : CommandBody;

/// <summary>By a mediator: not yet. The clearances stand.</summary>
public sealed record HoldStatement(StatementId Statement) : CommandBody;

/// <summary>By the house: the time has come. Asked twice it is done once, whichever server asks (ST5).</summary>
public sealed record NoteStatement(StatementId Statement, DateTimeOffset At) : CommandBody;
