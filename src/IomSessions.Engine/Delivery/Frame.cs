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
    public static Frame Events(IReadOnlyCollection<Recorded> events)
    {
        var bytes = new byte[events.Sum(one => one.Wire.Length) + events.Count + 1];
        var at = 0;
        foreach (var one in events)
        {
            bytes[at++] = at == 1 ? (byte)'[' : (byte)',';
            one.Wire.Span.CopyTo(bytes.AsSpan(at));
            at += one.Wire.Length;
        }

        bytes[at] = (byte)']';
        return new(Target.Events, bytes);
    }

    public static Frame Of<T>(Target target, T argument) => new(target, DomainJson.Write(argument));
}
