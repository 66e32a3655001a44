using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>What a client holds of a circle.</summary>
public readonly record struct Cursor(CircleId Circle, long Offset, UInt128 Mark);

/// <summary>What a client holds of circles that ended for it, together.</summary>
/// <param name="Mark">XOR of the marks at their heads.</param>
public readonly record struct EndedCircles(int Count, UInt128 Mark);
