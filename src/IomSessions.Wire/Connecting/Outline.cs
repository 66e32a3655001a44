namespace IomSessions.Wire;

/// <summary>Begin anew from these cursors; what has to be known of what came before follows as <see cref="Past"/> (ST6).</summary>
/// <param name="Cursors">The head of every open circle that the reader may read.</param>
/// <param name="Closed">All circles of his that have ended; null: none.</param>
public sealed record Outline(IReadOnlyList<OutlinedCircle> Cursors, ClosedCircles? Closed);

/// <param name="Offset">Of the newest event; everything after it follows as usual.</param>
/// <param name="Hash">Of the newest event.</param>
public sealed record OutlinedCircle(string Circle, CircleKind Kind, long Offset, string Hash);

/// <summary>Events before the cursors of the outline, in the order of the log. What is left out need not be known to know what is.</summary>
/// <param name="More">False: this was the last; only now the outline is whole.</param>
public sealed record Past(IReadOnlyList<WireEvent> Events, bool More);
