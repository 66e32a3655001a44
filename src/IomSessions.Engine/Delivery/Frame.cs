namespace IomSessions.Engine;

/// <summary>The methods of a participant's program that the server calls.</summary>
public enum Target
{
    Events,
    Beat,
    Presence,
    Typing,
    Reset,
    Goodbye,
    Outline,
    Past,
    DraftText,
    DraftChanges,
    DraftCaret,
}

/// <summary>One call to a participant's program. Made once and posted to everybody it is for.</summary>
/// <param name="target">What is called.</param>
/// <param name="argument">The one argument, UTF-8 JSON.</param>
public sealed class Frame(Target target, ReadOnlyMemory<byte> argument)
{
    public Target Target { get; } = target;

    public ReadOnlyMemory<byte> Argument { get; } = argument;

    /// <summary>The transport's own form, made by the first that writes it.</summary>
    public object? Envelope { get; set; }

    /// <summary>Events in the order of the log.</summary>
    public static Frame Events(IReadOnlyCollection<Recorded> events) => new(Target.Events, WireList.Of(events));

    /// <summary>Events before the cursors that an outline gave.</summary>
    /// <param name="more">Another such frame follows.</param>
    public static Frame Past(IReadOnlyCollection<Recorded> events, bool more) => Of(Target.Past, new PastSignal(new WireList(events), more));

    public static Frame Of<T>(Target target, T argument) => new(target, DomainJson.Write(argument));
}
