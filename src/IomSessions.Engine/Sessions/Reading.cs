using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Reading back what one was not told at first: by the one rule of access, from the store.</summary>
internal static class Reading
{
    /// <summary>The newest events of a circle before an offset, in the order of the log.</summary>
    /// <returns>Null: no such circle, or not his to read; one answer for both (DL7).</returns>
    public static async Task<PastSignal?> BackAsync(Ledger ledger, PersonId person, CircleId circle, long before, int max, CancellationToken stop)
    {
        var now = ledger.Now;
        if (now.State is not { } state || !Access.MayRead(person, circle, state))
        {
            return null;
        }

        var to = Math.Clamp(before - 1, 0, now.HeadOf(circle).Offset);
        var from = Math.Max(0, to - max);
        var late = Late(now, state, person, circle, from, to);
        var (events, renditions, bytes) = (new List<Recorded>(), new List<Recorded>(), 0);
        await foreach (var one in ledger.ReadBackAsync(circle, from, to, stop))
        {
            var with = new List<Recorded>();
            foreach (var rendition in late[one.Offset])
            {
                with.AddRange(await ledger.ReadCircleAsync(rendition, 0, 1, stop));
            }

            // the newest that fit into one answer, each with what belongs to it, and one at least
            bytes += one.Wire.Length + with.Sum(rendition => rendition.Wire.Length);
            if (events.Count > 0 && bytes > Limits.DeliveryBytes)
            {
                break;
            }

            events.Add(one);
            renditions.AddRange(with);
        }

        events.Reverse();
        return new(new WireList(events), from > 0 || events.Count < to)
        {
            Renditions = new WireList([.. renditions.OrderBy(one => one.Version)]),
        };
    }

    /// <summary>The sittings that ended for him and those of which he was given a copy, the newest first, each by its opening.</summary>
    /// <param name="before">Those that opened before this one; null: from the newest on.</param>
    public static async Task<IReadOnlyList<EarlierSitting>?> SittingsAsync(
        Ledger ledger, PersonId person, CircleId? before, int max, CancellationToken stop)
    {
        var now = ledger.Now;
        if (now.State is not { } state || (before is { } known && !Access.MayRead(person, known, state)))
        {
            return null;
        }

        var until = before is { } last ? now.HeadOf(last).Opened : long.MaxValue;
        var mine = now.Heads
            .Where(head => head.Value.Opened < until && state.Circles[head.Key] is { Kind: CircleKind.Sitting, Ended: true } or { CopyOf: not null }
                && Access.MayRead(person, head.Key, state))
            .OrderByDescending(head => head.Value.Opened)
            .Take(max)
            .ToList();
        var sittings = new List<EarlierSitting>(mine.Count);
        foreach (var (circle, head) in mine)
        {
            var first = await ledger.ReadCircleAsync(circle, 0, 1, stop);
            sittings.Add(new(new WireOne(first[0]), head.Offset));
        }

        return sittings;
    }

    // What came after the sitting had ended, renditions and copies of it, by what it is about.
    private static ILookup<long, CircleId> Late(Applied now, Session state, PersonId person, CircleId sitting, long after, long to) => state.Circles
        .Where(one => one.Value is { Kind: CircleKind.Named, About: { } about } && about.Sitting == sitting && about.Offset > after && about.Offset <= to
            && Access.MayRead(person, one.Key, state))
        .OrderBy(one => now.HeadOf(one.Key).Opened)
        .ToLookup(one => one.Value.About!.Value.Offset, one => one.Key);
}

/// <summary>A sitting that one sat in and that has ended.</summary>
/// <param name="Opened">Its first event: the room, and who sat there.</param>
/// <param name="Events">How many events it has, the first included.</param>
public sealed record EarlierSitting(WireOne Opened, long Events);
