namespace IomSessions.Wire;

/// <summary>By the secretariat: while preparing at once, afterwards when every party consents.</summary>
/// <param name="Party">Id made by the caller.</param>
public sealed record AddParty(string Party, string Name) : CommandBody;

/// <summary>By the secretariat.</summary>
/// <param name="Person">Id made by the caller.</param>
/// <param name="Party">Null for mediators and others without a party.</param>
public sealed record RegisterPerson(string Person, string Name, Role Role, string? Party = null) : CommandBody;

/// <summary>By the secretariat, while nobody of that party holds <see cref="Authority.Appoint"/>.</summary>
public sealed record RecordCredentials(string Person, IReadOnlyList<Authority> Authorities) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Appoint"/>, within his party.</summary>
public sealed record GrantAuthority(string Person, Authority Authority) : CommandBody;

/// <inheritdoc cref="GrantAuthority"/>
public sealed record RevokeAuthority(string Person, Authority Authority) : CommandBody;

/// <summary>By the person, before anything else.</summary>
/// <param name="Text">The version of the wording shown; see <see cref="ProtocolVersion.Undertaking"/>.</param>
public sealed record GiveUndertaking(string Text) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Accept"/>, for his party.</summary>
public sealed record ConsentToMediator(string Mediator) : CommandBody;

/// <summary>By a mediator: lets people in from the lobby.</summary>
public sealed record AdmitPeople(IReadOnlyList<string> People) : CommandBody;

/// <summary>By a mediator: back to the lobby.</summary>
public sealed record SuspendPerson(string Person) : CommandBody;

/// <summary>By a holder of <see cref="Authority.Appoint"/> his own people; by the secretariat anyone.</summary>
/// <param name="OnOrderOf">The secretariat says on whose written order it acts.</param>
public sealed record RemovePerson(string Person, string? OnOrderOf = null) : CommandBody;
