using IomSessions.Server.Feed.Forms;

namespace IomSessions.Server.Feed.Http;

/// <summary>What browsers are told of everything public: any page may read it, without anybody's cookies; nothing in it may run or be framed.</summary>
internal static class OpenHeaders
{
    private static readonly string Policy =
        $"default-src 'none'; style-src '{PageStyle.Hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Give(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Last-Modified, Retry-After";
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    /// <summary>What a browser asks before a request that a page of another origin makes.</summary>
    public static Task AllowAsync(HttpContext http, string methods)
    {
        var headers = http.Response.Headers;
        headers.AccessControlAllowMethods = methods;
        headers.AccessControlAllowHeaders = "*";
        headers.AccessControlMaxAge = "86400";
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
