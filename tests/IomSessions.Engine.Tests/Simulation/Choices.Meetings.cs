using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>When the session meets.</summary>
internal sealed partial class Choices
{
    private CommandBody OfMeetings(Session seen)
    {
        var known = seen.Meetings.Keys.OrderBy(id => id.Value).ToList();
        var meeting = known.Count > 0 && chance.Next(2) == 0 ? Any(known) : new MeetingId(New("meeting"));
        return chance.Next(3) == 0
            ? new CancelMeeting(meeting)
            : new SetMeeting(meeting, DateTimeOffset.FromUnixTimeSeconds(((clock().ToUnixTimeSeconds() / 60) + 60 + chance.Next(5_000)) * 60), 60);
    }
}
