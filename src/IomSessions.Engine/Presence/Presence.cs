using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Who is connected, told to those who may know it (RM10). Weather, not history: never stored.</summary>
/// <param name="again">Asks for another turn.</param>
/// <remarks>How long somebody waits depends on when he himself was told last, and on nothing that he may not know, but for the millisecond or
/// two in which any turn may come.</remarks>
internal sealed class Presence(TimeProvider clock, Action again)
{
    private readonly long _rest = (long)(Limits.PresenceRest.TotalSeconds * clock.TimestampFrequency);
    private ITimer? _timer;

    /// <summary>Somebody came, went or was moved since it was last told.</summary>
    public bool Stale { get; set; }

    /// <summary>Whether one of these events may change who is where.</summary>
    /// <param name="events">Null: not at hand.</param>
    public static bool Moves(IReadOnlyList<Recorded>? events) => events is null || events.Any(one => Moves(one.Event.Body));

    private static bool Moves(EventBody body) =>
        body is FloorChanged or PersonAdmitted or PersonSuspended or PersonRemoved or UndertakingGiven or BenchOpened;

    /// <param name="elsewhere">Who is connected on other nodes.</param>
    public void TellIfChanged(List<Seat> seats, IReadOnlySet<PersonId> elsewhere, Session state)
    {
        if (Stale)
        {
            Stale = false;
            seats.ForEach(seat => seat.PresenceDue = true);
        }

        if (seats.Exists(MayBeTold))
        {
            Tell(seats, elsewhere, state, clock.GetTimestamp());
        }
    }

    private void Tell(List<Seat> seats, IReadOnlySet<PersonId> elsewhere, Session state, long at)
    {
        var due = seats.FindAll(seat => IsDue(seat, state, at));
        if (due.Count > 0)
        {
            Tell(due, Connected(seats, elsewhere, state), state, at);
        }

        WakeForTheRest(seats, at);
    }

    private void Tell(List<Seat> due, List<Person> connected, Session state, long at)
    {
        var frames = new Dictionary<Company, Frame>();
        var seen = new Dictionary<Outlook, Seen>();
        foreach (var seat in due)
        {
            var viewer = state.People[seat.Person];
            var outlook = Access.OutlookOf(viewer);
            var here = SeenBy(viewer, outlook, connected, seen);
            if (here.Equals(seat.PresenceTold))
            {
                (seat.ToldAs, seat.PresenceDue) = (outlook, false);
                continue;
            }

            if (!frames.TryGetValue(here, out var frame))
            {
                frames[here] = frame = Frame.Of(Target.Presence, new PresenceSignal(here));
            }

            if (seat.Outlet.TryPost(frame))
            {
                (seat.PresenceTold, seat.ToldAs, seat.PresenceDue) = (here, outlook, false);
                seat.PresenceRests = at + _rest;
            }
        }
    }

    private static List<Person> Connected(List<Seat> seats, IReadOnlySet<PersonId> elsewhere, Session state) =>
    [
        .. seats.Where(seat => seat.Standing == SeatStanding.Joined)
            .Select(seat => seat.Person).Concat(elsewhere).Distinct()
            .Select(person => state.People.GetValueOrDefault(person)).OfType<Person>(),
    ];

    // Of all whose outlook is the same the rule is asked once, and then only whether one of them sees the first.
    private static Company SeenBy(Person viewer, Outlook outlook, List<Person> connected, Dictionary<Outlook, Seen> asked)
    {
        if (!asked.TryGetValue(outlook, out var seen))
        {
            var others = connected.Where(other => other.Id != viewer.Id && Access.MaySeePresence(viewer, other)).Select(other => other.Id).ToList();
            asked[outlook] = seen = new(viewer, Company.Of(others), Company.Of(others.Append(viewer.Id)));
        }

        var here = Access.MaySeePresence(viewer, seen.First) ? seen.WithFirst : seen.Others;
        return here.Contains(viewer.Id) ? here : Company.Of(here.Append(viewer.Id));
    }

    private sealed record Seen(Person First, Company Others, Company WithFirst);

    // set anew in each turn in which somebody waits, so that one that came a moment too early, as timers do, is set again
    private void WakeForTheRest(List<Seat> seats, long at)
    {
        var next = long.MaxValue;
        foreach (var seat in seats.Where(MayBeTold))
        {
            next = seat.PresenceRests > at ? Math.Min(next, seat.PresenceRests) : next;
        }

        if (next < long.MaxValue)
        {
            _timer ??= clock.CreateTimer(_ => again(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(clock.GetElapsedTime(at, next) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        }
    }

    // whoever was moved himself hears at once who is there, with what he is told of his move
    private static bool IsDue(Seat seat, Session state, long at) => MayBeTold(seat)
        && (seat.PresenceTold is null || seat.PresenceRests <= at || seat.ToldAs != Access.OutlookOf(state.People[seat.Person]));

    // who catches up is told when he has
    private static bool MayBeTold(Seat seat) => seat is { PresenceDue: true, Standing: SeatStanding.Joined, CatchingUp: false };
}
