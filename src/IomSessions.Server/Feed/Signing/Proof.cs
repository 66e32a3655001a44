using System.Security.Cryptography;
using System.Text;
using IomSessions.Storage.Feed;
using NSec.Cryptography;

namespace IomSessions.Server.Feed.Signing;

/// <summary>What anybody can check with the public key alone.</summary>
internal static class Proof
{
    private const int IdBytes = 8;

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of a public key.</summary>
    public static string IdOf(ReadOnlySpan<byte> key) => Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, IdBytes));

    /// <summary>As openssl reads it.</summary>
    public static string Pem(byte[] key) =>
        Encoding.ASCII.GetString(Key(key).Export(KeyBlobFormat.PkixPublicKeyText)).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    /// <exception cref="FormatException">It is no Ed25519 key in PEM.</exception>
    public static byte[] FromPem(string pem) =>
        PublicKey.Import(SignatureAlgorithm.Ed25519, Encoding.ASCII.GetBytes(pem), KeyBlobFormat.PkixPublicKeyText).Export(KeyBlobFormat.RawPublicKey);

    public static bool Holds(FeedEntry entry, byte[] key) =>
        entry.Key == IdOf(key) && SignatureAlgorithm.Ed25519.Verify(Key(key), SignedText.Of(entry), entry.Signature);

    private static PublicKey Key(byte[] key) => PublicKey.Import(SignatureAlgorithm.Ed25519, key, KeyBlobFormat.RawPublicKey);
}
