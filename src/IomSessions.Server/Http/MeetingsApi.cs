using System.Text;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Server.Access;

namespace IomSessions.Server.Http;

/// <summary>Planned meetings, for whoever reads the hall (SE5): as a list, and each as an entry for one's own calendar.</summary>
internal static class MeetingsApi
{
    public static void MapMeetings(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/sessions/{session}/meetings").RequireAuthorization(Participants.SchemeName).WithTags("Meetings");
        api.MapGet("", (HttpContext http, SessionHouse house) => BooksApi.TellAsync(http, house, (me, live) => List(me, live.State!)))
            .Answers<IReadOnlyList<MeetingRow>>("When the session meets, the earliest first.");
        api.MapGet("/{meeting}.ics", EntryAsync)
            .WithSummary("A meeting for one's own calendar; METHOD:CANCEL when it was cancelled.")
            .Produces<string>(StatusCodes.Status200OK, "text/calendar");
    }

    private static List<MeetingRow>? List(PersonId me, Session state) => Domain.Access.MayRead(me, state.Hall, state)
        ? [.. state.Meetings.Values
            .OrderBy(one => one.At).ThenBy(one => one.Id.Value)
            .Select(one => new MeetingRow(one.Id, one.At, one.Minutes, one.Sequence, one.Cancelled))]
        : null;

    private static async Task<IResult> EntryAsync(string meeting, HttpContext http, SessionHouse house, TimeProvider clock)
    {
        var me = Participants.Of(http.User);
        if (await SessionApi.OpenAsync(house, me) is not { State: { } state } live)
        {
            return Refusals.Of(EngineRefusals.NotKnown);
        }

        if (!live.MayAsk(me.Person))
        {
            return Refusals.Of(EngineRefusals.TooFast);
        }

        return Guid.TryParseExact(meeting, "N", out var id) && Domain.Access.MayRead(me.Person, state.Hall, state)
            && state.Meetings.TryGetValue(new(id), out var planned)
            ? Results.File(Encoding.UTF8.GetBytes(CalendarEntry.Of(planned, state, clock.GetUtcNow())), CalendarEntry.Type, "meeting.ics")
            : Refusals.Of(Refusal.NotFound);
    }
}

/// <param name="Sequence">One more with every change.</param>
internal sealed record MeetingRow(MeetingId Meeting, DateTimeOffset At, int Minutes, int Sequence, bool Cancelled);
