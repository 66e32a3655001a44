namespace IomSessions.Wire;

/// <summary>By a mediator who sits there: a telephone or video link for this sitting. Outside our protection.</summary>
/// <param name="Address">An https address or <c>tel:</c>; null: none any more.</param>
public sealed record SetLink(string Sitting, string? Address = null) : CommandBody;

/// <summary>Sitting. Void when it ends.</summary>
public sealed record LinkSet(string By, string? Address = null) : EventBody;
