namespace IomSessions.Server.Operations;

/// <summary>What the server logs: never content, names or ids of rooms and people (OP1).</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Error, "A turn of a session failed with {Fault}: {Where}", EventName = "engine_fault")]
    public static partial void EngineFault(ILogger log, string fault, string? where);
}
