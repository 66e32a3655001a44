namespace IomSessions.Engine;

/// <summary>The heartbeat: of fixed cadence and size, whatever happens (DL6); and the end of a connection that makes no progress (DL5).</summary>
internal sealed class Pulse(TimeProvider clock)
{
    public static readonly TimeSpan Cadence = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public void Begin(Seat seat)
    {
        seat.NextBeat = clock.GetTimestamp() + Ticks(Cadence);
        seat.Progress = new(seat.Outlet.Posted, seat.Outlet.Sent, clock.GetTimestamp());
    }

    /// <summary>Ends what is stalled, and notes whose beat is due.</summary>
    public void Look(List<Seat> seats)
    {
        var at = clock.GetTimestamp();
        foreach (var seat in seats.Where(seat => seat.Standing == SeatStanding.Joined))
        {
            var isDue = at >= seat.NextBeat;
            if (IsStalled(seat, at, isDue))
            {
                seat.Standing = SeatStanding.Gone;
                seat.Outlet.Close(Frame.Of(Target.Goodbye, GoodbyeSignal.TooSlow));
                Measures.Goodbye(GoodbyeSignal.TooSlow);
            }
            else if (isDue)
            {
                seat.NextBeat += Ticks(Cadence);
                seat.BeatDue = true;
            }
        }
    }

    /// <summary>Sends the beats that are due. Whoever catches up gets his when he has, wherever he is read to from: at hand or store,
    /// which depends on how much all others say.</summary>
    public static void Beat(List<Seat> seats, Ledger ledger, Applied now)
    {
        foreach (var seat in seats.Where(seat => seat is { BeatDue: true, Standing: SeatStanding.Joined, CatchingUp: false }))
        {
            seat.BeatDue = false;
            seat.Outlet.TryPost(Frame.Of(Target.Beat, new BeatSignal(Marks.Text(seat.Heads.Of(seat.Person, ledger, now)), Marks.Text(DraftDelivery.Hash(seat)))));
            seat.Progress = seat.Progress with { Target = seat.Outlet.Posted };
        }
    }

    // By beats alone: when a line that is dead is found to be must not tell when something else was said to it.
    private bool IsStalled(Seat seat, long at, bool isDue)
    {
        var (target, sent, since) = seat.Progress;
        if (seat.Outlet.Sent < target && seat.Outlet.Sent == sent)
        {
            return clock.GetElapsedTime(since, at) >= Patience;
        }

        if (isDue)
        {
            seat.Progress = new(seat.Outlet.Posted, seat.Outlet.Sent, at);
        }

        return false;
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * clock.TimestampFrequency);
}

/// <summary>How far a line had come when a beat was due.</summary>
/// <param name="Target">Frames that were posted by then, the beat among them: these must go out.</param>
/// <param name="Sent">Frames that had gone out.</param>
/// <param name="Since">When that was.</param>
internal readonly record struct Progress(long Target, long Sent, long Since);
