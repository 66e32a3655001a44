using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Server.Hubs;
using Microsoft.AspNetCore.Diagnostics;

namespace IomSessions.Server.Http;

/// <summary>Refusals over HTTP: the same shape as on the hub, with a status (DL7).</summary>
internal static class Refusals
{
    public static IResult Of(Refusal refusal) => Results.Json(RefusalShown.Of(refusal), DomainJson.Options, statusCode: StatusOf(refusal.Code));

    /// <summary>Not there, as far as the caller is told; unless it is only shut to him for now.</summary>
    public static IResult NotThere(Refusal? shut) => Of(shut is { Retry: true } ? shut : Refusal.NotFound);

    /// <summary>What the framework refuses by itself (a body that is not JSON, a call without a cookie) is told in the same shape.</summary>
    public static void UseRefusals(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // a store that is away is told by what watches it, once, and not by everybody who asks meanwhile
            SuppressDiagnosticsCallback = failed => failed.Exception is StoreUnavailableException,
            ExceptionHandler = http => Of(http.Features.Get<IExceptionHandlerFeature>()?.Error switch
            {
                BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Refusal.TooLong,
                BadHttpRequestException => Refusal.Invalid,
                StoreUnavailableException => EngineRefusals.Unavailable,
                _ => EngineRefusals.Failed,
            }).ExecuteAsync(http),
        });
        app.UseStatusCodePages(async context =>
        {
            var http = context.HttpContext;
            if (http.Request.Path.StartsWithSegments("/api") && RefusalOf(http.Response.StatusCode) is { } refusal)
            {
                var status = http.Response.StatusCode;
                await Results.Json(RefusalShown.Of(refusal), DomainJson.Options, statusCode: status).ExecuteAsync(http);
            }
        });
    }

    private static Refusal? RefusalOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType => Refusal.Invalid,
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => EngineRefusals.NotKnown,
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => Refusal.NotFound,
        StatusCodes.Status413PayloadTooLarge => Refusal.TooLong,
        StatusCodes.Status429TooManyRequests => Access.AccessRefusals.TooManyTries,
        _ => null,
    };

    private static int StatusOf(string code) => code switch
    {
        "not_found" or "invitation_unknown" => StatusCodes.Status404NotFound,
        "not_known" => StatusCodes.Status401Unauthorized,
        "too_long" or "file_too_large" or "document_too_long" => StatusCodes.Status413PayloadTooLarge,
        "too_fast" or "too_many_tries" => StatusCodes.Status429TooManyRequests,
        "failed" => StatusCodes.Status500InternalServerError,
        "unavailable" or "busy" or "restarting" => StatusCodes.Status503ServiceUnavailable,
        "file_type" or "file_content" => StatusCodes.Status415UnsupportedMediaType,
        "already_done" or "sitting_changed" or "invitation_spent" or "invitation_expired" or "invitation_revoked" or "wrong_phase" or "limit_reached" or "document_sign" =>
            StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}
