namespace IomSessions.Benchmarks.Load;

/// <summary>What a participant's program has to keep to come back: where each circle stands. The few it has are looked through.</summary>
internal sealed class Book
{
    public const int IdLength = 32;

    public List<Page> Circles { get; } = [];

    /// <summary>Circles that had ended when he came, as one digest.</summary>
    public (int Count, string Hash)? Closed { get; set; }

    /// <summary>Offsets that were left out or came twice.</summary>
    public long Gaps { get; private set; }

    public byte[] Sitting { get; } = new byte[IdLength];

    public bool HasSitting { get; set; }

    /// <summary>The room that the newest sitting is in.</summary>
    public string Room { get; set; } = "";

    public void Forget()
    {
        Circles.Clear();
        Closed = null;
    }

    /// <summary>Takes a position as it was told, without asking what was before.</summary>
    public void Set(ReadOnlySpan<byte> circle, long offset, ReadOnlySpan<byte> hash)
    {
        var page = Of(circle);
        page.Offset = offset;
        hash.CopyTo(page.Hash);
    }

    public void Take(ReadOnlySpan<byte> circle, long offset, ReadOnlySpan<byte> hash)
    {
        var page = Of(circle);
        Gaps += offset == page.Offset + 1 ? 0 : 1;
        page.Offset = offset;
        hash.CopyTo(page.Hash);
    }

    private Page Of(ReadOnlySpan<byte> circle)
    {
        foreach (var page in Circles)
        {
            if (circle.SequenceEqual(page.Circle))
            {
                return page;
            }
        }

        var made = new Page(circle.ToArray());
        Circles.Add(made);
        return made;
    }

    public sealed class Page(byte[] circle)
    {
        public byte[] Circle { get; } = circle;

        public long Offset { get; set; }

        public byte[] Hash { get; } = new byte[IdLength];
    }
}
