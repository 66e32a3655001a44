using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Notices what time brings about: that a deadline of a room is near or over, that the grace of a recall is (RM11), that a
/// statement is due to become public (CL2), that a position has been held long enough (PO2), that the time to answer a proposal is over (PR1, PR4),
/// that an approval at home has not come in time (PO8). What was done is in the state, so that after a restart, or on a second server, nothing is done twice and nothing is forgotten (ST5).</summary>
internal sealed class DueWatch(TimeProvider clock, Action<CommandBody> due)
{
    /// <summary>After this long what is not in the state is asked for again: the store may have failed.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    private Dictionary<(CommandBody, DeadlineStage), long> _asked = [];

    public void Look(Session state)
    {
        var (now, asked) = (clock.GetUtcNow(), new Dictionary<(CommandBody, DeadlineStage), long>());
        foreach (var one in state.Rooms.Values.Where(room => !room.Closed).SelectMany(room => Due(room, now)).Concat(Published(state, now))
            .Concat(Due(state.Positions.Values, now)).Concat(Due(state.MediatorsProposals.Values, now))
            .Concat(Due(state.PartyProposals.Values, now)).Concat(Due(state.Result, now)))
        {
            if (_asked.TryGetValue(one, out var when) && clock.GetElapsedTime(when) < Again)
            {
                asked[one] = when;
            }
            else
            {
                asked[one] = clock.GetTimestamp();
                due(one.Ask);
            }
        }

        _asked = asked;
    }

    private static IEnumerable<(CommandBody Ask, DeadlineStage Stage)> Published(Session state, DateTimeOffset now) =>
        Statement.Due(state, now).Select(one => ((CommandBody)new NoteStatement(one.Id, one.At!.Value), DeadlineStage.Passed));

    // several at once, after the server was down: the last that was raised is the last that others are told, and what its party stands by
    private static IEnumerable<(CommandBody Ask, DeadlineStage Stage)> Due(IEnumerable<Position> positions, DateTimeOffset now) =>
        positions.Where(one => one.Raise is { } raise && raise.At <= now).OrderBy(one => one.Raise!.At)
            .Select(one => ((CommandBody)new NoteRaise(one.Id, one.Raise!.At), DeadlineStage.Passed));

    private static IEnumerable<(CommandBody Ask, DeadlineStage Stage)> Due(IEnumerable<MediatorsProposal> proposals, DateTimeOffset now) =>
        proposals.Where(one => one.Stage != ProposalStage.Awaited && one.Deadline <= now)
            .Select(one => ((CommandBody)new NoteProposal(one.Id, one.Deadline), DeadlineStage.Passed));

    private static IEnumerable<(CommandBody Ask, DeadlineStage Stage)> Due(IEnumerable<PartyProposal> proposals, DateTimeOffset now) =>
        proposals.Where(one => one.Expires <= now && one.IsPending)
            .Select(one => ((CommandBody)new NotePartyProposal(one.Id, one.Expires!.Value), DeadlineStage.Passed));

    private static IEnumerable<(CommandBody Ask, DeadlineStage Stage)> Due(ResultStated? result, DateTimeOffset now) =>
        (result?.Approvals ?? []).Where(one => one.Standing == ApprovalStanding.Awaited && one.Until <= now)
            .Select(one => ((CommandBody)new NoteApproval(one.Id, one.Until), DeadlineStage.Passed));

    private static IEnumerable<(CommandBody Ask, DeadlineStage Stage)> Due(Room room, DateTimeOffset now)
    {
        if (room.Deadline is { } deadline && deadline.Due(now) is var stage && stage > deadline.Told)
        {
            yield return (new NoteDeadline(room.Id, deadline.At), stage);
        }

        if (room.Recall is { } recall && recall.At <= now)
        {
            yield return (new NoteRecall(room.Id, recall.At), DeadlineStage.Passed);
        }
    }
}
