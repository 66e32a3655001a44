using IomSessions.Engine;
using IomSessions.Storage.Access;

namespace IomSessions.Server.Operations;

/// <summary>Everything the server keeps, wherever it is kept: in one folder, or in PostgreSQL for several nodes.</summary>
public abstract class Stores : IDisposable
{
    public abstract IEventStore Events { get; }

    public abstract IKeyStore Keys { get; }

    public abstract IAccessStore Access { get; }

    /// <summary>A cache: may be deleted at any time.</summary>
    public abstract ISnapshotStore Snapshots { get; }

    public abstract IFileStore Files { get; }

    /// <summary>The other nodes over the same store; null: there can be none.</summary>
    public virtual INodes? Nodes => null;

    /// <summary>Tries whether what is said now can be stored.</summary>
    /// <exception cref="Exception">It cannot.</exception>
    public abstract Task ProbeAsync();

    /// <summary>Free bytes of the disk that the server keeps things on; null: that is not its own.</summary>
    public virtual long? FreeBytes() => null;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
