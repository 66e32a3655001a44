namespace IomSessions.Wire;

/// <summary>By a holder of <see cref="Authority.Accept"/> or <see cref="Authority.Appoint"/>, for his party, before the person is admitted.</summary>
/// <param name="Reason">One line for the mediators; may be empty.</param>
public sealed record MakeObjection(string Person, string Reason) : CommandBody;

/// <inheritdoc cref="MakeObjection"/>
public sealed record WithdrawObjection(string Person) : CommandBody;

/// <summary>By a mediator.</summary>
/// <param name="Sustained">The person is removed; otherwise he can be admitted.</param>
public sealed record DecideObjection(string Person, string Party, bool Sustained) : CommandBody;

/// <summary>Hall: he is not admitted until it is decided.</summary>
public sealed record ObjectionMade(string Person, string Party) : EventBody;

/// <summary>Bench, and the party that objects.</summary>
public sealed record ObjectionReasoned(string Person, string Party, string Reason) : EventBody;

/// <summary>Hall.</summary>
public sealed record ObjectionWithdrawn(string Person, string Party) : EventBody;

/// <summary>Hall.</summary>
public sealed record ObjectionDecided(string Person, string Party, bool Sustained) : EventBody;
