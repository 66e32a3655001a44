using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Text;

namespace IomSessions.Server.Tests.Lines;

/// <summary>What a server has written on a WebSocket, read by the letter of RFC 6455, 5.2.</summary>
internal sealed class MessageReader(PipeReader reader)
{
    private const int Text = 1;

    /// <summary>The next frame: its opcode and what it carries.</summary>
    public async Task<(int Kind, string Text)> NextAsync()
    {
        while (true)
        {
            var read = await reader.ReadAsync().AsTask().InTime();
            if (Parse(read.Buffer) is var (kind, text, end))
            {
                reader.AdvanceTo(end);
                return (kind, text);
            }

            Assert.False(read.IsCompleted, "the server ended within a frame");
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public async Task<string> MessageAsync()
    {
        var (kind, text) = await NextAsync();
        Assert.Equal(Text, kind);
        return text;
    }

    private static (int Kind, string Text, SequencePosition End)? Parse(ReadOnlySequence<byte> buffer)
    {
        var bytes = buffer.ToArray().AsSpan();
        if (bytes.Length < 2)
        {
            return null;
        }

        Assert.Equal(0x80, bytes[0] & 0xf0); // whole, and nothing reserved
        Assert.Equal(0, bytes[1] & 0x80); // a server does not mask
        var (head, length) = bytes[1] switch { 126 => (4, 0L), 127 => (10, 0L), var small => (2, small) };
        if (bytes.Length < head)
        {
            return null;
        }

        length = head switch
        {
            4 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            10 => BinaryPrimitives.ReadInt64BigEndian(bytes[2..]),
            _ => length,
        };
        // the shortest form that holds it
        Assert.True(head == 2 || (head == 4 ? length > 125 : length > ushort.MaxValue));
        return bytes.Length < head + length ? null
            : (bytes[0] & 0x0f, Encoding.UTF8.GetString(bytes.Slice(head, (int)length)), buffer.GetPosition(head + length));
    }
}
