using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace IomSessions.Server.Feed.Http;

/// <summary>Something of the feed as bytes, made once and sent to everybody who asks, or not sent to whoever has it.</summary>
internal sealed class FeedDocument(byte[] body, string type, DateTimeOffset modified)
{
    private const int TagBytes = 12;

    private static readonly string Cache = FormattableString.Invariant($"public, max-age={FeedLimits.CacheSeconds}");

    private readonly EntityTagHeaderValue _tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, TagBytes))}\"");

    public Task SendAsync(HttpContext http)
    {
        var response = http.Response;
        var headers = new ResponseHeaders(response.Headers) { ETag = _tag, LastModified = modified };
        response.Headers.CacheControl = Cache;
        if (IsKnown(new RequestHeaders(http.Request.Headers)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = type;
        headers.ContentLength = body.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    // RFC 9110 13.2.2: the tag goes before the date
    private bool IsKnown(RequestHeaders request) => request.IfNoneMatch is { Count: > 0 } tags
        ? tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(_tag, useStrongComparison: false))
        : request.IfModifiedSince >= modified;
}
