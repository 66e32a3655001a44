namespace IomSessions.Wire;

/// <summary>The kinds of room (RM1).</summary>
public enum RoomKind
{
    Joint,
    Home,
    Mediators,
    Waiting,
    Caucus,
}

/// <summary>A room as the bench sees it.</summary>
/// <param name="Party">Of a home room: whose.</param>
/// <param name="Sitting">Null while nobody is in it.</param>
public sealed record RoomOnFloor(
    string Room, RoomKind Kind, string Name, string? Party, string? Sitting, IReadOnlyList<string> People);

/// <summary>A room as an arrangement would leave it.</summary>
public sealed record RoomAsPlanned(string Room, IReadOnlyList<string> People);

/// <summary>What a move would do (RM4).</summary>
/// <param name="Rooms">Every room that changes, as it will be.</param>
/// <param name="Meetings">Parties brought together that are not together now.</param>
/// <param name="TakenOut">People taken out of a caucus.</param>
/// <param name="FirstTime">Pairs of people who will sit together and never did; filled by a preview.</param>
/// <param name="WithoutInterpreter">Who has interpreters and will sit with others without any of them.</param>
public sealed record Consequences(
    IReadOnlyList<RoomAsPlanned> Rooms, IReadOnlyList<Pair> Meetings, IReadOnlyList<string> TakenOut, IReadOnlyList<Pair> FirstTime,
    IReadOnlyList<string> WithoutInterpreter);

/// <summary>What a mediator confirms by name.</summary>
public sealed record Confirmation(IReadOnlyList<Pair> Meetings, IReadOnlyList<string> TakenOut)
{
    /// <summary>Exactly what the consequences named.</summary>
    public static Confirmation Of(Consequences consequences) => new(consequences.Meetings, consequences.TakenOut);
}
