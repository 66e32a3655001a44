using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IomSessions.Domain;

/// <summary>Chance that comes in on a command: 32 bytes that nobody can guess.</summary>
public sealed record Seed(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>A fresh row of ids; deciding the same command again draws the same ids.</summary>
    public Draw Draw() => new(Bytes);
}

/// <summary>Ids drawn one after the other from a seed: SHA-256 over seed and a counter, cut to 128 bits.</summary>
public sealed class Draw(ReadOnlyMemory<byte> seed)
{
    private int _drawn;

    public CircleId Circle() => new(Next());

    public ItemId Item() => new(Next());

    public PositionId Position() => new(Next());

    public RoomId Room() => new(Next());

    public byte[] Salt() => Next().ToByteArray();

    private Guid Next()
    {
        Span<byte> input = stackalloc byte[seed.Length + sizeof(int)];
        seed.Span.CopyTo(input);
        BinaryPrimitives.WriteInt32LittleEndian(input[seed.Length..], _drawn++);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        return new Guid(hash[..16]);
    }
}
