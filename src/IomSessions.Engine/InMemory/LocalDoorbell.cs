using IomSessions.Domain;

namespace IomSessions.Engine.InMemory;

/// <summary>A doorbell within one process. Listeners are called on the ringing thread, in the order they came: they must not wait.</summary>
public sealed class LocalDoorbell : IDoorbell
{
    private readonly Lock _gate = new();
    private volatile Listener[] _listeners = [];

    /// <inheritdoc/>
    public void Ring(SessionId session, long version)
    {
        foreach (var listener in _listeners)
        {
            // a ring may be lost by contract, and the one who rings has just stored something: he must hear no one else's failure
#pragma warning disable CA1031
            try { listener.Rung(session, version); }
            catch (Exception) { }
#pragma warning restore CA1031
        }
    }

    /// <inheritdoc/>
    public IDisposable Listen(Action<SessionId, long> rung)
    {
        ArgumentNullException.ThrowIfNull(rung);
        var listener = new Listener(this, rung);
        lock (_gate) _listeners = [.. _listeners, listener];
        return listener;
    }

    private void Remove(Listener listener)
    {
        lock (_gate) _listeners = [.. _listeners.Where(l => l != listener)];
    }

    private sealed class Listener(LocalDoorbell bell, Action<SessionId, long> rung) : IDisposable
    {
        public Action<SessionId, long> Rung { get; } = rung;

        public void Dispose() => bell.Remove(this);
    }
}
