namespace IomSessions.Wire;

/// <summary>By a mediator. <see cref="Phase.Open"/> also resumes and re-opens.</summary>
/// <param name="Outcome">When concluding.</param>
public sealed record ChangePhase(Phase To, Outcome? Outcome = null) : CommandBody;
