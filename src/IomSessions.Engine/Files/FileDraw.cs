using System.Security.Cryptography;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>What is drawn for a file before its first byte is stored.</summary>
/// <param name="Id">128 random bits.</param>
/// <param name="Key">32 bytes, of this file alone.</param>
/// <param name="Salt">16 bytes that its hash begins with.</param>
public sealed record FileDraw(FileId Id, byte[] Key, byte[] Salt)
{
    public static FileDraw Random() => new(
        new(new Guid(RandomNumberGenerator.GetBytes(16))), RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(16));
}
