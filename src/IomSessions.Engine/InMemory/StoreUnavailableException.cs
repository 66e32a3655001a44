namespace IomSessions.Engine;

/// <summary>
/// A store could not do what it was asked: disk full, disk failing, file locked by somebody else. Nothing was acknowledged. Whether a
/// refused append is stored is unknown only when the machine dies right after; the same command id sent again finds out.
/// </summary>
/// <remarks>The message carries the reason's code and never an id, a name or content.</remarks>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException(string message) : base(message) { }

    public StoreUnavailableException(string message, Exception inner) : base(message, inner) { }

    public StoreUnavailableException() : this("the store is unavailable") { }
}
