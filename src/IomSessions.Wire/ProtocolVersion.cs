namespace IomSessions.Wire;

/// <summary>The version of the wire that this assembly speaks; PROTOCOL.md describes it.</summary>
public static class ProtocolVersion
{
    public const int Current = 1;

    /// <summary>Seconds between two beats.</summary>
    public const int BeatSeconds = 5;

    /// <summary>Seconds without a beat after which the line is taken to be dead.</summary>
    public const int SilenceSeconds = 15;

    /// <summary>The wording of the undertaking of confidentiality.</summary>
    public const string Undertaking = "2026-1";
}
