namespace IomSessions.Engine;

/// <summary>
/// Delivery of what was just committed: one encoding for all connections that may read the same of it. What is asked for each connection
/// is asked per circle, not per event: within a turn the events of a circle follow each other without a hole.
/// </summary>
internal static class Live
{
    public static void Post(IReadOnlyList<Recorded> events, List<Seat> seats, Readable readable)
    {
        if (events.Count == 0)
        {
            return;
        }

        var told = CirclesTold.Of(events);
        var made = new Dictionary<Audience, List<Page>>();
        var audience = new Audience(told.Count);
        foreach (var seat in seats)
        {
            if (seat is not { Standing: SeatStanding.Joined, CatchingUp: false } || !Hears(seat, told, readable, audience))
            {
                continue;
            }

            if (!made.TryGetValue(audience, out var pages))
            {
                pages = [.. Page.Split(events.Where((_, at) => audience.Hears(told[at])))];
                made[audience.Copy()] = pages;
            }

            seat.CatchingUp = !pages.TrueForAll(seat.Post);
        }
    }

    // False: nothing of it is for this seat, or it has to be caught up because it is not where the events begin.
    private static bool Hears(Seat seat, CirclesTold told, Readable readable, Audience audience)
    {
        audience.Clear();
        var any = false;
        for (var circle = 0; circle < told.Count; circle++)
        {
            var (id, first, last) = told.Circles[circle];
            if (!readable.May(seat.Person, id))
            {
                continue;
            }

            var held = seat.Positions.GetValueOrDefault(id);
            if (held == first - 1)
            {
                audience.Add(circle);
                any = true;
            }
            else if (held < last)
            {
                // something before is missing, or some of it is held already: from the log, by the same rule
                seat.CatchingUp = true;
                return false;
            }
        }

        return any;
    }
}
