using System.Security.Cryptography;
using System.Text;

namespace IomSessions.Domain;

/// <summary>A version of a draft that is fixed (DR3). Whoever holds the text can make the hash himself, with any tool.</summary>
/// <param name="Number">1, 2, 3 ... within the draft.</param>
/// <param name="At">Whole seconds, by the server's clock.</param>
/// <param name="Version">Of the draft when it was frozen.</param>
/// <param name="Salt">16 random bytes in hexadecimal; empty: published, or agreed to be known.</param>
/// <param name="Hash">SHA-256 over salt and text, in hexadecimal.</param>
public sealed record FrozenText(int Number, DateTimeOffset At, long Version, string Text, string Salt, string Hash)
{
    public static FrozenText Of(int number, DateTimeOffset at, long version, string text, ReadOnlySpan<byte> salt)
    {
        return new FrozenText(number, at.ToUniversalTime().Second(), version, text, Convert.ToHexStringLower(salt), HashOf(text, salt));
    }

    /// <summary>Over the exact signs as UTF-8, in no other form than they were written: two texts that look alike and differ are two texts,
    /// and no table of Unicode, which changes with the years, stands between the text and its hash.</summary>
    public static string HashOf(string text, ReadOnlySpan<byte> salt)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether this is the text that was frozen.</summary>
    public bool Holds(string text) => Hash == HashOf(text, Convert.FromHexString(Salt));
}
