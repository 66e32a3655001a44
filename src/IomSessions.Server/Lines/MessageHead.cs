using System.Buffers.Binary;

namespace IomSessions.Server.Lines;

/// <summary>What stands before a text message of the server (RFC 6455, 5.2): it is whole, and not masked.</summary>
internal static class MessageHead
{
    public const int Longest = 10;

    private const byte WholeText = 0x81;
    private const int Short = 125, TwoBytes = 126, EightBytes = 127;

    /// <param name="head">At least <see cref="Longest"/> bytes.</param>
    /// <returns>How many bytes it took.</returns>
    public static int Write(Span<byte> head, int length)
    {
        head[0] = WholeText;
        switch (length)
        {
            case <= Short:
                head[1] = (byte)length;
                return 2;
            case <= ushort.MaxValue:
                head[1] = TwoBytes;
                BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)length);
                return 4;
            default:
                head[1] = EightBytes;
                BinaryPrimitives.WriteInt64BigEndian(head[2..], length);
                return Longest;
        }
    }
}
