using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Server.Access;

namespace IomSessions.Server.Http;

/// <summary>What has been and what is, for programs that do not stay connected; by the one rule of access, through the session (SI4).</summary>
internal static class BooksApi
{
    private const int Usual = 50;

    public static void MapBooks(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/sessions/{session}").RequireAuthorization(Participants.SchemeName).WithTags("What has been and what is");
        api.MapGet("", (HttpContext http, SessionHouse house) => TellAsync(http, house, (me, live) => Books.Card(live.Id, me, live.State!)))
            .Answers<SessionSheet>("What the session is called and what it is in.");
        api.MapGet("/people", (HttpContext http, SessionHouse house) => TellAsync(http, house, (me, live) => Books.People(me, live.State!)))
            .Answers<PeopleSheet>("Parties and people, as far as the caller may know of them.");
        api.MapGet("/protocol", (HttpContext http, SessionHouse house) => TellAsync(http, house, (me, live) => Books.Protocol(me, live.State!)))
            .Answers<ProtocolSheet>("The protocol: proposed, accepted by whom, in force.");
        api.MapGet("/circles", (HttpContext http, SessionHouse house) => TellAsync(http, house, (me, live) => Books.Circles(me, live.Ledger.Now)))
            .Answers<IReadOnlyList<CircleRow>>("The open circles that the caller reads, each with its head.");
        api.MapGet("/circles/{circle}/events", EventsAsync)
            .Answers<EventsSheet>("The newest events of a circle before an offset, in order.");
        api.MapGet("/sittings", SittingsAsync)
            .Answers<SittingsSheet>("The sittings that ended for the caller, the newest first.");
    }

    public static async Task<IResult> TellAsync<T>(HttpContext http, SessionHouse house, Func<PersonId, LiveSession, T?> tell)
        where T : class
    {
        var me = Participants.Of(http.User);
        var (shut, live) = await SessionApi.OpenAsync(house, me);
        if (live is null)
        {
            return Refusals.Of(shut!);
        }

        return !live.Questions.MayAsk(me.Person) ? Refusals.Of(EngineRefusals.TooFast)
            : tell(me.Person, live) is { } told ? Results.Json(told, DomainJson.Options)
            : Refusals.Of(Refusal.NotFound);
    }

    /// <param name="before">Events before this offset; the newest if it is left out.</param>
    private static async Task<IResult> EventsAsync(
        string circle, HttpContext http, SessionHouse house, CancellationToken stop, long? before = null, int max = Usual)
    {
        var me = Participants.Of(http.User);
        var (shut, live) = await SessionApi.OpenAsync(house, me);
        if (live is null)
        {
            return Refusals.Of(shut!);
        }

        if (!Guid.TryParseExact(circle, "N", out var id))
        {
            return Refusals.Of(Refusal.NotFound);
        }

        var (refusal, past) = await live.Questions.ReadBackAsync(me.Person, new(id), before ?? long.MaxValue, max, stop);
        return refusal is null ? Results.Json(past, DomainJson.Options) : Refusals.Of(refusal);
    }

    private static async Task<IResult> SittingsAsync(
        HttpContext http, SessionHouse house, CancellationToken stop, string? before = null, int max = Usual)
    {
        var me = Participants.Of(http.User);
        var (shut, live) = await SessionApi.OpenAsync(house, me);
        if (live is null)
        {
            return Refusals.Of(shut!);
        }

        CircleId? from = null;
        if (before is not null)
        {
            if (!Guid.TryParseExact(before, "N", out var id))
            {
                return Refusals.Of(Refusal.NotFound);
            }

            from = new(id);
        }

        var (refusal, sittings) = await live.Questions.SittingsAsync(me.Person, from, max, stop);
        return refusal is null ? Results.Json(new { sittings }, DomainJson.Options) : Refusals.Of(refusal);
    }
}

/// <summary>As it is written down in the document; the events are written as they go on the wire.</summary>
internal sealed record EventsSheet(IReadOnlyList<EventSheet> Events, bool More)
{
    /// <summary>Of a sitting that ended: renditions of these events that came later.</summary>
    public IReadOnlyList<EventSheet>? Renditions { get; init; }
}

/// <param name="Body">By its <c>type</c>; PROTOCOL.md lists them all.</param>
internal sealed record EventSheet(CircleId Circle, CircleKind Kind, long Offset, string Hash, DateTimeOffset At, BodySheet Body);

internal sealed record BodySheet(string Type);

internal sealed record SittingsSheet(IReadOnlyList<SittingSheet> Sittings);

internal sealed record SittingSheet(EventSheet Opened, long Events);
