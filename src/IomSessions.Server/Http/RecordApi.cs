using System.Buffers;
using System.IO.Pipelines;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Server.Access;
using IomSessions.Server.Records;

namespace IomSessions.Server.Http;

/// <summary>One's own record, to be taken away: everything that one may read, and the journal (ST4, SI4).</summary>
internal static class RecordApi
{
    public static void MapRecord(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/sessions/{session}").RequireAuthorization(Participants.SchemeName).WithTags("What has been and what is");
        api.MapGet("/record.html", (HttpContext http, SessionHouse house, IHostApplicationLifetime life, TimeProvider clock) =>
            SendAsync(http, house, life, clock.GetUtcNow(), to => new RecordHtml(to), "text/html; charset=utf-8", "html"))
            .Answers<string>("One's own record, to be read.", "text/html");
        api.MapGet("/record.json", (HttpContext http, SessionHouse house, IHostApplicationLifetime life, TimeProvider clock) =>
            SendAsync(http, house, life, clock.GetUtcNow(), to => new RecordJson(to), "application/json", "json"))
            .Answers<RecordSheet>("One's own record, for programs.");
    }

    private static async Task<IResult> SendAsync(
        HttpContext http, SessionHouse house, IHostApplicationLifetime life, DateTimeOffset at,
        Func<IBufferWriter<byte>, IRecordForm> form, string type, string extension)
    {
        var me = Participants.Of(http.User);
        var (shut, live) = await SessionApi.OpenAsync(house, me);
        if (live is null)
        {
            return Refusals.Of(shut!);
        }

        var (refusal, record) = live.Questions.Record(me.Person, () => live.MayConnect(me.Person, me.Device));
        if (record is null)
        {
            return Refusals.Of(refusal!);
        }

        await using var ending = life.ApplicationStopping.Register(http.Abort);
        http.Response.ContentType = type;
        TakenAway.Guard(http.Response);
        // a neutral name: whoever sees the folder of downloads learns nothing of the case
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"record-{at.UtcDateTime:yyyy-MM-dd}.{extension}\"";
        try
        {
            PipeWriter to = http.Response.BodyWriter;
            var made = form(to);
            using var held = made as IDisposable;
            await RecordSending.SendAsync(record, made, to, at, http.RequestAborted);
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException)
        {
            // withheld, or the reader has gone: he is not left to believe that he has it whole
            http.Abort();
        }

        return Results.Empty;
    }
}

/// <summary>As it is written down in the document; the record is sent as it is read.</summary>
internal sealed record RecordSheet(
    string Format, DateTimeOffset MadeAt, string Note, SessionCard Session, RecordOfSheet Person, IReadOnlyList<RecordedSheet> Circles,
    JournalSheet Journal);

internal sealed record RecordOfSheet(PersonId Person, string Name, Role Role, PartyId? Party);

/// <param name="Renditions">That came after the circle had ended.</param>
internal sealed record RecordedSheet(CircleId Circle, CircleKind Kind, IReadOnlyList<EventSheet> Events, IReadOnlyList<EventSheet> Renditions);

internal sealed record JournalSheet(IReadOnlyList<JournalEntry> Entries, IReadOnlyList<JournalTold> Told);
