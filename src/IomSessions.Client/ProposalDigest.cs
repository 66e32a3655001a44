using System.Security.Cryptography;
using System.Text;

namespace IomSessions.Client;

/// <summary>What one answers: exactly the proposal before one's eyes (PR3, PR4).</summary>
public static class ProposalDigest
{
    /// <summary>SHA-256 over the UTF-8 of language, text and, for each value in their order, the id, a blank and the value, with a line feed
    /// between them, in 64 lower-case hexadecimal digits.</summary>
    public static string Digest(this Wire.MakeProposal made) => Of(made.Language, made.Text, made.Values);

    /// <inheritdoc cref="Digest(Wire.MakeProposal)"/>
    public static string Digest(this Wire.ProposalMade made) => Of(made.Language, made.Text, made.Values);

    private static string Of(string language, string text, IReadOnlyList<Wire.ProposedValue> values) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', values.Select(one => $"{one.Issue} {one.Value}").Prepend(text).Prepend(language)))));
}
