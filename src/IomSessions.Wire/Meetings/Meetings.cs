namespace IomSessions.Wire;

/// <summary>A new meeting, or another time for one that is planned; by the secretariat or a mediator (SE5).</summary>
/// <param name="Meeting">Id made by you.</param>
/// <param name="At">UTC, a whole minute, at most two years ahead.</param>
/// <param name="Minutes">1 to 1440.</param>
public sealed record SetMeeting(string Meeting, DateTimeOffset At, int Minutes) : CommandBody;

/// <summary>By the secretariat or a mediator.</summary>
public sealed record CancelMeeting(string Meeting) : CommandBody;

/// <summary>Hall, and to whoever waits in the lobby: when the session is to meet.</summary>
/// <param name="Sequence">One more with every change.</param>
public sealed record MeetingSet(string Meeting, DateTimeOffset At, int Minutes, int Sequence) : EventBody;

/// <summary>Hall, and to whoever waits in the lobby: it will not be held.</summary>
public sealed record MeetingCancelled(string Meeting, int Sequence) : EventBody;
