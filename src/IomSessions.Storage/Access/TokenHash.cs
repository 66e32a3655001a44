using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IomSessions.Storage.Access;

/// <summary>SHA-256 of a token: all that the server keeps of one.</summary>
public readonly record struct TokenHash
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    private readonly UInt128 _high, _low;

    private TokenHash(ReadOnlySpan<byte> bytes)
    {
        _high = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        _low = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>The hash of a token as its holder sends it; of any text, so that a malformed token is merely an unknown one.</summary>
    public static TokenHash Of(string token) => new(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _high);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16), _low);
        return bytes;
    }

    /// <summary>Nothing that a log could keep.</summary>
    public override string ToString() => nameof(TokenHash);

    internal static TokenHash FromBytes(ReadOnlySpan<byte> bytes) => new(bytes);
}
