using System.Security.Cryptography;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Takes in one file as it comes: looked at, counted, hashed and sealed chunk by chunk, never whole in memory.</summary>
internal sealed class FileIntake(FileSeal seal, FileType type, byte[] salt, IFileWriter writer)
{
    /// <param name="goesOn">Asked before each chunk is stored; false: whoever uploads may do so no longer.</param>
    /// <returns>The size and the salted hash, or why it is not taken.</returns>
    public async Task<(Refusal? Refusal, long Size, string Hash)> TakeAsync(Stream content, Func<bool> goesOn, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        var (chunk, next) = (new byte[FileSeal.ChunkBytes], new byte[FileSeal.ChunkBytes]);
        var length = await content.ReadAtLeastAsync(chunk, chunk.Length, throwOnEndOfStream: false, stop);
        if (length == 0 || !type.Begins(chunk.AsSpan(0, Math.Min(length, FileTypes.HeadBytes))))
        {
            return (Refusal.FileContent, 0, "");
        }

        var size = 0L;
        for (var number = 0L; length > 0; number++)
        {
            var following = await content.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, stop);
            size += length;
            if (size > Limits.FileBytes)
            {
                return (Refusal.FileTooLarge, 0, "");
            }

            if (type.IsText && !FileTypes.IsPlain(chunk.AsSpan(0, length)))
            {
                return (Refusal.FileContent, 0, "");
            }

            if (!goesOn())
            {
                return (Refusal.NotFound, 0, "");
            }

            hash.AppendData(chunk, 0, length);
            await writer.WriteAsync(seal.Seal(number, last: following == 0, chunk.AsSpan(0, length)), stop);
            (chunk, next, length) = (next, chunk, following);
        }

        return (null, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
