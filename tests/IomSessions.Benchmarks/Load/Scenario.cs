namespace IomSessions.Benchmarks.Load;

/// <summary>What a measurement does with what its participants hear. Everything runs on the one thread of the load.</summary>
internal class Scenario
{
    public static Scenario Quiet { get; } = new();

    public virtual void OnSaid(Line line, Mark mark) { }

    /// <summary>A call was answered.</summary>
    /// <param name="call">The number it was made under.</param>
    public virtual void OnAnswer(Line line, string call, bool failed, ReadOnlySpan<byte> message) { }

    /// <summary>The line's own notice of where its participant is.</summary>
    public virtual void OnSeated(Line line) { }

    /// <summary>All is told that a fresh participant has to know.</summary>
    public virtual void OnReady(Line line) { }

    public virtual void OnReset(Line line) { }

    public virtual void OnClosed(Line line) { }

    /// <summary>Called between readings, at least each millisecond.</summary>
    public virtual void OnTurn() { }
}
