namespace IomSessions.Wire;

/// <summary>By a mediator: the rooms and items to which somebody of no party is admitted; nothing of both ends it.</summary>
public sealed record AdmitGuest(string Person, IReadOnlyList<string> Rooms, IReadOnlyList<string> Items) : CommandBody;

/// <summary>Hall: what the parties consent to. A title that was not among them before asks for every consent anew.</summary>
public sealed record GuestItemsSet(string Person, IReadOnlyList<string> Items) : EventBody;

/// <summary>Bench: where he may be placed once every party consents.</summary>
public sealed record GuestRoomsSet(string Person, IReadOnlyList<string> Rooms) : EventBody;
