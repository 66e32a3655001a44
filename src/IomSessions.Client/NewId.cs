using System.Security.Cryptography;

namespace IomSessions.Client;

/// <summary>Ids made by the client: of commands, rooms, people, parties, invites.</summary>
public static class NewId
{
    /// <summary>32 random lower-case hexadecimal digits: they tell nothing about time, order or number.</summary>
    public static string Next() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
