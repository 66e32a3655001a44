using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Delivery of what a connection has missed, in the order of the log.</summary>
internal static class Replay
{
    /// <summary>From the events at hand, if all that is missing is among them.</summary>
    /// <returns>False: it is not; the store has to be read.</returns>
    public static bool FromTail(Seat seat, Ledger ledger, Applied now, Readable readable)
    {
        var missing = Missing(seat, now, readable);
        if (missing.Count > 0)
        {
            if (Found(seat, ledger, now, missing) is not { } found)
            {
                return false;
            }

            Measures.CaughtUp("tail");
            if (!Page.Split(found).All(seat.Post))
            {
                return true;
            }
        }

        seat.CatchingUp = false;
        return true;
    }

    // Backwards from the newest, to the first that each circle lacks: mostly little is missing, and much is at hand. Null: too little is.
    private static List<Recorded>? Found(Seat seat, Ledger ledger, Applied now, HashSet<CircleId> missing)
    {
        var (found, left) = (new List<Recorded>(), missing.Count);
        ledger.LookBack(one =>
        {
            if (one.Version <= now.Version && missing.Contains(one.Circle) && seat.Positions.GetValueOrDefault(one.Circle) is var held
                && one.Offset > held)
            {
                found.Add(one);
                left -= one.Offset == held + 1 ? 1 : 0;
            }

            return left > 0;
        });
        found.Reverse();
        return left == 0 ? found : null;
    }

    /// <summary>From the store, page by page, up to the newest applied version. Runs beside the pump's turns.</summary>
    /// <param name="isBlind">Whether the state may be old: the rest follows when it is not.</param>
    public static async Task FromStoreAsync(Seat seat, Ledger ledger, Func<bool> isBlind)
    {
        var now = ledger.Now;
        var from = await FirstMissingAsync(seat, ledger, now) - 1;
        var (builder, ahead) = (new Page.Builder(), new Positions(seat));
        while (from < now.Version && seat.Standing == SeatStanding.Joined)
        {
            // asked anew for each page: somebody removed meanwhile gets no more of it
            var state = ledger.Now.State!;
            var (events, readTo) = await ledger.ReadAsync(from, row => row.Version <= now.Version
                && Access.MayRead(seat.Person, row.Circle, state) && ahead.Takes(row.Circle, row.Offset));
            if (isBlind())
            {
                return;
            }

            foreach (var one in events)
            {
                if (builder.Add(one) is { } full && !seat.Post(full))
                {
                    return;
                }
            }

            if (readTo == from)
            {
                break;
            }

            from = readTo;
        }

        if (seat.Standing == SeatStanding.Joined && builder.Rest() is { } rest)
        {
            seat.Post(rest);
        }
    }

    private static async ValueTask<long> FirstMissingAsync(Seat seat, Ledger ledger, Applied now)
    {
        if (seat.Positions.Count == 0)
        {
            return 1;
        }

        var version = now.Version + 1;
        foreach (var circle in Missing(seat, now, new Readable(now.State!)))
        {
            var first = await ledger.FindAsync(circle, seat.Positions.GetValueOrDefault(circle) + 1);
            version = Math.Min(version, first?.Version ?? 1);
        }

        return version;
    }

    private static HashSet<CircleId> Missing(Seat seat, Applied now, Readable readable) =>
        [.. now.Heads
            .Where(head => seat.Positions.GetValueOrDefault(head.Key) < head.Value.Offset && readable.May(seat.Person, head.Key))
            .Select(head => head.Key)];
}
