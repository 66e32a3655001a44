namespace IomSessions.Wire;

/// <summary>First event of the hall.</summary>
public sealed record SessionPrepared(
    string Reference, string Title, SessionKind Kind, IReadOnlyList<string> Languages) : EventBody;

/// <summary>First event of the registry.</summary>
public sealed record RegistryOpened : EventBody;

/// <summary>Hall.</summary>
public sealed record PhaseChanged(Phase Phase, Outcome? Outcome = null) : EventBody;

/// <summary>Hall: joint and caucus rooms take no speech (PE5).</summary>
public sealed record MediatorsAbsent : EventBody;

/// <summary>Hall.</summary>
public sealed record MediatorsBack : EventBody;
