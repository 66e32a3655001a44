namespace IomSessions.Storage.Feed;

/// <summary>How large what is published may be (OP3). Whoever clears a statement meets narrower bounds; these protect the feed itself.</summary>
public static class FeedBounds
{
    /// <summary>Five minutes: the grid of dates, so that a date tells nothing of when rooms were busy (CL4).</summary>
    public static readonly TimeSpan Grid = TimeSpan.FromMinutes(5);

    /// <summary>A case reference is a line on a letterhead.</summary>
    public const int Reference = 200;

    /// <summary>As long as the longest draft, from which a statement can start.</summary>
    public const int Text = 200_000;

    /// <summary>Two lines of a heading.</summary>
    public const int Title = 500;

    /// <summary>The six languages of the United Nations, and as many again.</summary>
    public const int Languages = 12;

    /// <summary>As many as a session may have parties and mediators, with room.</summary>
    public const int Names = 64;

    /// <summary>A name and an office.</summary>
    public const int Name = 300;

    /// <summary>One a day for five years. All of one feed is held at once while somebody follows it.</summary>
    public const int Items = 2_000;
}
