using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>An event that is stored, opened, and ready for the wire.</summary>
/// <param name="Mark">Of its hash; what a client's cursor carries.</param>
/// <param name="Wire">UTF-8 JSON as every reader of the circle gets it: encoded once.</param>
public sealed record Recorded(long Version, Event Event, long Offset, UInt128 Mark, ReadOnlyMemory<byte> Wire)
{
    public CircleId Circle => Event.Circle;

    /// <summary>When it was stored, in Unix milliseconds.</summary>
    public long AtMs { get; init; }
}

/// <summary>The newest event of a circle.</summary>
/// <param name="Hash">32 bytes, which the next link follows.</param>
public sealed record Head(long Offset, byte[] Hash)
{
    public static Head Start { get; } = new(0, Chain.Start);

    public UInt128 Mark { get; } = Chain.Mark(Hash);

    /// <summary>The version of the circle's first event.</summary>
    public long Opened { get; init; }
}
