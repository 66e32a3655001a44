using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace IomSessions.Domain;

/// <summary>What a public statement is (CL2).</summary>
public enum StatementKind
{
    /// <summary>Of the parties and the mediators together.</summary>
    Joint,

    /// <summary>Of the mediators, cleared by all, and said not to be joint.</summary>
    Mediators,

    /// <summary>A fact of procedure, in words that stand in <see cref="ProceduralWords"/>.</summary>
    Procedural,

    /// <summary>Of the mediators, when the mediation is over.</summary>
    Closing,
}

/// <summary>What a statement does to one that was published.</summary>
public enum StatementRelation
{
    /// <summary>It stands beside the earlier one and corrects it.</summary>
    Correction,

    /// <summary>It stands in the place of the earlier one, whose text is taken away.</summary>
    Retraction,
}

/// <summary>One language version.</summary>
/// <param name="Language">An RFC 5646 tag.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">Plain text; an empty line parts paragraphs.</param>
public sealed record StatementText(string Language, string Title, string Text)
{
    /// <summary>The exact text as 64 lower-case hexadecimal digits: SHA-256 over the UTF-8 of language, title and text with a line feed
    /// between them. Whoever clears a text names it.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Language}\n{Title}\n{Text}")));
}

/// <summary>Who has cleared one language version: a party, or else a mediator or third author.</summary>
public sealed record ClearedBy(string Language, PartyId? Party, PersonId? Person);

/// <summary>A statement that is on its way to the public.</summary>
/// <param name="Version">1 for the text as it was first put; every edit is the next.</param>
/// <param name="Authors">Guests who wrote part of it: each clears it, and reads it in his own circle.</param>
/// <param name="Names">Parties that withdrew and that it names.</param>
/// <param name="About">The published item that it corrects or takes back.</param>
public sealed record Statement(
    StatementId Id, StatementKind Kind, int Version, PersonId By, ImmutableArray<StatementText> Texts, Company Authors,
    ImmutableArray<PartyId> Names, StatementRelation? Relation, ItemId? About)
{
    /// <summary>Clearances of this version.</summary>
    public ImmutableHashSet<ClearedBy> Cleared { get; init; } = [];

    /// <summary>When it becomes public; null: nobody has ordered it.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The place of that order among all that stand: what is ordered first is published first.</summary>
    public int Ordered { get; init; }

    /// <summary>What is to be published now, in its order (CL2).</summary>
    public static IEnumerable<Statement> Due(Session state, DateTimeOffset now) =>
        state.Statements.Values.Where(one => one.At <= now).OrderBy(one => one.At).ThenBy(one => one.Ordered);
}

/// <summary>What stands in the feed of a session, without its text.</summary>
public sealed record PublishedItem(ItemId Id, StatementKind Kind, DateTimeOffset At, bool Retracted);
