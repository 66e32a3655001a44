namespace IomSessions.Domain;

/// <summary>A participant asks for the mediators, privately (RM12).</summary>
/// <param name="ClaimedBy">The mediator who sees to it, or null.</param>
public sealed record Call(CallId Id, PersonId Person, Urgency Urgency, PersonId? ClaimedBy = null);

/// <summary>How soon somebody asks to be heard.</summary>
public enum Urgency
{
    WhenConvenient,
    Soon,
    AtOnce,
}

/// <summary>How a call ended.</summary>
public enum CallEnd
{
    Answered,
    Withdrawn,
}

/// <summary>By anybody who is not a mediator, also in the lobby. One at a time.</summary>
/// <param name="Call">Id made by the caller.</param>
/// <param name="Text">One line; may be empty.</param>
public sealed record MakeCall(CallId Call, Urgency Urgency, string Text) : CommandBody;

/// <summary>By a mediator, who sees to it; also from another mediator who had claimed it.</summary>
public sealed record ClaimCall(CallId Call) : CommandBody;

/// <summary>By a mediator (answered) or by the caller (withdrawn).</summary>
public sealed record EndCall(CallId Call) : CommandBody;

/// <summary>Bench, and the caller's own circle. Never a place in the queue.</summary>
/// <param name="Text">Null in a bench that opened later: what was told to some mediators is not passed on to others.</param>
public sealed record CallMade(CallId Call, PersonId Person, Urgency Urgency, string? Text) : EventBody;

/// <summary>Bench, and the caller's own circle.</summary>
public sealed record CallClaimed(CallId Call, PersonId By) : EventBody;

/// <summary>Bench, and the caller's own circle.</summary>
public sealed record CallEnded(CallId Call, CallEnd How) : EventBody;
