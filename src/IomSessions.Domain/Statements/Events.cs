using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Table, each third author, each withdrawn party that it names: the text to be cleared, first or edited.</summary>
public sealed record StatementWritten(
    StatementId Statement, StatementKind Kind, int Version, PersonId By, ImmutableArray<StatementText> Texts, Company Authors,
    ImmutableArray<PartyId> Names, StatementRelation? Relation, ItemId? About) : EventBody;

/// <summary>Table: all clearances of this version as they are now.</summary>
public sealed record ClearancesChanged(StatementId Statement, int Version, ImmutableArray<ClearedBy> Cleared) : EventBody;

/// <summary>Table: it becomes public then, if all that it needs still holds.</summary>
public sealed record StatementScheduled(StatementId Statement, int Version, DateTimeOffset At) : EventBody;

/// <summary>Table: the order to publish is called off, or could not be carried out, because somebody's clearance was missing or the
/// protocol did not allow it.</summary>
public sealed record StatementHeld(StatementId Statement) : EventBody;

/// <summary>Where it was written: it is not pursued.</summary>
public sealed record StatementDropped(StatementId Statement) : EventBody;

/// <summary>Where it was written: it is public.</summary>
public sealed record StatementPublished(StatementId Statement, ItemId Item, DateTimeOffset At) : EventBody;

/// <summary>First event of the public circle: there is a feed.</summary>
/// <param name="Reference">The institution's number of the session, under which the public finds it.</param>
public sealed record FeedOpened(string Reference) : EventBody;

/// <summary>Public: a statement that all whom it concerns have cleared. Nothing else gets there (CL1).</summary>
/// <param name="OnBehalf">The parties' names, of a joint statement; else nobody but who its kind says.</param>
/// <param name="At">A full five minutes.</param>
public sealed record ItemPublished(
    ItemId Item, StatementKind Kind, DateTimeOffset At, ImmutableArray<string> OnBehalf, ImmutableArray<StatementText> Texts,
    StatementRelation? Relation, ItemId? About) : EventBody;
