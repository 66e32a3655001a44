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
        var events = to == from ? [] : await ledger.ReadCircleAsync(circle, from, (int)(to - from), stop);
        var fitting = Fitting(events);
        var since = fitting.Count > 0 ? fitting[0].Offset : long.MaxValue;
        return new(new WireList(fitting), from > 0 || fitting.Count < events.Count)
        {
            Renditions = new WireList(await LateAsync(ledger, person, circle, offset => offset >= since && offset <= to, stop)),
        };
    }

    /// <summary>What came after the sitting had ended, renditions and copies of it, in the order of the log.</summary>
    public static async Task<List<Recorded>> LateAsync(
        Ledger ledger, PersonId person, CircleId sitting, Func<long, bool> wanted, CancellationToken stop)
    {
        var now = ledger.Now;
        var late = now.State!.Circles
            .Where(one => one.Value is { Kind: CircleKind.Named, About: { } about } && about.Sitting == sitting && wanted(about.Offset)
                && Access.MayRead(person, one.Key, now.State))
            .OrderBy(one => now.HeadOf(one.Key).Opened)
            .Select(one => one.Key);
        var found = new List<Recorded>();
        foreach (var circle in late)
        {
            found.AddRange(await ledger.ReadCircleAsync(circle, 0, 1, stop));
        }

        return found;
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

    // The newest that fit into one answer, and one at least.
    private static List<Recorded> Fitting(IReadOnlyList<Recorded> events)
    {
        var (count, bytes) = (0, 0);
        for (; count < events.Count; count++)
        {
            bytes += events[^(count + 1)].Wire.Length;
            if (count > 0 && bytes > Limits.DeliveryBytes)
            {
                break;
            }
        }

        return [.. events.Skip(events.Count - count)];
    }
}

/// <summary>A sitting that one sat in and that has ended.</summary>
/// <param name="Opened">Its first event: the room, and who sat there.</param>
/// <param name="Events">How many events it has, the first included.</param>
public sealed record EarlierSitting(WireOne Opened, long Events);
