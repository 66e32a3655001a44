using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>Where a connection stands. The cases are complete.</summary>
public abstract record ConnectionState
{
    private ConnectionState() { }

    /// <summary>For the first time; nothing is known yet.</summary>
    public sealed record Connecting : ConnectionState;

    /// <summary>Events arrive.</summary>
    public sealed record Connected(string Person, DateTimeOffset Since) : ConnectionState;

    /// <summary>The server keeps the line and tells when it may be used: a device that waits for confirmation (PE6).</summary>
    public sealed record Waiting(Refusal Refusal) : ConnectionState;

    /// <summary>The line is lost and tried again, for ever.</summary>
    public sealed record Reconnecting(DateTimeOffset Since) : ConnectionState;

    /// <summary>It does not come back.</summary>
    public sealed record Ended(Goodbye Goodbye) : ConnectionState;
}
