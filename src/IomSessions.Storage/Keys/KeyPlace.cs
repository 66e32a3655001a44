using System.Text;
using IomSessions.Domain;

namespace IomSessions.Storage.Keys;

/// <summary>Names of the places where sealed keys belong. They differ in their first byte, so no two kinds can be taken for each other.</summary>
internal static class KeyPlace
{
    private const int IdBytes = 16;

    public static ReadOnlySpan<byte> Proof => "P IomSessions master key proof 1"u8;

    /// <summary>Of a secret of the house itself.</summary>
    public static byte[] House(string name) => [(byte)'H', .. Encoding.UTF8.GetBytes(name)];

    public static byte[] Of(SessionId session)
    {
        var place = new byte[1 + IdBytes];
        place[0] = (byte)'S';
        session.Value.TryWriteBytes(place.AsSpan(1), bigEndian: true, out _);
        return place;
    }

    public static byte[] Of(SessionId session, CircleId circle) => Under(session, 'C', circle.Value);

    public static byte[] Of(SessionId session, FileId file) => Under(session, 'F', file.Value);

    private static byte[] Under(SessionId session, char kind, Guid id)
    {
        var place = new byte[1 + IdBytes + IdBytes];
        place[0] = (byte)kind;
        session.Value.TryWriteBytes(place.AsSpan(1), bigEndian: true, out _);
        id.TryWriteBytes(place.AsSpan(1 + IdBytes), bigEndian: true, out _);
        return place;
    }
}
