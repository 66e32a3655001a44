namespace IomSessions.Engine.InMemory;

/// <summary>For one node: there is nobody else to tell.</summary>
public sealed class NoSignals : ISignals
{
    /// <inheritdoc/>
    public void Send(Signal signal) { }

    /// <inheritdoc/>
    public IDisposable Listen(Action<Signal> heard) => new Nothing();

    private sealed class Nothing : IDisposable
    {
        public void Dispose() { }
    }
}
