using IomSessions.Engine;
using IomSessions.Server.Http;

namespace IomSessions.Server.Access;

/// <summary>
/// A cookie speaks for somebody only from our own pages. <c>SameSite</c> keeps other sites out, but not another host or port of the same
/// site, and a WebSocket asks nobody whether it may be opened. Programs with a token of their own carry no cookie and are not concerned.
/// </summary>
internal static class OwnPages
{
    public static void UseOwnPages(this WebApplication app) => app.Use((http, next) =>
        Cookies.IsCarried(http.Request) && IsForeign(http.Request)
            ? Refusals.Of(EngineRefusals.NotKnown).ExecuteAsync(http)
            : next(http));

    // A browser says itself whose page it is, except on plain http or when it is old: then there is the origin. Where both are missing
    // it is no page's doing.
    private static bool IsForeign(HttpRequest request)
    {
        if (!request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/hub"))
        {
            return false;
        }

        return request.Headers["Sec-Fetch-Site"].FirstOrDefault() is { Length: > 0 } site
            ? site is not ("same-origin" or "none")
            : request.Headers.Origin.FirstOrDefault() is { Length: > 0 } origin
                && !(Uri.TryCreate(origin, UriKind.Absolute, out var page)
                    && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
