namespace IomSessions.Server.Feed.Http;

internal static class FeedTypes
{
    public const string Html = "text/html; charset=utf-8";
    public const string Atom = "application/atom+xml; charset=utf-8";
    public const string JsonFeed = "application/feed+json";
    public const string Json = "application/json";
    public const string Text = "text/plain; charset=utf-8";
    public const string Pem = "application/x-pem-file";
    public const string Bytes = "application/octet-stream";
}
