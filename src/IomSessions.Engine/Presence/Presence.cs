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
    private long? _wakes;
    private int _hasWoken;

    /// <summary>Somebody came, went or was moved since it was last told.</summary>
    public bool Stale { get; set; }

    public static bool Moves(EventBody body) =>
        body is FloorChanged or PersonAdmitted or PersonSuspended or PersonRemoved or UndertakingGiven or BenchOpened;

    /// <param name="elsewhere">Who is connected on other nodes.</param>
    public void TellIfChanged(List<Seat> seats, IReadOnlySet<PersonId> elsewhere, Session state)
    {
        if (Stale)
        {
            Stale = false;
            seats.ForEach(seat => seat.PresenceDue = true);
        }

        var at = clock.GetTimestamp();
        if (Interlocked.Exchange(ref _hasWoken, 0) == 1)
        {
            // also a moment too early, as timers do: then it is set again
            _wakes = null;
        }

        if (!seats.Exists(seat => IsDue(seat, state, at)))
        {
            WakeForTheRest(seats, at);
            return;
        }

        var connected = seats.Where(seat => seat.Standing == SeatStanding.Joined)
            .Select(seat => seat.Person).Concat(elsewhere).Distinct()
            .Select(person => state.People.GetValueOrDefault(person)).OfType<Person>().ToList();
        var frames = new Dictionary<Company, Frame>();
        var seen = new Dictionary<(PersonStatus, bool, RoomId?, PartyId?), Seen>();
        foreach (var seat in seats.Where(seat => IsDue(seat, state, at)))
        {
            var viewer = state.People[seat.Person];
            var here = SeenBy(viewer, connected, seen);
            if (here.Equals(seat.PresenceTold))
            {
                seat.PresenceDue = false;
                continue;
            }

            if (!frames.TryGetValue(here, out var frame))
            {
                frames[here] = frame = Frame.Of(Target.Presence, new PresenceSignal(here));
            }

            if (seat.Outlet.TryPost(frame))
            {
                (seat.PresenceTold, seat.PresenceDue) = (here, false);
                (seat.PresenceRests, seat.ToldAs) = (at + _rest, Access.OutlookOf(viewer));
            }
        }

        WakeForTheRest(seats, at);
    }

    // Of all whose outlook is the same the rule is asked once, and then only whether one of them sees the first.
    private static Company SeenBy(
        Person viewer, List<Person> connected, Dictionary<(PersonStatus, bool, RoomId?, PartyId?), Seen> asked)
    {
        var outlook = Access.OutlookOf(viewer);
        if (!asked.TryGetValue(outlook, out var seen))
        {
            var others = connected.Where(other => other.Id != viewer.Id && Access.MaySeePresence(viewer, other)).Select(other => other.Id).ToList();
            asked[outlook] = seen = new(viewer, Company.Of(others), Company.Of(others.Append(viewer.Id)));
        }

        var here = Access.MaySeePresence(viewer, seen.First) ? seen.WithFirst : seen.Others;
        return here.Contains(viewer.Id) ? here : Company.Of(here.Append(viewer.Id));
    }

    private sealed record Seen(Person First, Company Others, Company WithFirst);

    private void WakeForTheRest(List<Seat> seats, long at)
    {
        var next = long.MaxValue;
        foreach (var seat in seats.Where(MayBeTold))
        {
            next = seat.PresenceRests > at ? Math.Min(next, seat.PresenceRests) : next;
        }

        if (next < (_wakes ?? long.MaxValue))
        {
            _wakes = next;
            _timer ??= clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(clock.GetElapsedTime(at, next) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        }
    }

    private void Wake()
    {
        Volatile.Write(ref _hasWoken, 1);
        again();
    }

    // whoever was moved himself hears at once who is there, with what he is told of his move
    private static bool IsDue(Seat seat, Session state, long at) => MayBeTold(seat)
        && (seat.PresenceTold is null || seat.PresenceRests <= at || seat.ToldAs != Access.OutlookOf(state.People[seat.Person]));

    // who catches up is told when he has
    private static bool MayBeTold(Seat seat) => seat is { PresenceDue: true, Standing: SeatStanding.Joined, CatchingUp: false };
}
