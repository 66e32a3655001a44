namespace IomSessions.Wire;

/// <summary>How near a deadline is.</summary>
public enum DeadlineStage
{
    Set,
    Minute,
    TenSeconds,
    Passed,
}

/// <summary>By a mediator, also while one runs (RM11).</summary>
/// <param name="At">At most a day ahead; null: none any more.</param>
public sealed record SetDeadline(string Room, DateTimeOffset? At = null) : CommandBody;

/// <summary>Bench, and every sitting of the room while it runs.</summary>
public sealed record DeadlineSet(string Room, DateTimeOffset? At = null) : EventBody;

/// <summary>Bench, and the room's open sitting. Nobody is moved at it.</summary>
public sealed record DeadlineNear(string Room, DateTimeOffset At, DeadlineStage Stage) : EventBody;
