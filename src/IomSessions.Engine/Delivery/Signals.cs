using System.Text.Json.Serialization;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The XOR of the marks at the heads of all that a person may read (DL6). Always of the same size.</summary>
/// <param name="Drafts">The same of the drafts that this connection follows, as it has been told of them.</param>
public sealed record BeatSignal(string Hash, string Drafts);

/// <summary>Who is connected, of those one may know it of (RM10).</summary>
public sealed record PresenceSignal(Company Here);

public sealed record TypingSignal(CircleId Sitting, PersonId Person);

/// <summary>The log is not the one that the client knew.</summary>
public sealed record ResetSignal(string Reason);

/// <summary>The connection ends.</summary>
public sealed record GoodbyeSignal(string Code, string Sentence, bool Retry)
{
    public static readonly GoodbyeSignal Removed = new("removed", "You are no longer a participant of this session.", false);
    public static readonly GoodbyeSignal DeviceRevoked = new("device_revoked", "This device has been signed out.", false);
    public static readonly GoodbyeSignal DeviceConfirmed = new("device_confirmed", "This device has been confirmed.", true);
    public static readonly GoodbyeSignal TooSlow = new("too_slow", "The line is too slow at the moment.", true);
    public static readonly GoodbyeSignal Restarting = new("restarting", "The server is restarting.", true);
}

/// <summary>Begin anew from these cursors: what one has to know of what came before follows as <see cref="PastSignal"/>.</summary>
/// <param name="Cursors">The heads of every open circle that the person may read.</param>
/// <param name="Closed">All circles of his that have ended, as one digest; null: none.</param>
public sealed record OutlineSignal(IReadOnlyList<OutlinedHead> Cursors, ClosedHeads? Closed);

public sealed record OutlinedHead(CircleId Circle, CircleKind Kind, long Offset, string Hash);

public sealed record ClosedHeads(int Count, string Hash);

/// <summary>Events before the cursors of the outline, in the order of the log, with holes where one need not know.</summary>
public sealed record PastSignal(WireList Events, bool More)
{
    /// <summary>Of a sitting that is read back: renditions of these events that came after it had ended; null: it is no reading back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WireList? Renditions { get; init; }
}
