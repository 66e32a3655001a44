namespace IomSessions.Domain;

/// <summary>A State, organisation, company or person in dispute.</summary>
/// <param name="Circle">Its delegation's circle.</param>
/// <param name="Home">Its home room.</param>
public sealed record Party(PartyId Id, string Name, CircleId Circle, RoomId Home);

/// <summary>By the secretariat, while preparing.</summary>
/// <param name="Party">Id made by the caller.</param>
public sealed record AddParty(PartyId Party, string Name) : CommandBody;

/// <summary>Hall.</summary>
public sealed record PartyAdded(PartyId Party, string Name) : EventBody;

/// <summary>First event of a party circle.</summary>
public sealed record DelegationOpened(PartyId Party) : EventBody;
