namespace IomSessions.Server.Http;

/// <summary>What a participant takes away as a file.</summary>
internal static class TakenAway
{
    /// <summary>Even where it is opened in the browser it is no page of ours, runs nothing and loads nothing; and no cache keeps it.</summary>
    public static void Guard(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        response.Headers.CacheControl = "private, no-store";
    }
}
