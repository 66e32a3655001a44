using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>First event of a draft's circle: whose it is.</summary>
/// <param name="Hands">Parties, besides those of its people, whose words it begins with and who have not let them go (DR4); of a single text, all
/// such parties. By their ids. Null: none.</param>
public sealed record DraftOpened(
    DraftId Draft, string Title, PersonId By, Company People, bool SingleText, ImmutableArray<PartyId>? Hands = null) : EventBody;

/// <summary>Draft. The exact text of a version: 0, what the draft begins with here, or one that was frozen.</summary>
public sealed record VersionText(DraftId Draft, int Number, string Text) : EventBody;

/// <summary>Draft. Its text is told beside it.</summary>
/// <param name="Version">Changes since the circle began.</param>
/// <param name="Brackets">How many are open; none: it is clean (DR2).</param>
/// <param name="Salt">16 random bytes in hexadecimal.</param>
/// <param name="Hash">SHA-256 over salt and text.</param>
public sealed record VersionFrozen(
    DraftId Draft, int Number, long Version, PersonId By, DateTimeOffset At, int Brackets, string Salt, string Hash, Disclosure Rule) : EventBody;

/// <summary>Draft. A frozen version in which no bracket was open is the clean text.</summary>
public sealed record VersionMarkedClean(DraftId Draft, int Number, PersonId By) : EventBody;

/// <summary>Draft. A party lets a frozen version go to others.</summary>
public sealed record VersionReleased(DraftId Draft, int Number, PartyId Party, PersonId By) : EventBody;

/// <summary>Draft, and its last event in this circle: it goes on with other people.</summary>
public sealed record DraftEnded(DraftId Draft, PersonId By) : EventBody;
