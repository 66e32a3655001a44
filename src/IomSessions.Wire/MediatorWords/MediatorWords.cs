namespace IomSessions.Wire;

/// <summary>By a mediator, from anywhere: to one party, one person, or (both null) the hall (RM14).</summary>
public sealed record SendWord(string? Party, string? Person, string Text, string Language) : CommandBody;

/// <summary>In the circle of those it is for, and in the bench.</summary>
public sealed record WordSent(string By, string? Party, string? Person, string Text, string Language) : EventBody;
