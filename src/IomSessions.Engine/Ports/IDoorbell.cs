using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// Tells other nodes that a session's log has grown. Carries no content. It may lose, repeat, reorder or be dead: the worst that
/// follows is the delay of one poll.
/// </summary>
public interface IDoorbell
{
    /// <summary>Says that a session is at a version. Never waits, never throws.</summary>
    void Ring(SessionId session, long version);

    /// <summary>Calls back at each ring, also its own; disposing ends it.</summary>
    IDisposable Listen(Action<SessionId, long> rung);
}
