namespace IomSessions.Engine;

/// <summary>What every store demands of a batch before it looks at the log. A batch that fails here is a bug of the caller.</summary>
public static class AppendShape
{
    /// <summary>Bytes of a hash link and of a command's digest.</summary>
    public const int HashBytes = 32;

    /// <summary>Throws unless the events carry consecutive versions after the expected one and every command stands in it once.</summary>
    /// <exception cref="ArgumentException">The batch is malformed.</exception>
    public static void Demand(AppendBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Demand(batch.ExpectedVersion >= 0, "the expected version is negative");
        Demand(batch.Events.Count > 0, "there are no events");
        var version = batch.ExpectedVersion;
        foreach (var e in batch.Events)
        {
            Demand(e.Version == ++version, "versions are not consecutive");
            Demand(e.Offset > 0, "an offset is not positive");
            Demand(e.Hash.Length == HashBytes, "a hash is not 32 bytes");
        }
        for (var i = 0; i < batch.Commands.Count; i++)
        {
            Demand(batch.Commands[i].Digest.Length == HashBytes, "a digest is not 32 bytes");
            for (var j = 0; j < i; j++)
                Demand(batch.Commands[i].Id != batch.Commands[j].Id || batch.Commands[i].By != batch.Commands[j].By, "a command stands in it twice");
        }
    }

    /// <summary>Throws unless the changes carry consecutive versions.</summary>
    /// <exception cref="ArgumentException">The batch is malformed.</exception>
    public static void Demand(DraftBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Demand(batch.Changes is [{ Version: > 0 }, ..], "there are no changes");
        var version = batch.Changes[0].Version;
        foreach (var change in batch.Changes)
        {
            Demand(change.Version == version++, "versions are not consecutive");
            Demand(change.Hash.Length == HashBytes, "a hash is not 32 bytes");
        }
    }

    /// <summary>The exception of an event that would leave a hole in its circle, or write over another.</summary>
    public static ArgumentException NotDense() => new("offsets of a circle are not dense");

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds) throw new ArgumentException(otherwise);
    }
}
