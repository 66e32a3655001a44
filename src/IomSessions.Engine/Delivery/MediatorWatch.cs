using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Notices that no mediator has been connected for five minutes, and that one is back (PE5).</summary>
internal sealed class MediatorWatch(TimeProvider clock, Action<bool> absent)
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private long _lastSeen = clock.GetTimestamp();
    private (bool Missing, long At)? _asked;

    /// <param name="elsewhere">Who is connected on other nodes.</param>
    public void Look(Session state, List<Seat> seats, IReadOnlySet<PersonId> elsewhere)
    {
        var here = seats.Exists(seat => seat.Standing == SeatStanding.Joined && IsMediator(seat.Person)) || elsewhere.Any(IsMediator);
        if (here || state.Phase != Phase.Open)
        {
            _lastSeen = clock.GetTimestamp();
        }

        var missing = !here && clock.GetElapsedTime(_lastSeen) >= Patience;
        if (missing == state.MediatorsAbsent || (!missing && !here))
        {
            _asked = null;
        }
        else if (_asked is not { } before || before.Missing != missing || clock.GetElapsedTime(before.At) >= DueWatch.Again)
        {
            // until it is in the state: the store may fail
            _asked = (missing, clock.GetTimestamp());
            absent(missing);
        }

        bool IsMediator(PersonId person) =>
            state.People.GetValueOrDefault(person) is { IsMediator: true, Status: PersonStatus.Admitted };
    }
}
