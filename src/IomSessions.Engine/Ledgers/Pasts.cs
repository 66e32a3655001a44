using System.Collections.Concurrent;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// What whoever holds nothing of a circle is told of its past: what lasts, and the newest. Found once for all who come while nothing more
/// has happened in the circle; forgotten when for a while nobody has. Thread-safe.
/// </summary>
internal sealed class Pasts
{
    private readonly ConcurrentDictionary<CircleId, Past> _found = new();

    /// <param name="head">The circle's newest offset in <paramref name="now"/>.</param>
    /// <param name="recent">How many of the newest events are told.</param>
    /// <returns>In the order of the log.</returns>
    public async ValueTask<IReadOnlyList<Recorded>> OfAsync(Ledger ledger, Applied now, CircleId circle, long head, int recent)
    {
        if (_found.TryGetValue(circle, out var past) && (past.Head, past.Recent) == (head, recent))
        {
            past.IsAsked = true;
            return past.Events;
        }

        var offsets = now.Outlined.Circles.GetValueOrDefault(circle, OutlinedCircle.Nothing).Offsets(head, recent);
        var events = await FindAsync(ledger, circle, new SortedSet<long>(offsets));
        _found[circle] = new Past(head, recent, events);
        return events;
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

    private static async ValueTask<IReadOnlyList<Recorded>> FindAsync(Ledger ledger, CircleId circle, SortedSet<long> wanted)
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

    private sealed record Past(long Head, int Recent, IReadOnlyList<Recorded> Events)
    {
        public bool IsAsked { get; set; } = true;
    }
}
