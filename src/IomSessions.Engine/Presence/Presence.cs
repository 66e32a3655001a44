using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Who is connected, told to those who may know it (RM10). Weather, not history: never stored.</summary>
internal sealed class Presence
{
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

        if (!seats.Exists(MayBeTold))
        {
            return;
        }

        var connected = seats.Where(seat => seat.Standing == SeatStanding.Joined)
            .Select(seat => seat.Person).Concat(elsewhere).Distinct()
            .Select(person => state.People.GetValueOrDefault(person)).OfType<Person>().ToList();
        var frames = new Dictionary<Company, Frame>();
        var seen = new Dictionary<(PersonStatus, bool, RoomId?, PartyId?), Seen>();
        foreach (var seat in seats.Where(MayBeTold))
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
            }
        }
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

    // who catches up is told when he has
    private static bool MayBeTold(Seat seat) => seat is { PresenceDue: true, Standing: SeatStanding.Joined, CatchingUp: false };
}
