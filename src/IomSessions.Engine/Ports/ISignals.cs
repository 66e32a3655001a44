using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// Carries between nodes what is never stored. It may lose, repeat, reorder or be dead: then only this node's own people are told. Whoever
/// hears a signal asks again whether it may be told.
/// </summary>
public interface ISignals
{
    /// <summary>Tells the other nodes. Never waits, never throws.</summary>
    void Send(Signal signal);

    /// <summary>Calls back for each signal of another node; disposing ends it.</summary>
    IDisposable Listen(Action<Signal> heard);
}

/// <summary>What one node tells the others in passing.</summary>
public abstract record Signal
{
    private Signal() { }

    /// <summary>Somebody is writing where he sits.</summary>
    public sealed record Typing(SessionId Session, CircleId Sitting, PersonId By) : Signal;

    /// <summary>Who is connected has changed: worth a look.</summary>
    public sealed record Company : Signal;
}
