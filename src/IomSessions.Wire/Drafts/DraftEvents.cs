namespace IomSessions.Wire;

/// <summary>First event of a draft's circle.</summary>
/// <param name="Hands">Parties whose words it begins with, besides those of its people: it leaves by their release too. Null: none.</param>
public sealed record DraftOpened(
    string Draft, string Title, string By, IReadOnlyList<string> People, bool SingleText, IReadOnlyList<string>? Hands = null) : EventBody;

/// <summary>Draft. The text of a version: 0, what it begins with here, or one that was frozen.</summary>
public sealed record VersionText(string Draft, int Number, string Text) : EventBody;

/// <summary>Draft.</summary>
/// <param name="Brackets">Open ones; none: the text is clean.</param>
/// <param name="Hash">SHA-256 over the salt's bytes and the text as UTF-8.</param>
public sealed record VersionFrozen(
    string Draft, int Number, long Version, string By, DateTimeOffset At, int Brackets, string Salt, string Hash, Disclosure Rule) : EventBody;

/// <summary>Draft. A frozen version is the clean text.</summary>
public sealed record VersionMarkedClean(string Draft, int Number, string By) : EventBody;

/// <summary>Draft. A party lets a frozen version go to others.</summary>
public sealed record VersionReleased(string Draft, int Number, string Party, string By) : EventBody;

/// <summary>Draft, and its last event in this circle.</summary>
public sealed record DraftEnded(string Draft, string By) : EventBody;
