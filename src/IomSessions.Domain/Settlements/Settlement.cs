using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace IomSessions.Domain;

/// <summary>A settlement agreement on its way to the signatures, or signed.</summary>
/// <param name="Put">What it says; void, its texts are no part of the state any more.</param>
public sealed record Settlement(SettlementPut Put)
{
    /// <summary>In the order in which they were given.</summary>
    public ImmutableList<SettlementSigned> Signatures { get; init; } = [];

    public bool Void { get; init; }

    /// <summary>Who has attested it.</summary>
    public ImmutableHashSet<PersonId> Attested { get; init; } = [];

    /// <summary>Whether all have signed: it stands, and nobody voids it.</summary>
    public bool IsComplete => Signatures.Count == Put.Parties.Length;

    /// <summary>Whether parties have begun to sign, and not all have.</summary>
    public bool IsBeingSigned => !Void && !Signatures.IsEmpty && !IsComplete;

    /// <summary>
    /// 64 lower-case hexadecimal digits: SHA-256 over UTF-8 lines, with a line feed between them: <c>settlement</c>, salt, title, the ids of the parties with
    /// blanks between them; for each language version <c>text</c>, language, <c>authentic</c> or <c>translation</c>, its length in UTF-16 units, with blanks
    /// between them, and in the next line the text; for each value <c>value</c>, the issue's id, and the lengths of title, unit and value, then these three in
    /// a line each. Whoever holds the settlement makes it with any tool.
    /// </summary>
    public static string DigestOf(SettlementPut put) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', (string[])
    [
        "settlement", put.Salt, put.Title, string.Join(' ', put.Parties.Select(party => $"{party.Value:N}")),
        .. put.Texts.SelectMany(one => (string[])[$"text {one.Language} {(one.Authentic ? "authentic" : "translation")} {one.Text.Length}", one.Text]),
        .. put.Values.SelectMany(one => (string[])
            [$"value {one.Issue.Value:N} {one.Title.Length} {one.Unit?.Length ?? 0} {one.Value.Length}", one.Title, one.Unit ?? "", one.Value]),
    ]))));
}
