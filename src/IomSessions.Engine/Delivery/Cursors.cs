using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Compares what a client holds with the log (DL2).</summary>
internal static class Cursors
{
    /// <returns>The offset held of each circle, or null when the log is not the one the client knew.</returns>
    public static async ValueTask<Dictionary<CircleId, long>?> CompareAsync(
        Ledger ledger, PersonId person, IReadOnlyList<Cursor> cursors, EndedCircles? ended, CancellationToken stop)
    {
        var now = ledger.Now;
        var held = new Dictionary<CircleId, long>();
        foreach (var cursor in cursors)
        {
            // what he may not read any more (suspended: anything but his own circle) he is told to forget; the same for what never was
            if (!Access.MayRead(person, cursor.Circle, now.State!))
            {
                return null;
            }

            var head = now.HeadOf(cursor.Circle);
            if (cursor.Offset < 0 || cursor.Offset > head.Offset || !held.TryAdd(cursor.Circle, cursor.Offset))
            {
                return null;
            }

            var mark = cursor.Offset == head.Offset || cursor.Offset == 0
                ? head.Mark
                : await ledger.MarkAsync(cursor.Circle, cursor.Offset, stop);
            if (cursor.Offset > 0 && mark != cursor.Mark)
            {
                return null;
            }
        }

        return ended is not { } over || TakeEnded(now, person, over, held) ? held : null;
    }

    // What ended for a client is what it heard of first: everything comes in the order of the log, so it is a beginning of the row of
    // all that has ended, also when more has ended since.
    private static bool TakeEnded(Applied now, PersonId person, EndedCircles over, Dictionary<CircleId, long> held)
    {
        if (over.Count < 0)
        {
            return false;
        }

        var state = now.State!;
        var first = now.Heads
            .Where(head => state.Circles[head.Key].Ended && !held.ContainsKey(head.Key) && Access.MayRead(person, head.Key, state))
            .OrderBy(head => head.Value.Opened)
            .Take(over.Count)
            .ToList();
        foreach (var (circle, head) in first)
        {
            held[circle] = head.Offset;
        }

        return first.Count == over.Count && first.Aggregate(UInt128.Zero, (mark, head) => mark ^ head.Value.Mark) == over.Mark;
    }
}
