namespace IomSessions.Storage.Feed;

/// <summary>One cleared item of the public feed (CL2), as it is handed to the feed when its time has come.</summary>
/// <param name="Reference">The institution's case reference: what the feed is found under.</param>
/// <param name="Id">Random, 128 bit; the same item handed over twice is published once.</param>
/// <param name="At">When it counts as published: a full five minutes, UTC.</param>
/// <param name="OnBehalf">The names to show, in the order to show them.</param>
/// <param name="Texts">One per language, in the order to show them.</param>
public sealed record FeedItem(
    string Reference, Guid Id, DateTimeOffset At, FeedKind Kind, IReadOnlyList<string> OnBehalf, IReadOnlyList<FeedText> Texts)
{
    public FeedRelation Relation { get; init; }

    /// <summary>The earlier item of the same feed that this one corrects or retracts.</summary>
    public Guid? About { get; init; }
}

/// <summary>An item in one language.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Text">Plain; a blank line ends a paragraph. No markup: what looks like some is shown as it stands.</param>
public sealed record FeedText(string Language, string Title, string Text);

public enum FeedKind
{
    JointStatement,
    MediatorsStatement,
    ProceduralNotice,
    ClosingNote,
}

public enum FeedRelation
{
    None,

    /// <summary>A new item; each of the two leads to the other.</summary>
    Correction,

    /// <summary>The texts of the earlier item are destroyed; those of this one stand in their place, under the earlier date and kind.</summary>
    Retraction,
}
