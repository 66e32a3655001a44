namespace IomSessions.Wire;

/// <summary>Hall, if the protocol says "now": parties, never persons or room.</summary>
public sealed record CaucusBegan(IReadOnlyList<string> Parties) : EventBody;

/// <summary>Hall, if the protocol says "now".</summary>
public sealed record CaucusEnded(IReadOnlyList<string> Parties) : EventBody;

/// <summary>Hall, at an adjournment, if the protocol said "afterwards".</summary>
public sealed record CaucusesHeld(IReadOnlyList<IReadOnlyList<string>> Caucuses) : EventBody;
