namespace IomSessions.Wire;

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

/// <summary>By anybody who is not a mediator, also in the lobby; one at a time (RM12).</summary>
/// <param name="Call">Id made by the caller.</param>
/// <param name="Text">One line, at most 300 characters; may be empty.</param>
public sealed record MakeCall(string Call, Urgency Urgency, string Text) : CommandBody;

/// <summary>By a mediator.</summary>
public sealed record ClaimCall(string Call) : CommandBody;

/// <summary>By a mediator (answered), or by the caller (withdrawn).</summary>
public sealed record EndCall(string Call) : CommandBody;

/// <summary>Bench, and the caller's own circle.</summary>
/// <param name="Text">Null in a bench that opened after the call was made.</param>
public sealed record CallMade(string Call, string Person, Urgency Urgency, string? Text = null) : EventBody;

/// <summary>Bench, and the caller's own circle.</summary>
public sealed record CallClaimed(string Call, string By) : EventBody;

/// <summary>Bench, and the caller's own circle.</summary>
public sealed record CallEnded(string Call, CallEnd How) : EventBody;
