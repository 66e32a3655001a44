using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By the house, for its secretariat: makes a session and its first participant.</summary>
public sealed record PrepareSession(
    string Reference, string Title, SessionKind Kind, ImmutableArray<string> Languages,
    PersonId Secretary, string SecretaryName) : CommandBody;

/// <summary>By a mediator.</summary>
public sealed record ChangePhase(Phase To, Outcome? Outcome) : CommandBody;
