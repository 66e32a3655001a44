using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>What a connection tells its program, in the order in which it happened. The cases are complete.</summary>
public abstract record SessionNews
{
    private SessionNews() { }

    /// <summary>A fact, exactly once and in the order of the log, unless <see cref="Forgotten"/> came between.</summary>
    public sealed record Told(WireEvent Event) : SessionNews;

    /// <summary>Everything told before is void; it follows again from the first event, or in outline.</summary>
    public sealed record Forgotten(string Reason) : SessionNews;

    /// <summary>Who is connected, the whole list.</summary>
    public sealed record Present(IReadOnlyList<string> Here) : SessionNews;

    /// <summary>Somebody is writing.</summary>
    public sealed record Writing(TypingSignal Signal) : SessionNews;

    /// <summary>The line.</summary>
    public sealed record Line(ConnectionState State) : SessionNews;
}
