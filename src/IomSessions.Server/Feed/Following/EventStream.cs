using System.Globalization;
using System.Text;
using IomSessions.Server.Feed.Books;
using IomSessions.Server.Feed.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace IomSessions.Server.Feed.Following;

/// <summary><c>/feed/{reference}/events</c>: first what the follower lacks, then what comes.</summary>
internal sealed class EventStream(Crowd crowd, FeedShelf shelf)
{
    private static readonly byte[] Hello =
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"retry: {FeedLimits.Retry.TotalMilliseconds}\n\n"));

    private static readonly byte[] HelloChunked = Frame.Chunk(Hello);

    public async Task FollowAsync(HttpContext http, Book book)
    {
        var address = http.Connection.RemoteIpAddress;
        if (!crowd.TryEnter(address))
        {
            await FeedAnswers.BusyAsync(http);
            return;
        }

        book.Join();
        try
        {
            await StayAsync(http, book, shelf.Open(book).After(LastId(http.Request)));
        }
        finally
        {
            book.Leave();
            crowd.Leave(address);
        }
    }

    public static void Head(HttpResponse response)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store, no-transform";
        response.Headers["X-Accel-Buffering"] = "no"; // nginx would keep events back until it has a bufferful
    }

    private async Task StayAsync(HttpContext http, Book book, int next)
    {
        var response = http.Response;
        Head(response);
        var chunked = HttpProtocol.IsHttp11(http.Request.Protocol) && http.Features.Get<IHttpMinResponseDataRateFeature>() is not null;
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null; // a stalled follower is found by the beat
        }

        if (chunked)
        {
            response.Headers.TransferEncoding = "chunked";
        }

        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.StartAsync();
        await response.BodyWriter.WriteAsync(chunked ? HelloChunked : Hello);

        var follower = new Follower(book, next, response.BodyWriter, chunked, http.Abort);
        var share = crowd.Seat(follower);
        using var gone = http.RequestAborted.UnsafeRegister(static told => ((Follower)told!).Leave(), follower);
        await follower.Ended;
        share.Remove(follower);
    }

    // a browser's EventSource sets the header when it comes back, and cannot when it comes first
    private static string? LastId(HttpRequest request) =>
        request.Headers["Last-Event-ID"] is [{ Length: > 0 } header] ? header : request.Query["lastEventId"] is [{ } query] ? query : null;
}
