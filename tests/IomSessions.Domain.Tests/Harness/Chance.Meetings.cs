namespace IomSessions.Domain.Tests;

/// <summary>When the session meets.</summary>
internal sealed partial class Chance
{
    private (PersonId, CommandBody) Meetings(Session state)
    {
        var by = Someone(state, p => p.Role is Role.Secretariat or Role.Mediator);
        var meeting = state.Meetings.Count > 0 && OneIn(2) ? Of(state.Meetings.Keys) : Named.Meeting($"{seed} {_made++}");
        return (by, OneIn(3) ? new CancelMeeting(meeting) : new SetMeeting(meeting, Scene.Noon.AddHours(1 + Upto(50)), 30 * (1 + Upto(4))));
    }
}
