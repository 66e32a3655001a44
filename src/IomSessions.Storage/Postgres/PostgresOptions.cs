namespace IomSessions.Storage.Postgres;

/// <summary>How the log is appended to. The defaults are right for a server; tests tighten them.</summary>
public sealed record PostgresOptions
{
    /// <summary>Appends that may wait; a further one waits for room. 1 or more.</summary>
    public int QueuedAppends { get; init; } = 4096;

    /// <summary>Sessions in one statement at most. 1 or more.</summary>
    public int AppendsPerCommit { get; init; } = 256;

    /// <summary>Statements under way at once, each on a connection of its own: one waits for the disk while the next is made.</summary>
    public int Writers { get; init; } = 2;
}
