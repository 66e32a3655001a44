namespace IomSessions.Domain;

/// <summary>A recall that has been announced and takes effect after its grace (RM11): these people go home then.</summary>
/// <param name="At">Whole seconds, by the server's clock.</param>
/// <param name="People">Who sat in the room when it was announced and still sits there. Who comes later is not recalled.</param>
public sealed record Recall(DateTimeOffset At, Company People)
{
    /// <summary>For those who are still there; null: nobody is left to recall.</summary>
    public Recall? Within(Company there) => Company.Of(People.Where(there.Contains)) is { Count: > 0 } left ? this with { People = left } : null;
}

/// <summary>By a mediator: everybody in a joint or caucus room goes home.</summary>
/// <param name="Sitting">What the mediator saw in it (RM5).</param>
/// <param name="Grace">Seconds to finish a sentence, at most <see cref="Limits.RecallGrace"/>; 0: now.</param>
/// <param name="Confirm">What he has confirmed, when asked a second time (RM4).</param>
public sealed record RecallRoom(RoomId Room, CircleId Sitting, int Grace, Confirmation? Confirm) : CommandBody;

/// <summary>By a mediator: nobody is recalled.</summary>
public sealed record CallOffRecall(RoomId Room) : CommandBody;

/// <summary>By the house: the grace is over. Asked twice it is done once, whichever server asks (ST5).</summary>
public sealed record NoteRecall(RoomId Room, DateTimeOffset At) : CommandBody;

/// <summary>Bench, the room's open sitting, and each that opens in the room before it takes effect.</summary>
public sealed record RecallAnnounced(RoomId Room, DateTimeOffset At, Company People) : EventBody;

/// <summary>Bench, and the room's open sitting.</summary>
public sealed record RecallCalledOff(RoomId Room) : EventBody;
