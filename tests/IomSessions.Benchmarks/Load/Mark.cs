using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace IomSessions.Benchmarks.Load;

/// <summary>What stands in every text that is said: in which room, by whom, which one of his, at what time, and under which move.</summary>
internal readonly record struct Mark(int Room, int Speaker, uint Number, long At, uint Epoch)
{
    /// <summary>Characters of a text that is said.</summary>
    public const int TextLength = 128;

    private const int Fixed = 2 + 4 + 4 + 8 + 16 + 8;

    public static ReadOnlySpan<byte> Sign => "#~"u8;

    public void Write(Span<byte> text)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"#~{Room:x4}{Speaker:x4}{Number:x8}{At:x16}{Epoch:x8}");
        Encoding.ASCII.GetBytes(mark, text);
        text[Fixed..TextLength].Fill((byte)'.');
    }

    /// <param name="text">From the sign on.</param>
    public static Mark Read(ReadOnlySpan<byte> text) => new(
        (int)Hex(text[2..6]), (int)Hex(text[6..10]), (uint)Hex(text[10..18]), (long)Hex(text[18..34]), (uint)Hex(text[34..42]));

    private static ulong Hex(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out ulong value, out var used, 'x') && used == text.Length
            ? value
            : throw new InvalidDataException("a mark is not readable");
}
