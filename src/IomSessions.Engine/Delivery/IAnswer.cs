namespace IomSessions.Engine;

/// <summary>An answer that is ready: what was asked is stored, or refused.</summary>
public interface IAnswer
{
    /// <summary>The connection that asked, if a connection did: what else there is for it goes out with the answer.</summary>
    IOutlet? Caller { get; }

    /// <summary>Tells the caller; his continuation runs here and must not block.</summary>
    void Tell();
}
