namespace IomSessions.Wire;

/// <summary>First event of a bench (PE8).</summary>
/// <param name="Number">1 for the first bench of the session.</param>
/// <param name="Floor">Every room.</param>
public sealed record BenchOpened(
    int Number, IReadOnlyList<string> Mediators, IReadOnlyList<RoomOnFloor> Floor) : EventBody;

/// <summary>Bench.</summary>
public sealed record RoomMade(string Room, RoomKind Kind, string Name, string? Party = null) : EventBody;

/// <summary>Bench, and the room's open sitting.</summary>
public sealed record RoomRenamed(string Room, string Name) : EventBody;

/// <summary>Bench.</summary>
public sealed record RoomClosed(string Room) : EventBody;

/// <summary>Bench: the rooms whose people changed, as they are now.</summary>
public sealed record FloorChanged(IReadOnlyList<RoomOnFloor> Rooms) : EventBody;

/// <summary>Bench: these come back only by accepting an invitation.</summary>
public sealed record WentHome(IReadOnlyList<string> People) : EventBody;

/// <summary>First event of a sitting: the one notice of a change of company, for those who come and those who stay (RM6).</summary>
/// <param name="Companions">Who are physically with them (PE11); null: nobody.</param>
public sealed record SittingOpened(
    string Room, string Name, RoomKind Kind, IReadOnlyList<string> People, IReadOnlyList<Companion>? Companions = null) : EventBody;
