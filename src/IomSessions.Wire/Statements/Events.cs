namespace IomSessions.Wire;

/// <summary>First event of a table.</summary>
/// <param name="Without">The parties that had withdrawn.</param>
public sealed record TableOpened(IReadOnlyList<string> Without) : EventBody;

/// <summary>Table, each third author, each withdrawn party that it names: the text to be cleared, first or edited.</summary>
public sealed record StatementWritten(
    string Statement, StatementKind Kind, int Version, string By, IReadOnlyList<StatementText> Texts, IReadOnlyList<string> Authors,
    IReadOnlyList<string> Names, StatementRelation? Relation = null, string? About = null) : EventBody;

/// <summary>Table: all clearances of this version as they are now; elsewhere one's own.</summary>
public sealed record ClearancesChanged(string Statement, int Version, IReadOnlyList<ClearedBy> Cleared) : EventBody;

/// <summary>Table: it becomes public then, if all that it needs still holds.</summary>
public sealed record StatementScheduled(string Statement, int Version, DateTimeOffset At) : EventBody;

/// <summary>Table: the order to publish is called off, or could not be carried out.</summary>
public sealed record StatementHeld(string Statement) : EventBody;

/// <summary>Where it was written: it is not pursued.</summary>
public sealed record StatementDropped(string Statement) : EventBody;

/// <summary>Where it was written: it is public.</summary>
public sealed record StatementPublished(string Statement, string Item, DateTimeOffset At) : EventBody;

/// <summary>First event of the public circle.</summary>
public sealed record FeedOpened(string Reference) : EventBody;

/// <summary>Public: a statement that all whom it concerns have cleared.</summary>
/// <param name="OnBehalf">The parties' names, of a joint statement.</param>
public sealed record ItemPublished(
    string Item, StatementKind Kind, DateTimeOffset At, IReadOnlyList<string> OnBehalf, IReadOnlyList<StatementText> Texts,
    StatementRelation? Relation = null, string? About = null) : EventBody;
