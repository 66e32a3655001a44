namespace IomSessions.Wire;

/// <summary>How far the caller has read (DL2).</summary>
/// <param name="Protocol">See <see cref="ProtocolVersion"/>.</param>
/// <param name="Cursors">Every circle that is open, or that the caller last heard of.</param>
/// <param name="Closed">Ended sittings and superseded benches as one digest, or null when there are none.</param>
/// <param name="Recent">Null: everything from the first event. Else, for a caller that holds nothing, an <see cref="Outline"/> with so many
/// (0 to 500) of the newest events of each open circle.</param>
public sealed record Hello(int Protocol, IReadOnlyList<Cursor> Cursors, ClosedCircles? Closed = null, int? Recent = null);

/// <summary>The last event held of one circle.</summary>
/// <param name="Hash">32 hexadecimal digits.</param>
public sealed record Cursor(string Circle, long Offset, string Hash);

/// <summary>Circles that will not grow any more.</summary>
/// <param name="Hash">XOR of their last hashes.</param>
public sealed record ClosedCircles(int Count, string Hash);
