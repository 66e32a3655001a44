namespace IomSessions.Wire;

/// <summary>By an interpreter who sat there: what was said, in another language; also after the sitting has ended.</summary>
public sealed record Render(string Sitting, long Offset, string Text, string Language) : CommandBody;

/// <summary>The sitting; once that has ended, a circle of those who sat there.</summary>
/// <param name="Command">Of the interpreter.</param>
public sealed record Rendered(string By, string Sitting, long Offset, string Text, string Language, string? Command = null) : EventBody;
