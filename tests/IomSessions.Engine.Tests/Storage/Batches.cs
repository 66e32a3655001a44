using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Storage;

/// <summary>Small batches to append.</summary>
internal static class Batches
{
    public static SessionId Session() => new(Guid.NewGuid());

    public static CircleId Circle() => new(Guid.NewGuid());

    public static StoredEvent Event(long version, CircleId circle, long offset, byte[]? body = null) =>
        new(version, circle, offset, 1_000 + version, body ?? [1, 2, 3], Fill((byte)version));

    public static StoredCommand Command(byte answer = 7) =>
        new(new PersonId(Guid.NewGuid()), new CommandId(Guid.NewGuid()), Fill(9), [answer]);

    public static AppendBatch One(SessionId session, long expected, CircleId circle, long offset, StoredCommand? command = null) =>
        new(session, expected, [Event(expected + 1, circle, offset)], command is null ? [] : [command]);

    private static byte[] Fill(byte value)
    {
        var bytes = new byte[32];
        bytes.AsSpan().Fill(value);
        return bytes;
    }
}
