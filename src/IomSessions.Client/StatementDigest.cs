using System.Security.Cryptography;
using System.Text;

namespace IomSessions.Client;

/// <summary>What one clears: the exact text before one's eyes (CL1).</summary>
public static class StatementDigest
{
    /// <summary>SHA-256 over the UTF-8 of language, title and text with a line feed between them, in 64 lower-case hexadecimal digits.</summary>
    public static string Digest(this Wire.StatementText text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text.Language}\n{text.Title}\n{text.Text}")));
}
