namespace IomSessions.Wire;

/// <summary>How far the caller has read (DL2).</summary>
/// <param name="Protocol">See <see cref="ProtocolVersion"/>.</param>
/// <param name="Cursors">Every circle that is open, or that the caller last heard of.</param>
/// <param name="Closed">Ended sittings and superseded benches as one digest, or null when there are none.</param>
public sealed record Hello(int Protocol, IReadOnlyList<Cursor> Cursors, ClosedCircles? Closed = null);

/// <summary>The last event held of one circle.</summary>
/// <param name="Hash">32 hexadecimal digits.</param>
public sealed record Cursor(string Circle, long Offset, string Hash);

/// <summary>Circles that will not grow any more.</summary>
/// <param name="Hash">XOR of their last hashes.</param>
public sealed record ClosedCircles(int Count, string Hash);
