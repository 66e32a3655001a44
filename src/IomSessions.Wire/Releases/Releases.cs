namespace IomSessions.Wire;

/// <summary>Copies what was said in caucus to others. Final.</summary>
public sealed record Release(
    string Sitting, long Offset, IReadOnlyList<string> Parties, IReadOnlyList<string> People, bool Bench) : CommandBody;

/// <summary>Each recipient's circle: the exact words, whose they are and when they were said.</summary>
/// <param name="Source">The speaker's party.</param>
public sealed record Released(string Source, string Text, string Language, DateTimeOffset SaidAt, ReleasedThrough Through) : EventBody;

/// <summary>The source's delegation and the bench: what was let out, by whom, and to whom.</summary>
public sealed record ReleaseMade(
    string By, string Source, string Sitting, long Offset, IReadOnlyList<string> Parties, IReadOnlyList<string> People, bool Bench,
    ReleasedThrough Through) : EventBody;

/// <summary>Who released what was said in caucus.</summary>
public enum ReleasedThrough
{
    /// <summary>A holder of the authority in the party whose words they are.</summary>
    Source,

    /// <summary>A mediator, where the protocol allowed it when it was said.</summary>
    Mediator,
}
