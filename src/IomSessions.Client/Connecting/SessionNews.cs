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

    /// <summary>The text of a draft, or a piece of it: forget what was told of it before.</summary>
    public sealed record DraftTold(DraftText Text) : SessionNews;

    /// <summary>Changes of a draft, each once and in order.</summary>
    public sealed record DraftChanged(DraftChanges Changes) : SessionNews;

    /// <summary>Where somebody in the same room is writing in a draft.</summary>
    public sealed record CaretMoved(DraftCaretSignal Caret) : SessionNews;

    /// <summary>The line.</summary>
    public sealed record Line(ConnectionState State) : SessionNews;
}
