namespace IomSessions.Domain;

/// <summary>
/// Which events somebody who comes later has to hear to know what is. The others are read back when he wants them. What is not named
/// here lasts: to hear too much harms nobody, to miss a fact does.
/// </summary>
public static class Lasting
{
    /// <summary>Told once and then history: what was said, rendered or released, notices of caucuses, warnings of a deadline (which is told itself).</summary>
    public static bool IsHistory(EventBody body) => 
        body is Said or Rendered or Released or ReleaseMade or WordSent or CaucusBegan or CaucusEnded or CaucusesHeld or DeadlineNear;

    /// <summary>The rooms of which an event says all there is to know now, so that an earlier one of the same need not be heard.</summary>
    public static IEnumerable<RoomId> RoomsShown(EventBody body) => body is FloorChanged floor ? floor.Rooms.Select(row => row.Room) : [];
}
