namespace IomSessions.Domain;

/// <summary>Where people belong, and where they may be placed (RM1, RM7).</summary>
internal static class Homes
{
    public static RoomId Of(Session state, Person person) => person switch
    {
        { Party: { } party } => state.Parties[party].Home,
        { IsMediator: true } => state.RoomOfKind(RoomKind.Mediators).Id,
        _ => state.RoomOfKind(RoomKind.Waiting).Id,
    };

    public static bool MayBeIn(Session state, Person person, Room room) => room.Kind switch
    {
        _ when person.Role == Role.Secretariat => false,
        // a party that withdrew is alone in its room, and in no other
        _ when state.HasWithdrawn(person.Party) || state.HasWithdrawn(room.Party) => person.Party is not null && person.Party == room.Party,
        _ when person.Role == Role.NonParty => Guests.MayBeIn(state, person, room),
        RoomKind.Home => person.Party is null || person.Party == room.Party,
        RoomKind.Mediators => person.IsMediator || (person.Role == Role.Interpreter && person.Party is null),
        RoomKind.Waiting => person is { Party: null, IsMediator: false },
        _ => true,
    };

    /// <summary>Rooms that are used while the session is not open (SE1).</summary>
    public static bool IsHome(RoomKind kind) => kind is RoomKind.Home or RoomKind.Mediators or RoomKind.Waiting;
}
