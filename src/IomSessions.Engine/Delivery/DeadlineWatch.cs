using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Notices that a room's deadline is near or over (RM11). What was told is in the state, so that after a restart, or on a second
/// server, nothing is told twice and nothing is forgotten (ST5).</summary>
internal sealed class DeadlineWatch(TimeProvider clock, Action<RoomId, DateTimeOffset> due)
{
    // the store may fail: then it is asked again
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    private readonly Dictionary<RoomId, (DateTimeOffset At, DeadlineStage Stage, long When)> _asked = [];

    public void Look(Session state)
    {
        var now = clock.GetUtcNow();
        foreach (var room in state.Rooms.Values)
        {
            if (room is not { Closed: false, Deadline: { } deadline } || deadline.Due(now) is var stage && stage <= deadline.Told)
            {
                _asked.Remove(room.Id);
            }
            else if (!_asked.TryGetValue(room.Id, out var asked) || asked.At != deadline.At || asked.Stage != stage
                || clock.GetElapsedTime(asked.When) >= Again)
            {
                _asked[room.Id] = (deadline.At, stage, clock.GetTimestamp());
                due(room.Id, deadline.At);
            }
        }
    }
}
