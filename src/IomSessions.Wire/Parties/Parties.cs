namespace IomSessions.Wire;

/// <summary>By the secretariat: a party that was proposed is not any more.</summary>
public sealed record RetractParty(string Party) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Withdraw"/>: his party takes no further part.</summary>
/// <param name="Party">His own.</param>
public sealed record WithdrawParty(string Party) : CommandBody;

/// <summary>By a mediator: he leaves the bench and the session.</summary>
/// <param name="Bench">The bench that he leaves.</param>
public sealed record Resign(string Bench) : CommandBody;

/// <summary>Hall: it waits for the consent of every party; <see cref="PartyAdded"/> follows when all have given it.</summary>
public sealed record PartyProposed(string Party, string Name) : EventBody;

/// <summary>Hall.</summary>
public sealed record PartyRetracted(string Party) : EventBody;

/// <summary>Hall: it takes no further part and keeps its record.</summary>
public sealed record PartyWithdrawn(string Party) : EventBody;
