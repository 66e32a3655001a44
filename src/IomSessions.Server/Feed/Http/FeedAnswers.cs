using System.Globalization;
using System.Text;

namespace IomSessions.Server.Feed.Http;

/// <summary>What the feed says when it has nothing to give: always the same bytes for the same answer.</summary>
internal static class FeedAnswers
{
    private static readonly byte[] Nothing = Encoding.UTF8.GetBytes("""{"code":"not_found","sentence":"There is no such public feed or item.","retry":false}""" + "\n");
    private static readonly byte[] Busy = Encoding.UTF8.GetBytes("""{"code":"busy","sentence":"No more can follow at present. Please try again later.","retry":true}""" + "\n");
    private static readonly byte[] Away = Encoding.UTF8.GetBytes("""{"code":"unavailable","sentence":"The feed cannot be read at present. Please try again later.","retry":true}""" + "\n");
    private static readonly byte[] TooLong = Encoding.UTF8.GetBytes("""{"code":"too_long","sentence":"The address is longer than any of the feed.","retry":false}""" + "\n");
    private static readonly byte[] Method = Encoding.UTF8.GetBytes("""{"code":"method","sentence":"The feed can only be read.","retry":false}""" + "\n");

    /// <summary>For what is not there and for what is secret: one answer (CL3).</summary>
    public static Task NotFoundAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={FeedLimits.CacheSeconds}");
        return SayAsync(http, StatusCodes.Status404NotFound, Nothing);
    }

    public static Task BusyAsync(HttpContext http) => LaterAsync(http, Busy);

    public static Task UnavailableAsync(HttpContext http) => LaterAsync(http, Away);

    public static Task TooLongAsync(HttpContext http) => SayAsync(http, StatusCodes.Status414UriTooLong, TooLong);

    public static Task MethodAsync(HttpContext http)
    {
        http.Response.Headers.Allow = "GET, HEAD, OPTIONS";
        return SayAsync(http, StatusCodes.Status405MethodNotAllowed, Method);
    }

    private static Task LaterAsync(HttpContext http, byte[] words)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.RetryAfter = FeedLimits.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return SayAsync(http, StatusCodes.Status503ServiceUnavailable, words);
    }

    private static Task SayAsync(HttpContext http, int status, byte[] words)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = words.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(words, http.RequestAborted).AsTask();
    }
}
