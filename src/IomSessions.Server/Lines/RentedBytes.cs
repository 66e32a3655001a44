using System.Buffers;

namespace IomSessions.Server.Lines;

/// <summary>Bytes that are gathered in a borrowed buffer. A mutable value: it belongs to one field.</summary>
internal struct RentedBytes
{
    private const int Least = 512;

    private byte[]? _buffer;

    public int Length { get; private set; }

    public readonly ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, Length);

    public readonly ReadOnlySpan<byte> Span => _buffer.AsSpan(0, Length);

    /// <summary>Room for at least so much, behind what there is.</summary>
    public Memory<byte> Room(int least)
    {
        var needed = Length + Math.Max(least, 1);
        if (_buffer is null || _buffer.Length < needed)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(Least, 2 * Length)));
            Span.CopyTo(larger);
            Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(Length);
    }

    public void Advance(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)bytes, (uint)((_buffer?.Length ?? 0) - Length));
        Length += bytes;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length).Span);
        Length += bytes.Length;
    }

    /// <summary>Gives what there is, which has to be returned, and is empty.</summary>
    public RentedBytes Take()
    {
        var taken = this;
        this = default;
        return taken;
    }

    /// <summary>Nobody may look at it any more.</summary>
    public readonly void Return() => Return(_buffer);

    // what others said must not stand in what the next borrows
    private static void Return(byte[]? buffer)
    {
        if (buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
