namespace IomSessions.Wire;

/// <summary>What the server calls on a participant's program. The method names are the wire.</summary>
public interface ISessionClient
{
    Task Events(IReadOnlyList<WireEvent> events);

    Task Beat(Beat beat);

    Task Presence(Presence presence);

    Task Typing(TypingSignal typing);

    Task Reset(Reset reset);

    Task Goodbye(Goodbye goodbye);

    Task Outline(Outline outline);

    Task Past(Past past);

    Task DraftText(DraftText text);

    Task DraftChanges(DraftChanges changes);

    Task DraftCaret(DraftCaretSignal caret);
}
