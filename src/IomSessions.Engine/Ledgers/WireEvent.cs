using System.Text;
using System.Text.Json;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>An event as PROTOCOL.md has it, put together from what is known to need no escaping and a body that is JSON already.</summary>
internal static class WireEvent
{
    private const int IdLength = 32;
    private const int Numbers = 64;

    private static readonly byte[][] Kinds =
        [.. Enum.GetNames<CircleKind>().Select(name => Encoding.UTF8.GetBytes(JsonNamingPolicy.CamelCase.ConvertName(name)))];

    public static ReadOnlyMemory<byte> Encode(StoredEvent row, CircleKind kind, ReadOnlySpan<byte> body)
    {
        var name = Kinds[(int)kind];
        var bytes = new byte[Parts.Length + IdLength + name.Length + IdLength + Numbers + body.Length];
        var writer = new Writer(bytes);
        writer.Add(Parts.Circle);
        writer.AddId(row.Circle.Value);
        writer.Add(Parts.Kind);
        writer.Add(name);
        writer.Add(Parts.Offset);
        writer.AddNumber(row.Offset);
        writer.Add(Parts.Hash);
        writer.AddHex(row.Hash.AsSpan(0, IdLength / 2));
        writer.Add(Parts.At);
        writer.AddTime(row.AtMs);
        writer.Add(Parts.Body);
        writer.Add(body);
        writer.Add(Parts.End);
        return bytes.AsMemory(0, writer.Written);
    }

    private static class Parts
    {
        public static ReadOnlySpan<byte> Circle => "{\"circle\":\""u8;

        public static ReadOnlySpan<byte> Kind => "\",\"kind\":\""u8;

        public static ReadOnlySpan<byte> Offset => "\",\"offset\":"u8;

        public static ReadOnlySpan<byte> Hash => ",\"hash\":\""u8;

        public static ReadOnlySpan<byte> At => "\",\"at\":\""u8;

        public static ReadOnlySpan<byte> Body => "\",\"body\":"u8;

        public static ReadOnlySpan<byte> End => "}"u8;

        public static int Length => Circle.Length + Kind.Length + Offset.Length + Hash.Length + At.Length + Body.Length + End.Length;
    }

    private ref struct Writer(Span<byte> bytes)
    {
        private readonly Span<byte> _bytes = bytes;

        public int Written { get; private set; }

        public void Add(ReadOnlySpan<byte> part)
        {
            part.CopyTo(_bytes[Written..]);
            Written += part.Length;
        }

        public void AddId(Guid id) => Take(id.TryFormat(_bytes[Written..], out var written, "N"), written);

        public void AddNumber(long number) => Take(number.TryFormat(_bytes[Written..], out var written), written);

        public void AddHex(ReadOnlySpan<byte> value) => Take(Convert.TryToHexStringLower(value, _bytes[Written..], out var written), written);

        public void AddTime(long ms) => Take(
            DateTimeOffset.FromUnixTimeMilliseconds(ms).UtcDateTime.TryFormat(_bytes[Written..], out var written, SecondsConverter.Format), written);

        private void Take(bool fits, int written) => Written += fits ? written : throw new InvalidOperationException("An event has no room.");
    }
}
