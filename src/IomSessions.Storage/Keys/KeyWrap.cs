using System.Security.Cryptography;

namespace IomSessions.Storage.Keys;

/// <summary>
/// Seals one key under another: AES-256-GCM, nonce (12 random bytes), ciphertext, tag (16). The place where the sealed key belongs goes
/// in as additional data, so that it opens nowhere else.
/// </summary>
internal static class KeyWrap
{
    private const int NonceBytes = 12, TagBytes = 16;

    public static byte[] Seal(ReadOnlySpan<byte> under, ReadOnlySpan<byte> key, ReadOnlySpan<byte> place)
    {
        var wrapped = new byte[NonceBytes + key.Length + TagBytes];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(under, TagBytes);
        aes.Encrypt(wrapped.AsSpan(0, NonceBytes), key, wrapped.AsSpan(NonceBytes, key.Length), wrapped.AsSpan(^TagBytes..), place);
        return wrapped;
    }

    /// <returns>The key, or null when this is not what was sealed here: another key above it, another place, or altered bytes.</returns>
    public static byte[]? TryOpen(ReadOnlySpan<byte> under, ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> place)
    {
        if (wrapped.Length < NonceBytes + TagBytes) return null;
        var key = new byte[wrapped.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(under, TagBytes);
        try
        {
            aes.Decrypt(wrapped[..NonceBytes], wrapped[NonceBytes..^TagBytes], wrapped[^TagBytes..], key, place);
            return key;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
