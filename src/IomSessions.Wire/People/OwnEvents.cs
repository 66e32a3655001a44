namespace IomSessions.Wire;

/// <summary>First event of a person circle.</summary>
/// <param name="Title">Of the session.</param>
public sealed record SelfOpened(
    string Person, string Name, Role Role, string? Party, string? PartyName, string Title) : EventBody;

/// <summary>Person, while in the lobby: his own delegation, which is all that he sees.</summary>
public sealed record DelegationListed(IReadOnlyList<DelegationMember> People) : EventBody;

/// <summary>First event of a party circle.</summary>
public sealed record DelegationOpened(string Party) : EventBody;
