using System.Security.Cryptography;

namespace IomSessions.Engine;

/// <summary>AES-256-GCM with a fresh random nonce per text; the place it belongs to is authenticated with it (ST2).</summary>
/// <param name="fill">Fills a nonce; the random generator of the operating system unless a simulation replays one.</param>
public sealed class Sealer(Sealer.FillNonce? fill = null)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly FillNonce _fill = fill ?? ((nonce, _) => Chance.Fill(nonce));

    /// <summary>Fills a nonce for the text that belongs to <paramref name="place"/>.</summary>
    public delegate void FillNonce(Span<byte> nonce, ReadOnlySpan<byte> place);

    /// <returns>Nonce, ciphertext, tag.</returns>
    public byte[] Seal(byte[] key, ReadOnlySpan<byte> place, ReadOnlySpan<byte> text)
    {
        using var aes = KeyOf(key);
        return Seal(aes, place, text);
    }

    /// <summary>As <see cref="Seal(byte[], ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>, with a key that is used again.</summary>
    internal byte[] Seal(AesGcm key, ReadOnlySpan<byte> place, ReadOnlySpan<byte> text)
    {
        var sealedText = new byte[NonceBytes + text.Length + TagBytes];
        var nonce = sealedText.AsSpan(0, NonceBytes);
        _fill(nonce, place);
        key.Encrypt(nonce, text, sealedText.AsSpan(NonceBytes, text.Length), sealedText.AsSpan(NonceBytes + text.Length), place);
        return sealedText;
    }

    internal static AesGcm KeyOf(byte[] key) => new(key, TagBytes);

    /// <exception cref="CryptographicException">Another key, another place, or altered bytes.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> place, ReadOnlySpan<byte> sealedText)
    {
        if (sealedText.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("A sealed text is too short to be one.");
        }

        var text = new byte[sealedText.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            sealedText[..NonceBytes], sealedText.Slice(NonceBytes, text.Length), sealedText[(NonceBytes + text.Length)..], text, place);
        return text;
    }
}
