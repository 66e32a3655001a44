using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>When the session is to meet. It has no title: what it is about is said in rooms.</summary>
/// <param name="At">UTC, a whole minute.</param>
/// <param name="Minutes">How long it is to last.</param>
/// <param name="Sequence">0, and one more with every change: calendars take the highest (RFC 5545, SEQUENCE).</param>
public sealed record PlannedMeeting(MeetingId Id, DateTimeOffset At, int Minutes, int Sequence)
{
    /// <summary>It will not be held; kept so that calendars can be told.</summary>
    public bool Cancelled { get; init; }

    public DateTimeOffset Ends => At.AddMinutes(Minutes);
}

/// <summary>By the secretariat or a mediator: a new meeting, or another time for one that is planned.</summary>
/// <param name="Meeting">Id made by the caller.</param>
/// <param name="At">A whole minute, at most <see cref="Limits.MeetingAhead"/> ahead.</param>
/// <param name="Minutes">1 to <see cref="Limits.MeetingMinutes"/>.</param>
public sealed record SetMeeting(MeetingId Meeting, DateTimeOffset At, int Minutes) : CommandBody;

/// <summary>By the secretariat or a mediator.</summary>
public sealed record CancelMeeting(MeetingId Meeting) : CommandBody;

/// <summary>Hall; and person, while in the lobby.</summary>
public sealed record MeetingSet(MeetingId Meeting, DateTimeOffset At, int Minutes, int Sequence) : EventBody;

/// <summary>Hall; and person, while in the lobby.</summary>
public sealed record MeetingCancelled(MeetingId Meeting, int Sequence) : EventBody;

/// <summary>When the session meets (SE5): planned, changed, cancelled; nobody is moved and no phase changes by it.</summary>
internal static class Planning
{
    public static Decision Decide(Session state, SetMeeting ask, Person by, DateTimeOffset now)
    {
        if (Refused(state, by) is { } refusal)
        {
            return refusal;
        }

        if (ask.Meeting.Value == Guid.Empty || ask.Minutes is < 1 or > Limits.MeetingMinutes || ask.At <= now
            || ask.At > now + Limits.MeetingAhead || ask.At.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            return Refusal.Invalid;
        }

        if (!state.Meetings.TryGetValue(ask.Meeting, out var known))
        {
            return state.Meetings.Values.Count(one => !one.Cancelled && one.Ends > now) >= Limits.Meetings
                ? Refusal.TooMany
                : Told(state, new MeetingSet(ask.Meeting, ask.At, ask.Minutes, 0));
        }

        if (known.Cancelled || known.Ends <= now)
        {
            return Refusal.NotFound;
        }

        return known.At == ask.At && known.Minutes == ask.Minutes
            ? new List<Event>()
            : Told(state, new MeetingSet(ask.Meeting, ask.At, ask.Minutes, known.Sequence + 1));
    }

    public static Decision Decide(Session state, CancelMeeting ask, Person by, DateTimeOffset now) =>
        Refused(state, by) is { } refusal ? refusal
        : !state.Meetings.TryGetValue(ask.Meeting, out var known) || known.Ends <= now ? Refusal.NotFound
        : known.Cancelled ? new List<Event>()
        : Told(state, new MeetingCancelled(known.Id, known.Sequence + 1));

    /// <summary>The books hold so many and no more: the cancelled go first, then those that lie longest back.</summary>
    public static ImmutableDictionary<MeetingId, PlannedMeeting> Note(
        ImmutableDictionary<MeetingId, PlannedMeeting> meetings, PlannedMeeting planned)
    {
        var noted = meetings.SetItem(planned.Id, planned);
        return noted.Count <= Limits.MeetingsKept
            ? noted
            : noted.Remove(noted.Values.OrderBy(one => !one.Cancelled).ThenBy(one => one.At).ThenBy(one => one.Id.Value).First().Id);
    }

    private static Refusal? Refused(Session state, Person by) =>
        by.Role is not (Role.Secretariat or Role.Mediator) ? Refusal.NotAllowed
        : state.Phase == Phase.Concluded ? Refusal.WrongPhase
        : null;

    /// <summary>What somebody is told who comes into the lobby: the meetings that are still to end.</summary>
    public static IEnumerable<Event> Coming(Session state, Person waiting, DateTimeOffset now) => state.Meetings.Values
        .Where(one => !one.Cancelled && one.Ends > now)
        .OrderBy(one => one.At).ThenBy(one => one.Id.Value)
        .Select(one => new Event(waiting.Circle, new MeetingSet(one.Id, one.At, one.Minutes, one.Sequence)));

    // who waits in the lobby reads no hall and has to know when to come
    private static List<Event> Told(Session state, EventBody body) =>
    [
        new(state.Hall, body),
        .. state.People.Values
            .Where(one => one.Status == PersonStatus.Lobby)
            .OrderBy(one => one.Id.Value)
            .Select(one => new Event(one.Circle, body)),
    ];
}
