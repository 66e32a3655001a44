namespace IomSessions.Domain;

/// <summary>When the time of a room is over (RM11). Nobody is moved at it.</summary>
/// <param name="Told">What the room has been told of its coming.</param>
public sealed record Deadline(DateTimeOffset At, DeadlineStage Told)
{
    /// <summary>What is to be told at a moment; <see cref="DeadlineStage.Set"/>: nothing yet.</summary>
    public DeadlineStage Due(DateTimeOffset now) => (At - now) switch
    {
        var left when left <= TimeSpan.Zero => DeadlineStage.Passed,
        var left when left <= TimeSpan.FromSeconds(10) => DeadlineStage.TenSeconds,
        var left when left <= TimeSpan.FromMinutes(1) => DeadlineStage.Minute,
        _ => DeadlineStage.Set,
    };
}

/// <summary>How near a deadline is.</summary>
public enum DeadlineStage
{
    Set,
    Minute,
    TenSeconds,
    Passed,
}

/// <summary>By a mediator, also while one runs.</summary>
/// <param name="At">Absolute, by the server's clock, at most <see cref="Limits.DeadlineAhead"/> ahead; null: none any more.</param>
public sealed record SetDeadline(RoomId Room, DateTimeOffset? At) : CommandBody;

/// <summary>By the house: time has come. Asked twice it is told once, whichever server asks (ST5).</summary>
public sealed record NoteDeadline(RoomId Room, DateTimeOffset At) : CommandBody;

/// <summary>Bench, the room's open sitting, and each that opens in the room while it runs.</summary>
public sealed record DeadlineSet(RoomId Room, DateTimeOffset? At) : EventBody;

/// <summary>Bench, and the room's open sitting.</summary>
public sealed record DeadlineNear(RoomId Room, DateTimeOffset At, DeadlineStage Stage) : EventBody;
