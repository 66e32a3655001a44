namespace IomSessions.Wire;

/// <summary>At a fixed cadence and of a fixed size: neither tells anything of what happens elsewhere (DL6).</summary>
/// <param name="Hash">XOR of the hashes at the heads of every circle that the reader may read.</param>
/// <param name="Drafts">XOR of the hashes up to which the drafts that this connection follows have been told.</param>
public sealed record Beat(string Hash, string? Drafts = null);

/// <summary>Who is connected, of those the reader may know it of: the whole list, each time it changes (RM10).</summary>
public sealed record Presence(IReadOnlyList<string> Here);

/// <summary>Somebody is writing in the sitting that the reader sits in.</summary>
public sealed record TypingSignal(string Sitting, string Person);

/// <summary>Forget everything held of this session; all events follow from the first.</summary>
public sealed record Reset(string Reason);

/// <summary>The server ends the connection.</summary>
/// <param name="Code">See <see cref="GoodbyeCodes"/>.</param>
/// <param name="Retry">False: do not come back.</param>
public sealed record Goodbye(string Code, string Sentence, bool Retry);

public static class GoodbyeCodes
{
    public const string Removed = "removed";
    public const string DeviceRevoked = "device_revoked";
    public const string DeviceConfirmed = "device_confirmed";
    public const string TooSlow = "too_slow";
    public const string Restarting = "restarting";
}
