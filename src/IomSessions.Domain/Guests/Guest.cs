using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By a mediator: the rooms and the items that somebody of no party is admitted to; nothing of both ends it (PE1).</summary>
/// <param name="Rooms">Joint, home or caucus rooms.</param>
/// <param name="Items">Titles of the items of the agenda, at most <see cref="Limits.GuestItems"/>.</param>
public sealed record AdmitGuest(PersonId Person, ImmutableArray<RoomId> Rooms, ImmutableArray<string> Items) : CommandBody;

/// <summary>Hall: what the parties consent to. A title that was not among them before asks for every consent anew.</summary>
public sealed record GuestItemsSet(PersonId Person, ImmutableArray<string> Items) : EventBody;

/// <summary>Bench: where he may be placed, once every party consents. In the order of their ids.</summary>
public sealed record GuestRoomsSet(PersonId Person, ImmutableArray<RoomId> Rooms) : EventBody;
