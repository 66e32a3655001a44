using System.Net.Http.Headers;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Server.Access;
using Microsoft.AspNetCore.Http.Features;

namespace IomSessions.Server.Http;

/// <summary>Files: streamed in before they are said, streamed out to those who may read what was said (SI3).</summary>
internal static class FilesApi
{
    // whatever a file is: no browser shows it as a page of ours, and no cache keeps it
    private const string Policy = "default-src 'none'; sandbox";

    public static void MapFiles(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/sessions/{session}").RequireAuthorization(Participants.SchemeName).WithTags("Files");
        api.MapPost("/circles/{circle}/files", UploadAsync).TakesFile()
            .Answers<TakenSheet>("Takes in a file, unseen by everybody, to be said within a day in this circle's room or talk.");
        api.MapGet("/files/{file}", DownloadAsync).AnswersFile("A file that was said where the caller reads.");
    }

    private static async Task<IResult> UploadAsync(string circle, HttpContext http, SessionHouse house, IHostApplicationLifetime life)
    {
        var me = Participants.Of(http.User);
        var (shut, live) = await SessionApi.OpenAsync(house, me);
        if (live is null || !Guid.TryParseExact(circle, "N", out var id))
        {
            return Refusals.NotThere(shut);
        }

        if (http.Request.ContentLength > Limits.FileBytes)
        {
            return Refusals.Of(Refusal.FileTooLarge);
        }

        // counted as it comes, where the bounds stand
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = null;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        try
        {
            var (refusal, taken) = await live.Files.UploadAsync(
                me.Person, new(id), NameOf(http.Request), http.Request.ContentLength, () => live.MayConnect(me.Person, me.Device), http.Request.Body, stop.Token);
            return refusal is null
                ? Results.Json(new TakenSheet(taken!.File.File, taken.File.Name, taken.File.Type, taken.File.Size), DomainJson.Options)
                : Refusals.Of(refusal);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return Refusals.Of(EngineRefusals.Unavailable);
        }
        catch (Exception cut) when (cut is OperationCanceledException or IOException)
        {
            // whoever sent it has gone, and nothing is left of it
            http.Abort();
            return Results.Empty;
        }
    }

    private static async Task<IResult> DownloadAsync(string file, HttpContext http, SessionHouse house, IHostApplicationLifetime life)
    {
        var me = Participants.Of(http.User);
        if (await house.FindAsync(me.Session) is not { } live || !Guid.TryParseExact(file, "N", out var id))
        {
            return Refusals.Of(Refusal.NotFound);
        }

        var (refusal, content) = await live.Files.OpenAsync(me.Person, new(id), () => live.MayConnect(me.Person, me.Device), http.RequestAborted);
        if (content is null)
        {
            return Refusals.Of(refusal!);
        }

        await using var closed = content;
        await using var ending = life.ApplicationStopping.Register(http.Abort);
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.CacheControl = "private, no-store";
        try
        {
            var told = content.Facts.File;
            await Results.Stream(content, told.Type, told.Name, enableRangeProcessing: true).ExecuteAsync(http);
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException)
        {
            // withheld, or the reader has gone: he is not left to believe that he has it whole
            http.Abort();
        }

        return Results.Empty;
    }

    // as a download is named, so is an upload (RFC 6266): filename*=UTF-8''… for what is not plain ASCII
    private static string NameOf(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var told)
            ? told.FileNameStar ?? told.FileName?.Trim('"') ?? ""
            : "";
}

internal sealed record TakenSheet(FileId File, string Name, string Type, long Size);
