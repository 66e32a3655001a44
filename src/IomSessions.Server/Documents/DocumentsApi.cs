using System.Text.Json;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Server.Access;
using IomSessions.Server.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace IomSessions.Server.Documents;

/// <summary>
/// What a participant's own program has put together, as a document (SG5). The server reads nothing of the session for it, stores nothing
/// and says nothing of it anywhere.
/// </summary>
internal static class DocumentsApi
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Pdf = "application/pdf";

    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/sessions/{session}/documents").RequireAuthorization(Participants.SchemeName).WithTags("Documents to take away");
        api.MapPost("/docx", (HttpContext http, SessionHouse house, DocumentPress press, IOptions<JsonOptions> json) =>
            SendAsync(http, house, json.Value.SerializerOptions, press.DocxAsync, Docx, "docx"))
            .Accepts<DocumentSheet>("application/json").AnswersBytes("What is sent, as a Word document.", Docx);
        api.MapPost("/pdf", (HttpContext http, SessionHouse house, DocumentPress press, IOptions<JsonOptions> json) =>
            SendAsync(http, house, json.Value.SerializerOptions, press.PdfAsync, Pdf, "pdf"))
            .Accepts<DocumentSheet>("application/json").AnswersBytes("What is sent, as PDF.", Pdf);
    }

    private static async Task<IResult> SendAsync(
        HttpContext http, SessionHouse house, JsonSerializerOptions json,
        Func<PersonId, DocumentSheet, CancellationToken, Task<(Refusal? Refusal, byte[]? Made)>> make, string type, string extension)
    {
        var me = Participants.Of(http.User);
        var (shut, live) = await SessionApi.OpenAsync(house, me);
        if (live is null)
        {
            return Refusals.Of(shut!);
        }

        if (!http.Request.HasJsonContentType())
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        if (!live.Questions.MayMakeDocument(me.Person))
        {
            return Refusals.Of(EngineRefusals.TooFast);
        }

        var (refusal, sheet) = await ReadAsync(http, json);
        if (sheet is null)
        {
            return Refusals.Of(refusal!);
        }

        (refusal, var made) = await make(me.Person, sheet, http.RequestAborted);
        if (made is null)
        {
            return Refusals.Of(refusal!);
        }

        TakenAway.Guard(http.Response);
        // a neutral name: whoever sees the folder of downloads learns nothing of the case
        return Results.File(made, type, $"{sheet.Kind}.{extension}");
    }

    private static async Task<(Refusal? Refusal, DocumentSheet? Sheet)> ReadAsync(HttpContext http, JsonSerializerOptions json)
    {
        // counted where it is read; a body that is told to be longer is taken from the line, so that its sender hears why it is refused
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = http.Request.ContentLength is { } told ? Math.Min(told, 2 * Limits.DocumentBytes) : Limits.DocumentBytes;
        }

        if (http.Request.ContentLength > Limits.DocumentBytes)
        {
            return (DocumentRefusals.TooLong, null);
        }

        try
        {
            var sheet = await http.Request.ReadFromJsonAsync<DocumentSheet>(json, http.RequestAborted);
            return SheetCheck.Of(sheet) is { } refusal ? (refusal, null) : (null, sheet);
        }
        catch (JsonException)
        {
            return (Refusal.Invalid, null);
        }
        catch (BadHttpRequestException cut) when (cut.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (DocumentRefusals.TooLong, null);
        }
    }
}
