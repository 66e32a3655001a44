using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using IomSessions.Domain;

namespace IomSessions.Server.Http;

/// <summary>
/// A planned meeting as a calendar entry (RFC 5545), for the participant's own calendar. Calendars are shared with assistants and synchronised
/// to strangers' servers: an entry says which reference meets and where its page is, and neither what about nor with whom. The page opens
/// nothing to who is not known there.
/// </summary>
internal static class CalendarEntry
{
    public const string Type = "text/calendar; charset=utf-8";

    /// <param name="page">The session's page, without any token.</param>
    /// <param name="now">When the entry is written.</param>
    /// <returns>Times are UTC, which calendars show in the viewer's own zone.</returns>
    public static string Of(PlannedMeeting meeting, Session state, Uri page, DateTimeOffset now)
    {
        var calendar = new Ical.Net.Calendar
        {
            Method = meeting.Cancelled ? "CANCEL" : "PUBLISH",
            ProductId = "-//Meetings//1//EN",
        };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = meeting.Id.Value.ToString("N"),
            Sequence = meeting.Sequence,
            DtStamp = Time(now),
            DtStart = Time(meeting.At),
            DtEnd = Time(meeting.Ends),
            Summary = state.Card.Reference,
            Url = page,
            // calendars show it that pass over an address
            Location = page.ToString(),
            Status = meeting.Cancelled ? "CANCELLED" : "CONFIRMED",
            Class = "PRIVATE",
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalDateTime Time(DateTimeOffset at) => new(at.UtcDateTime, "UTC");
}
