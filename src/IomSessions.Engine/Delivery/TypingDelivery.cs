using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Tells that somebody is writing to those who sit with him.</summary>
internal static class TypingDelivery
{
    /// <summary>A signal names its sitting and is dropped unless that is open and its sender sits in it.</summary>
    public static void Post(Note.Typing typing, List<Seat> seats, Session state)
    {
        if (!state.People.TryGetValue(typing.Person, out var person) || state.SittingOf(person) != typing.Sitting)
        {
            return;
        }

        var frame = Frame.Of(Target.Typing, new TypingSignal(typing.Sitting, typing.Person));
        foreach (var seat in seats.Where(seat => seat is { Standing: SeatStanding.Joined, CatchingUp: false }
            && seat.Person != typing.Person && seat.Outlet.IsIdle && Access.MayRead(seat.Person, typing.Sitting, state)))
        {
            seat.Outlet.TryPost(frame);
        }
    }
}
