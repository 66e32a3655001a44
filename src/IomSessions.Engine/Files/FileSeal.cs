using System.Buffers.Binary;
using System.Security.Cryptography;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// How a file lies in a store: chunks of 64 KiB, each sealed for itself with the file, its number and whether it is the last
/// authenticated with it; then the facts, sealed; then the length of these. What was cut off, put elsewhere or altered does not open.
/// </summary>
internal sealed class FileSeal(SessionId session, FileId file, byte[] key, Sealer sealer)
{
    public const int ChunkBytes = 64 * 1024;

    private const int SealBytes = 12 + 16;
    private const int MaxFactsBytes = 8 * 1024;

    public static long ChunksOf(long size) => (size + ChunkBytes - 1) / ChunkBytes;

    public byte[] Seal(long number, bool last, ReadOnlySpan<byte> chunk) => sealer.Seal(key, Place(number, last), chunk);

    public byte[] Seal(FileFacts facts)
    {
        var sealedFacts = sealer.Seal(key, Place(-1, true), DomainJson.Write(facts));
        var end = new byte[sealedFacts.Length + sizeof(int)];
        sealedFacts.CopyTo(end, 0);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(sealedFacts.Length), sealedFacts.Length);
        return end;
    }

    /// <summary>A chunk of a file of this size, whole.</summary>
    /// <exception cref="CryptographicException">It is not what was sealed there.</exception>
    public async ValueTask<byte[]> OpenAsync(IFileReader stored, long number, long size, CancellationToken stop)
    {
        var last = number == ChunksOf(size) - 1;
        var length = SealBytes + (int)(last ? size - (number * ChunkBytes) : ChunkBytes);
        var sealedChunk = await ReadAsync(stored, number * (ChunkBytes + SealBytes), length, stop);
        return Sealer.Open(key, Place(number, last), sealedChunk);
    }

    /// <summary>What the file is.</summary>
    /// <exception cref="CryptographicException">Altered, cut short, or another file.</exception>
    public async ValueTask<FileFacts> FactsAsync(IFileReader stored, CancellationToken stop)
    {
        var end = await ReadAsync(stored, stored.Length - sizeof(int), sizeof(int), stop);
        var length = BinaryPrimitives.ReadInt32LittleEndian(end);
        if (length is < SealBytes or > MaxFactsBytes)
        {
            throw Damaged();
        }

        var sealedFacts = await ReadAsync(stored, stored.Length - sizeof(int) - length, length, stop);
        var facts = DomainJson.Read<FileFacts>(Sealer.Open(key, Place(-1, true), sealedFacts));
        var chunks = ChunksOf(facts.File.Size);
        return stored.Length == facts.File.Size + (chunks * SealBytes) + length + sizeof(int) ? facts : throw Damaged();
    }

    private static async ValueTask<byte[]> ReadAsync(IFileReader stored, long at, int length, CancellationToken stop)
    {
        var bytes = new byte[length];
        return at >= 0 && await stored.ReadAsync(at, bytes, stop) == length ? bytes : throw Damaged();
    }

    private static CryptographicException Damaged() => new("A stored file is not as it was written.");

    private byte[] Place(long number, bool last)
    {
        var place = new byte[8 + 16 + 16 + sizeof(long) + 1];
        "iomfile1"u8.CopyTo(place);
        session.Value.TryWriteBytes(place.AsSpan(8));
        file.Value.TryWriteBytes(place.AsSpan(24));
        BinaryPrimitives.WriteInt64BigEndian(place.AsSpan(40), number);
        place[48] = last ? (byte)1 : (byte)0;
        return place;
    }
}
