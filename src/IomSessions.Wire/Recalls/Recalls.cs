namespace IomSessions.Wire;

/// <summary>By a mediator: everybody in a joint or caucus room goes home (RM11).</summary>
/// <param name="Sitting">What the mediator saw in it.</param>
/// <param name="Grace">Seconds until then, at most 600; 0: now.</param>
public sealed record RecallRoom(string Room, string Sitting, int Grace, Confirmation? Confirm = null) : CommandBody;

/// <summary>By a mediator: nobody is recalled.</summary>
public sealed record CallOffRecall(string Room) : CommandBody;

/// <summary>Bench, the room's open sitting, and each that opens in the room before it takes effect.</summary>
/// <param name="People">Who goes home then; who comes later is not recalled.</param>
public sealed record RecallAnnounced(string Room, DateTimeOffset At, IReadOnlyList<string> People) : EventBody;

/// <summary>Bench, and the room's open sitting.</summary>
public sealed record RecallCalledOff(string Room) : EventBody;
