namespace IomSessions.Wire;

/// <summary>Asks for the newest events of a circle before an offset.</summary>
/// <param name="Max">1 to 200.</param>
public sealed record ReadBack(string Circle, long Before, int Max);

/// <param name="Events">In the order of the log, without holes.</param>
/// <param name="More">There are earlier ones.</param>
/// <param name="Renditions">Of a sitting that ended: renditions of these events that came later.</param>
public sealed record ReadReply(
    bool Ok, IReadOnlyList<WireEvent>? Events = null, bool More = false, IReadOnlyList<WireEvent>? Renditions = null, Refusal? Refusal = null);

/// <summary>Asks for the sittings that have ended for the caller, the newest first.</summary>
/// <param name="Before">A sitting: those that opened before it. Null: from the newest on.</param>
/// <param name="Max">1 to 200.</param>
public sealed record ListSittings(string? Before, int Max);

public sealed record SittingsReply(bool Ok, IReadOnlyList<EarlierSitting>? Sittings = null, Refusal? Refusal = null);

/// <param name="Opened">Its first event.</param>
/// <param name="Events">How many events it has.</param>
public sealed record EarlierSitting(WireEvent Opened, long Events);
