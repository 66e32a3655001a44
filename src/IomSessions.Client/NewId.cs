using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IomSessions.Client;

/// <summary>Ids made by the client: of rooms, people, parties, invites.</summary>
public static class NewId
{
    /// <summary>32 random lower-case hexadecimal digits: they tell nothing about time, order or number.</summary>
    public static string Next() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The id of a command, which the server alone sees: six bytes of time, then chance, so that the server finds what came together
    /// in one place. Unlike all other ids.</summary>
    public static string OfCommand(DateTimeOffset now)
    {
        var id = RandomNumberGenerator.GetBytes(16);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, now.ToUnixTimeMilliseconds());
        time[2..].CopyTo(id);
        return Convert.ToHexStringLower(id);
    }
}
