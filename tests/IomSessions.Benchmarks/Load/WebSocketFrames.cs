using System.Buffers.Binary;

namespace IomSessions.Benchmarks.Load;

/// <summary>WebSocket frames (RFC 6455), as much of them as is needed.</summary>
internal static class WebSocketFrames
{
    /// <summary>A text frame of a client. Its mask is zero: the server unmasks it as any other.</summary>
    public static byte[] Text(ReadOnlySpan<byte> payload)
    {
        var extended = payload.Length > 125 ? payload.Length > ushort.MaxValue ? 8 : 2 : 0;
        var frame = new byte[2 + extended + 4 + payload.Length];
        frame[0] = 0x81;
        frame[1] = (byte)(0x80 | (extended switch { 0 => payload.Length, 2 => 126, _ => 127 }));
        if (extended == 2)
        {
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
        }
        else if (extended == 8)
        {
            BinaryPrimitives.WriteInt64BigEndian(frame.AsSpan(2), payload.Length);
        }

        payload.CopyTo(frame.AsSpan(2 + extended + 4));
        return frame;
    }

    /// <summary>The answer to a ping, with an empty payload as Hocuspocus sends it.</summary>
    public static byte[] Pong { get; } = [0x8a, 0x80, 0, 0, 0, 0];

    /// <summary>Whether bytes begin with a ping.</summary>
    public static bool IsPing(ReadOnlySpan<byte> bytes) => (bytes[0] & 0x0f) == 9;

    /// <summary>The first frame of a server in these bytes; false: it is not whole.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out bool closes, out bool isData, out ReadOnlySpan<byte> payload, out int used)
    {
        closes = isData = false;
        payload = default;
        used = 0;
        if (bytes.Length < 2)
        {
            return false;
        }

        var (head, length) = (2, (long)(bytes[1] & 0x7f));
        if (length == 126)
        {
            head = 4;
            length = bytes.Length < head ? 0 : BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        }
        else if (length == 127)
        {
            head = 10;
            length = bytes.Length < head ? 0 : BinaryPrimitives.ReadInt64BigEndian(bytes[2..]);
        }

        if (bytes.Length < head + length)
        {
            return false;
        }

        var kind = bytes[0] & 0x0f;
        closes = kind == 8;
        isData = kind <= 2;
        payload = bytes.Slice(head, (int)length);
        used = head + (int)length;
        return true;
    }
}
