namespace IomSessions.Storage.Sqlite;

/// <summary>How an event database is run. The defaults are right for a server; tests tighten them.</summary>
public sealed record EventStoreOptions
{
    /// <summary>Appends that may wait for the writer; a further one waits for room. 1 or more.</summary>
    public int QueuedAppends { get; init; } = 4096;

    /// <summary>Appends in one commit at most: it bounds how long the first of them waits for the last. 1 or more.</summary>
    public int AppendsPerCommit { get; init; } = 512;

    /// <summary>Connections kept open for reading between reads.</summary>
    public int IdleReaders { get; init; } = 8;

    /// <summary>Rows that may wait for their place (<see cref="Placer"/>) before places are given; as many come meanwhile. 1 or more.</summary>
    public int UnplacedRows { get; init; } = 16_384;

    /// <summary>Pages of 4 KiB in the write-ahead log at which they are moved into the database; 0 leaves it to the closing.</summary>
    public int CheckpointPages { get; init; } = 8_192;

    /// <summary>The database's largest size in pages of 4 KiB; null for the disk's. An append beyond it fails as on a full disk.</summary>
    public int? MaxPages { get; init; }
}
