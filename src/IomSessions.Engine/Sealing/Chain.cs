using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The hash chain of a circle, over ciphertext, so that it can be verified when nothing can be opened any more (ST3).</summary>
public static class Chain
{
    public const int HashBytes = 32;

    private const int OnStack = 1024;

    /// <summary>What the first event of a circle follows.</summary>
    public static byte[] Start { get; } = new byte[HashBytes];

    /// <summary>Where an event stands: session, circle, offset, time. Authenticated with the text and part of the hash.</summary>
    public static byte[] Place(SessionId session, CircleId circle, long offset, long atMs)
    {
        var place = new byte[16 + 16 + 8 + 8];
        session.Value.TryWriteBytes(place);
        circle.Value.TryWriteBytes(place.AsSpan(16));
        BinaryPrimitives.WriteInt64BigEndian(place.AsSpan(32), offset);
        BinaryPrimitives.WriteInt64BigEndian(place.AsSpan(40), atMs);
        return place;
    }

    /// <summary>SHA-256 over a prefix of this use, the place, the ciphertext and the hash before.</summary>
    public static byte[] Link(ReadOnlySpan<byte> place, ReadOnlySpan<byte> sealedText, ReadOnlySpan<byte> before)
    {
        var prefix = "iom1"u8;
        var length = prefix.Length + place.Length + sealedText.Length + before.Length;
        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var whole = rented is null ? stackalloc byte[OnStack] : rented;
        prefix.CopyTo(whole);
        place.CopyTo(whole[prefix.Length..]);
        sealedText.CopyTo(whole[(prefix.Length + place.Length)..]);
        before.CopyTo(whole[(length - before.Length)..]);
        var link = SHA256.HashData(whole[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return link;
    }

    /// <summary>The first 128 bits, which a client holds as the mark of its position.</summary>
    public static UInt128 Mark(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadUInt128BigEndian(hash);
}
