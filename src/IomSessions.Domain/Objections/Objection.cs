namespace IomSessions.Domain;

/// <summary>By a holder of <see cref="Authority.Accept"/> or <see cref="Authority.Appoint"/>, for his party: against somebody of another party, or
/// of none, who was announced and has not been admitted (PE3). Once per party and person.</summary>
/// <param name="Reason">One line, perhaps empty, for the mediators and his own delegation.</param>
public sealed record MakeObjection(PersonId Person, string Reason) : CommandBody;

/// <summary>By a holder of the same, for his party.</summary>
public sealed record WithdrawObjection(PersonId Person) : CommandBody;

/// <summary>By a mediator.</summary>
/// <param name="Sustained">The person is removed; otherwise he can be admitted.</param>
public sealed record DecideObjection(PersonId Person, PartyId Party, bool Sustained) : CommandBody;

/// <summary>Hall: until it is decided he is not admitted.</summary>
public sealed record ObjectionMade(PersonId Person, PartyId Party) : EventBody;

/// <summary>Bench, and the party that objects. A bench that opens later is not told it: it was said to other mediators.</summary>
public sealed record ObjectionReasoned(PersonId Person, PartyId Party, string Reason) : EventBody;

/// <summary>Hall.</summary>
public sealed record ObjectionWithdrawn(PersonId Person, PartyId Party) : EventBody;

/// <summary>Hall.</summary>
public sealed record ObjectionDecided(PersonId Person, PartyId Party, bool Sustained) : EventBody;
