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
        var state = now.State!;
        var held = new Dictionary<CircleId, long>();
        foreach (var cursor in cursors)
        {
            // what he may not read any more he is told to forget; the same answer for what never was
            if (!Access.MayRead(person, cursor.Circle, state))
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
                : (await ledger.FindAsync(cursor.Circle, cursor.Offset, stop) is { } row ? Chain.Mark(row.Hash) : default);
            if (cursor.Offset > 0 && mark != cursor.Mark)
            {
                return null;
            }
        }

        return ended is not { } over || TakeEnded(now, person, over, held) ? held : null;
    }

    private static bool TakeEnded(Applied now, PersonId person, EndedCircles over, Dictionary<CircleId, long> held)
    {
        var (count, mark) = (0, UInt128.Zero);
        foreach (var (circle, head) in now.Heads)
        {
            if (now.State!.Circles[circle].Ended && !held.ContainsKey(circle) && Access.MayRead(person, circle, now.State))
            {
                held[circle] = head.Offset;
                count++;
                mark ^= head.Mark;
            }
        }

        return count == over.Count && mark == over.Mark;
    }
}
