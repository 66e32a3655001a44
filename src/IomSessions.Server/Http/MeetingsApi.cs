using System.Text;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Server.Access;

namespace IomSessions.Server.Http;

/// <summary>Planned meetings, for whoever is told of them (SE5): as a list, and each as an entry for one's own calendar.</summary>
internal static class MeetingsApi
{
    public static void MapMeetings(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/sessions/{session}/meetings").RequireAuthorization(Participants.SchemeName).WithTags("Meetings");
        api.MapGet("", (HttpContext http, SessionHouse house, TimeProvider clock) => BooksApi.TellAsync(http, house, (me, live) => List(me, live.State!, clock.GetUtcNow())))
            .Answers<IReadOnlyList<MeetingRow>>("When the session meets, the earliest first.");
        api.MapGet("/{meeting}.ics", EntryAsync)
            .Answers<string>("A meeting for one's own calendar; METHOD:CANCEL when it was cancelled.", "text/calendar");
    }

    // who waits in the lobby has been told of those that are still to be held, and of no other
    private static List<MeetingRow>? List(PersonId me, Session state, DateTimeOffset now) => Domain.Access.MayKnowMeetings(me, state)
        ? [.. state.Meetings.Values
            .Where(one => Domain.Access.MayRead(me, state.Hall, state) || (!one.Cancelled && one.Ends > now))
            .OrderBy(one => one.At).ThenBy(one => one.Id.Value)
            .Select(one => new MeetingRow(one.Id, one.At, one.Minutes, one.Sequence, one.Cancelled))]
        : null;

    private static async Task<IResult> EntryAsync(string meeting, HttpContext http, SessionHouse house, TimeProvider clock)
    {
        var me = Participants.Of(http.User);
        var (shut, live) = await SessionApi.OpenAsync(house, me);
        if (live is not { State: { } state })
        {
            return Refusals.Of(shut ?? EngineRefusals.NotKnown);
        }

        if (!live.Questions.MayAsk(me.Person))
        {
            return Refusals.Of(EngineRefusals.TooFast);
        }

        return Guid.TryParseExact(meeting, "N", out var id) && Domain.Access.MayKnowMeetings(me.Person, state)
            && state.Meetings.TryGetValue(new(id), out var planned)
            ? Results.File(Encoding.UTF8.GetBytes(CalendarEntry.Of(planned, state, PageOf(http.Request, live.Id), clock.GetUtcNow())), CalendarEntry.Type, "meeting.ics")
            : Refusals.Of(Refusal.NotFound);
    }

    // as the caller's own program addressed the server: nobody but he gets this answer
    private static Uri PageOf(HttpRequest request, SessionId session) => new($"{request.Scheme}://{request.Host}/s/{session.Value:N}");
}

/// <param name="Sequence">One more with every change.</param>
internal sealed record MeetingRow(MeetingId Meeting, DateTimeOffset At, int Minutes, int Sequence, bool Cancelled);
