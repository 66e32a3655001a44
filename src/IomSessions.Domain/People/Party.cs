namespace IomSessions.Domain;

/// <summary>A State, organisation, company or person in dispute.</summary>
/// <param name="Circle">Its delegation's circle.</param>
/// <param name="Home">Its home room.</param>
public sealed record Party(PartyId Id, string Name, CircleId Circle, RoomId Home)
{
    /// <summary>It takes no further part, and keeps its record (SE5).</summary>
    public bool Withdrawn { get; init; }
}

/// <summary>By the secretariat: while preparing it is added at once, afterwards when every party consents. A party that withdrew is
/// proposed again under its own id, and keeps its name.</summary>
/// <param name="Party">Id made by the caller.</param>
public sealed record AddParty(PartyId Party, string Name) : CommandBody;

/// <summary>Hall: it takes part from here on; also one that had withdrawn.</summary>
public sealed record PartyAdded(PartyId Party, string Name) : EventBody;

/// <summary>First event of a party circle.</summary>
public sealed record DelegationOpened(PartyId Party) : EventBody;
