namespace IomSessions.Wire;

/// <summary>What a participant is in this session (PE1).</summary>
public enum Role
{
    Mediator,
    Head,
    Agent,
    Counsel,
    Adviser,
    Expert,
    Interpreter,
    NonParty,
    Secretariat,
}

/// <summary>What a person may do for his party (PE2).</summary>
public enum Authority
{
    Speak,
    Submit,
    Convey,
    Accept,
    Release,
    Brief,
    Consent,
    Sign,
    Appoint,
    Withdraw,
}

/// <summary>At whose will somebody was removed.</summary>
public enum RemovedBy
{
    Resigned,
    Objection,
    Party,
    Secretariat,
}

/// <summary>Somebody of one's own delegation.</summary>
public sealed record DelegationMember(string Person, string Name, Role Role);
