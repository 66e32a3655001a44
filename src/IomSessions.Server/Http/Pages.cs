using IomSessions.Domain;
using Microsoft.AspNetCore.Http.Features;

namespace IomSessions.Server.Http;

/// <summary>The web client, and what browsers are told about it.</summary>
internal static class Pages
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; connect-src 'self'; " +
        "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    public static void UsePageHeaders(this WebApplication app) => app.Use(async (http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (http.Request.Path.StartsWithSegments("/api"))
        {
            headers.CacheControl = "no-store";
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            {
                body.MaxRequestBodySize = Limits.FrameBytes;
            }
        }

        await next();
    });

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        // what no call takes; a body that is not JSON matches none of them either
        app.Map("/api/{**rest}", (HttpContext http) => http.Request.ContentLength > 0 && !http.Request.HasJsonContentType()
            ? Results.StatusCode(StatusCodes.Status415UnsupportedMediaType)
            : Results.NotFound());
        app.MapFallbackToFile("index.html");
    }
}
