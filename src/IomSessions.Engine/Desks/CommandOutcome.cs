using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>What the caller of a command hears.</summary>
public abstract record CommandOutcome
{
    private CommandOutcome() { }

    /// <summary>Carried out and durable (DL3); for a command sent twice, the first answer.</summary>
    public sealed record Done(Answer? Answer) : CommandOutcome;

    /// <summary>Nothing changed.</summary>
    public sealed record Refused(Refusal Refusal) : CommandOutcome;
}

/// <summary>Refusals that come from running a session, not from its rules.</summary>
public static class EngineRefusals
{
    public static readonly Refusal Unavailable = new(
        "unavailable", "The server cannot store anything at the moment. Please send it again.", Retry: true);

    public static readonly Refusal Failed = new("failed", "The server could not carry this out. Nothing was changed.");

    public static readonly Refusal Busy = new("busy", "The session is very busy. Nothing was changed; please try again.", Retry: true);

    /// <summary>A draft that a command ends was written on meanwhile: with the text as it is now it may succeed.</summary>
    internal static readonly Refusal DraftMoved = new("busy", "The text is being written on at the moment. Please try again.", Retry: true);

    public static readonly Refusal Restarting = new("restarting", "The server is restarting. Please try again in a moment.", Retry: true);

    public static readonly Refusal TooFast = new("too_fast", "You are sending faster than can be read. Please wait a moment.", Retry: true);

    public static readonly Refusal IdReused = new("id_reused", "This command's id was used for another command.");

    public static readonly Refusal DevicePending = new(
        "device_pending",
        "This device has to be confirmed first: on another of your devices, or by your head of delegation.",
        Retry: true);

    public static readonly Refusal NotKnown = new("not_known", "You are not known here. Please use your invitation.");

    public static readonly Refusal WrongProtocol = new("wrong_protocol", "This program is too old or too new for the server.");
}
