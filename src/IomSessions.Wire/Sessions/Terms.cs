namespace IomSessions.Wire;

/// <summary>The classes of case.</summary>
public enum SessionKind
{
    BetweenStates,
    StateAndNational,
    Commercial,
}

/// <summary>What a session is in (SE1).</summary>
public enum Phase
{
    Preparing,
    Open,
    Adjourned,
    Concluded,
}

/// <summary>How a session ended (SE1).</summary>
public enum Outcome
{
    Settled,
    PartlySettled,
    Withdrawn,
    NoProspect,
    JointDecision,
    Lapsed,
}
