using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>First event of the hall.</summary>
public sealed record SessionPrepared(string Reference, string Title, SessionKind Kind, ImmutableArray<string> Languages) : EventBody;

/// <summary>First event of the registry.</summary>
public sealed record RegistryOpened : EventBody;

/// <summary>Hall.</summary>
public sealed record PhaseChanged(Phase Phase, Outcome? Outcome) : EventBody;
