using System.Collections.Concurrent;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// What whoever holds nothing of a circle is told of its past: what lasts, and the newest. Found once for all who come while nothing more
/// has happened in the circle, also at the same moment; forgotten when for a while nobody has. Thread-safe.
/// </summary>
/// <remarks>How soon somebody is told may depend on whether another came just before, as it does on what the database holds in memory; what he is
/// told does not.</remarks>
internal sealed class Pasts
{
    private readonly ConcurrentDictionary<CircleId, Past> _found = new();

    /// <summary>A circle's past as it stands in <paramref name="now"/>.</summary>
    /// <param name="recent">How many of the newest events are told.</param>
    /// <returns>In the order of the log.</returns>
    public async ValueTask<IReadOnlyList<Recorded>> OfAsync(Ledger ledger, Applied now, CircleId circle, int recent)
    {
        var head = now.HeadOf(circle).Offset;
        var mine = new Past(head, recent);
        var past = _found.AddOrUpdate(circle, mine, (_, found) => (found.Head, found.Recent) == (head, recent) ? found : mine);
        past.IsAsked = true;
        if (past == mine)
        {
            try
            {
                var lasting = now.Outlined.Circles.GetValueOrDefault(circle, OutlinedCircle.Nothing);
                mine.Events.SetResult(await FindAsync(ledger, circle, lasting.Offsets(head, recent)));
            }
            catch (Exception failure)
            {
                // whoever comes next asks the store again
                _found.TryRemove(new(circle, mine));
                mine.Events.SetException(failure);
            }
        }

        return await past.Events.Task;
    }

    /// <summary>Time has passed: what nobody has asked for since the last time is forgotten.</summary>
    public void Tick()
    {
        foreach (var one in _found)
        {
            if (!one.Value.IsAsked)
            {
                _found.TryRemove(one);
            }

            one.Value.IsAsked = false;
        }
    }

    private static async Task<IReadOnlyList<Recorded>> FindAsync(Ledger ledger, CircleId circle, SortedSet<long> wanted)
    {
        var found = new List<Recorded>(wanted.Count);
        if (wanted.Count == 0)
        {
            return found;
        }

        // mostly all of it is at hand: the store is read for the rest
        ledger.LookBack(one =>
        {
            if (one.Circle == circle && wanted.Remove(one.Offset))
            {
                found.Add(one);
            }

            return wanted.Count > 0;
        });
        found.AddRange(await ReadAsync(ledger, circle, wanted));
        found.Sort((one, other) => one.Offset.CompareTo(other.Offset));
        return found;
    }

    // Lasting events lie apart, the newest together: one read for each run of neighbours.
    private static async Task<List<Recorded>> ReadAsync(Ledger ledger, CircleId circle, SortedSet<long> offsets)
    {
        var found = new List<Recorded>(offsets.Count);
        var (from, to) = (0L, 0L);
        foreach (var offset in offsets)
        {
            if (offset == to + 1 && from > 0)
            {
                to = offset;
                continue;
            }

            await ReadRunAsync();
            (from, to) = (offset, offset);
        }

        await ReadRunAsync();
        return found;

        async Task ReadRunAsync()
        {
            if (from > 0)
            {
                found.AddRange(await ledger.ReadCircleAsync(circle, from - 1, (int)(to - from + 1)));
            }
        }
    }

    private sealed class Past(long head, int recent)
    {
        public long Head => head;

        public int Recent => recent;

        public TaskCompletionSource<IReadOnlyList<Recorded>> Events { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsAsked { get; set; }
    }
}
