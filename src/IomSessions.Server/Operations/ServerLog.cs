namespace IomSessions.Server.Operations;

/// <summary>What the server logs: never content, names or ids of rooms and people (OP1).</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Error, "A turn of a session failed with {Fault}: {Where}", EventName = "engine_fault")]
    public static partial void EngineFault(ILogger log, string fault, string? where);

    [LoggerMessage(2, LogLevel.Error, "A line ended with {Fault}: {Where}", EventName = "line_fault")]
    public static partial void LineFault(ILogger log, string fault, string? where);

    [LoggerMessage(10, LogLevel.Error, "Not ready: what is said cannot be stored ({Fault})", EventName = "not_ready")]
    public static partial void NotReady(ILogger log, string fault);

    [LoggerMessage(11, LogLevel.Error, "Not ready: the disk of the data folder has less than {Needed} MiB left", EventName = "no_room")]
    public static partial void NoRoom(ILogger log, long needed);

    [LoggerMessage(12, LogLevel.Warning, "Redis does not answer; news between nodes takes up to a second", EventName = "redis_away")]
    public static partial void RedisAway(ILogger log);

    [LoggerMessage(13, LogLevel.Information, "Redis answers", EventName = "redis_answers")]
    public static partial void RedisAnswers(ILogger log);

    [LoggerMessage(20, LogLevel.Error, "The feed's file cannot be read; what is known stays served ({Fault})", EventName = "feed_unreadable")]
    public static partial void FeedUnreadable(ILogger log, string fault);

    [LoggerMessage(21, LogLevel.Warning, "A public item was not pushed through Redis ({Fault}); it is in the feed all the same", EventName = "feed_not_pushed")]
    public static partial void FeedNotPushed(ILogger log, string fault);

    [LoggerMessage(22, LogLevel.Error, "A cleared statement is not in the feed: {Code}", EventName = "feed_refused")]
    public static partial void FeedRefused(ILogger log, string code);

    [LoggerMessage(23, LogLevel.Error, "The sessions could not be listed at the start ({Fault}); what is due in one happens when somebody opens it", EventName = "not_woken")]
    public static partial void NotWoken(ILogger log, string fault);
}
