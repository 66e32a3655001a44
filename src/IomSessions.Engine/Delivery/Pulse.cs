using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The heartbeat: of fixed cadence and size, whatever happens (DL6); and the end of a connection that makes no progress (DL5).</summary>
internal sealed class Pulse(TimeProvider clock)
{
    public static readonly TimeSpan Cadence = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public void Begin(Seat seat)
    {
        seat.NextBeat = clock.GetTimestamp() + Ticks(Cadence);
        seat.Progress = (seat.Outlet.Sent, null);
    }

    /// <summary>Ends what is stalled, and notes whose beat is due.</summary>
    public void Look(List<Seat> seats)
    {
        var at = clock.GetTimestamp();
        foreach (var seat in seats.Where(seat => seat.Standing == SeatStanding.Joined))
        {
            if (IsStalled(seat, at))
            {
                seat.Standing = SeatStanding.Gone;
                seat.Outlet.Close(Frame.Of(Target.Goodbye, GoodbyeSignal.TooSlow));
                Measures.Goodbye(GoodbyeSignal.TooSlow);
            }
            else if (at >= seat.NextBeat)
            {
                seat.NextBeat += Ticks(Cadence);
                seat.BeatDue = true;
            }
        }
    }

    /// <summary>Sends the beats that are due. Whoever catches up gets his when he has, wherever he is read to from: at hand or store,
    /// which depends on how much all others say.</summary>
    public static void Beat(List<Seat> seats, Applied now)
    {
        foreach (var seat in seats.Where(seat => seat is { BeatDue: true, Standing: SeatStanding.Joined, CatchingUp: false }))
        {
            seat.BeatDue = false;
            seat.Outlet.TryPost(Frame.Of(Target.Beat, new BeatSignal(Marks.Text(Hash(seat.Person, now)), Marks.Text(DraftDelivery.Hash(seat)))));
        }
    }

    private bool IsStalled(Seat seat, long at)
    {
        if (seat.Outlet.IsIdle)
        {
            seat.Progress = (seat.Outlet.Sent, null);
            return false;
        }

        // from when it was first seen to wait: what is posted just now does not wait since the last look
        if (seat.Progress.Since is not { } since || seat.Outlet.Sent != seat.Progress.Sent)
        {
            seat.Progress = (seat.Outlet.Sent, at);
            return false;
        }

        return clock.GetElapsedTime(since, at) >= Patience;
    }

    private static UInt128 Hash(PersonId person, Applied now) =>
        now.Heads.Where(head => Access.MayRead(person, head.Key, now.State!)).Aggregate(UInt128.Zero, (hash, head) => hash ^ head.Value.Mark);

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * clock.TimestampFrequency);
}
