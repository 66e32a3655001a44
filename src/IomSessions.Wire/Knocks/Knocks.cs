namespace IomSessions.Wire;

/// <summary>By a mediator who would enter a home room (RM12).</summary>
public sealed record KnockAt(string Sitting) : CommandBody;

/// <summary>By somebody of that delegation who sits there. Silence is no.</summary>
public sealed record AnswerKnock(string Sitting, string Mediator, bool ComeIn) : CommandBody;

/// <summary>Bench, and the sitting at whose door it was.</summary>
public sealed record Knocked(string Room, string Mediator) : EventBody;

/// <summary>Bench, and that sitting.</summary>
public sealed record KnockAnswered(string Room, string Mediator, bool ComeIn) : EventBody;
