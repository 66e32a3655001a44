using System.Text;

namespace IomSessions.Benchmarks.Load.Drafts;

/// <summary>Writes what Yjs calls an update, and messages about it (lib0: numbers of seven bits a byte).</summary>
internal sealed class Varints
{
    private readonly List<byte> _bytes = [];

    public Varints Number(uint value)
    {
        for (; value > 127; value >>= 7)
        {
            _bytes.Add((byte)(0x80 | (value & 0x7f)));
        }

        return Byte((byte)value);
    }

    public Varints Byte(byte value)
    {
        _bytes.Add(value);
        return this;
    }

    public Varints Bytes(ReadOnlySpan<byte> bytes)
    {
        Number((uint)bytes.Length);
        _bytes.AddRange(bytes);
        return this;
    }

    public Varints Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    /// <summary>One struct of one client follows.</summary>
    public Varints Struct(uint client, uint clock) => Number(1).Number(1).Number(client).Number(clock);

    public byte[] ToArray() => [.. _bytes];

    /// <summary>As a binary frame of a client.</summary>
    public byte[] Frame()
    {
        var frame = WebSocketFrames.Text(ToArray());
        frame[0] = 0x82;
        return frame;
    }
}

/// <summary>Reads the same.</summary>
internal ref struct VarintReader(ReadOnlySpan<byte> bytes)
{
    private const int Gap = 0;
    private const int Characters = 4;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public uint Number()
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var one = _bytes[_at++];
            value |= (uint)(one & 0x7f) << shift;
            if (one < 0x80)
            {
                return value;
            }
        }
    }

    public string Text()
    {
        var length = (int)Number();
        _at += length;
        return Encoding.UTF8.GetString(_bytes.Slice(_at - length, length));
    }

    /// <summary>One struct of an update; how many characters it has.</summary>
    public uint Struct()
    {
        var info = _bytes[_at++];
        switch (info & 0x1f)
        {
            case Gap:
                return Number();
            case Characters:
                break;
            case var other:
                throw new InvalidDataException($"a struct of kind {other} is not of a text that is typed");
        }

        foreach (var origin in (ReadOnlySpan<int>)[0x80, 0x40])
        {
            if ((info & origin) != 0)
            {
                Number();
                Number();
            }
        }

        if ((info & 0xc0) == 0)
        {
            _ = Number() == 1 ? Text() : throw new InvalidDataException("a struct within another");
        }

        return (uint)Text().Length;
    }
}
