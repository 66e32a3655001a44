using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>What this node knows of a session's log: state, heads, and the newest events. Written by the session's desk alone; read by
/// anybody.</summary>
public sealed class Ledger
{
    /// <summary>Newest events kept at hand for delivery; what is older is read from the store.</summary>
    public const int Tail = 4_096;

    private const int Page = 512;

    // held at once by whoever reads back
    private const int Few = 32;

    private readonly SessionId _session;
    private readonly IEventStore _store;
    private readonly Tail _tail;
    private readonly Lock _gate = new();
    private volatile Applied _now = Applied.Nothing;

    private readonly Pasts _pasts = new();
    private readonly Snapshots _snapshots;

    private Ledger(SessionId session, IEventStore store, Codec codec, Snapshots snapshots, int kept, long bytes) =>
        (_session, _store, Codec, _snapshots, _tail) = (session, store, codec, snapshots, new Tail(kept, bytes));

    /// <summary>The newest applied state; consistent in itself.</summary>
    public Applied Now => _now;

    public Codec Codec { get; }

    /// <summary>Opens a session's log as it stands; an empty one for a session that does not exist yet.</summary>
    /// <exception cref="KeyMissingException">What was stored cannot be opened any more.</exception>
    /// <param name="kept">How many of the newest events are kept at hand; a simulation keeps few, to read from the store often.</param>
    /// <param name="bytes">How many bytes of them.</param>
    public static async Task<Ledger> OpenAsync(
        SessionId session, EnginePorts ports, int kept = Tail, long bytes = Limits.TailBytes, CancellationToken stop = default)
    {
        // the log first: what is in it has had its key before
        var ring = await ports.Store.HeadAsync(session, stop) == 0
            ? await ports.Keys.OpenAsync(session, stop)
            : await ports.Keys.FindAsync(session, stop) ?? throw KeyMissingException.OfSession();
        var snapshots = new Snapshots(session, ports, new SnapshotSeal(session, ring.Session, ports.Sealer));
        var codec = new Codec(session, ring, ports.Keys, ports.Sealer);
        var ledger = new Ledger(session, ports.Store, codec, snapshots, kept, bytes) { _now = await snapshots.BeginAsync(stop) };
        await ledger.CatchUpAsync(stop);
        return ledger;
    }

    /// <summary>Time has passed: a quiet session is kept as it stands, and what nobody asks for any more is not.</summary>
    public void Tick()
    {
        _snapshots.Look(_now);
        _pasts.Tick();
    }

    /// <summary>Keeps where the log stands, so that it opens at once the next time.</summary>
    public Task SnapshotAsync() => _snapshots.TakeAsync(_now);

    /// <summary>Reads what others have appended.</summary>
    public async ValueTask CatchUpAsync(CancellationToken stop = default)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var rows = await _store.ReadAsync(_session, _now.Version, Page, stop);
            if (rows.Count == 0)
            {
                return;
            }

            await Codec.FindAsync(rows.Select(row => row.Circle), stop);
            var state = _now.State;
            var recorded = new List<Recorded>(rows.Count);
            foreach (var row in rows)
            {
                var told = Codec.Open(row, out var body);
                state = Evolution.Apply(state, told);
                recorded.Add(Codec.Record(row, told, state.Circles[row.Circle].Kind, body));
            }

            Commit(rows, recorded, state!);
            if (rows.Count < Page && !PageRoom.IsFilledBy(rows))
            {
                return; // that was the end when it was read, and so it was when it was asked for
            }
        }
    }

    /// <summary>Takes over what has been appended.</summary>
    public void Commit(IReadOnlyList<StoredEvent> rows, IReadOnlyList<Recorded> recorded, Session state)
    {
        var heads = _now.Heads.ToBuilder();
        foreach (var row in rows)
        {
            heads[row.Circle] = new Head(row.Offset, row.Hash)
            {
                Opened = heads.TryGetValue(row.Circle, out var before) ? before.Opened : row.Version,
            };
        }

        var outlined = _now.Outlined.With(recorded, state);
        lock (_gate)
        {
            foreach (var one in recorded)
            {
                _tail.Add(one);
            }

            _now = new Applied(rows[^1].Version, state, heads.ToImmutable(), rows[^1].AtMs) { Outlined = outlined };
        }

        _snapshots.Offer(_now);
    }

    /// <summary>The events at hand with a version above <paramref name="after"/>, and the state they lead to; null events when older
    /// ones are needed first.</summary>
    public (IReadOnlyList<Recorded>? Events, Applied Now) After(long after)
    {
        lock (_gate)
        {
            var now = _now;
            if (after >= now.Version)
            {
                return ([], now);
            }

            var missing = now.Version - after;
            return missing > _tail.Count ? (null, now) : (_tail.Last((int)missing), now);
        }
    }

    /// <summary>The events at hand, from the newest backwards, for as long as the answer is yes. Without a copy: a thousand who come back at
    /// once look for the same few.</summary>
    /// <param name="goOn">Must be quick: nothing is committed meanwhile.</param>
    public void LookBack(Func<Recorded, bool> goOn)
    {
        lock (_gate)
        {
            _tail.LookBack(goOn);
        }
    }

    /// <summary>A page of the stored log, opened where <paramref name="wanted"/> says so.</summary>
    /// <returns>The events wanted, and the version up to which was read; equal to <paramref name="after"/> at the end of the log.</returns>
    public async ValueTask<(IReadOnlyList<Recorded> Events, long ReadTo)> ReadAsync(
        long after, Func<StoredEvent, bool> wanted, CancellationToken stop = default)
    {
        var rows = await _store.ReadAsync(_session, after, Page, stop);
        await Codec.FindAsync(rows.Select(row => row.Circle), stop);
        var circles = _now.State?.Circles;
        var events = new List<Recorded>();
        foreach (var row in rows)
        {
            if (circles is not null && circles.TryGetValue(row.Circle, out var circle) && wanted(row))
            {
                var told = Codec.Open(row, out var body);
                events.Add(Codec.Record(row, told, circle.Kind, body));
            }
        }

        return (events, rows.Count == 0 ? after : rows[^1].Version);
    }

    /// <summary>At most <paramref name="max"/> events of one circle with an offset above <paramref name="after"/>, in order: all that there are, page by
    /// page.</summary>
    public async ValueTask<IReadOnlyList<Recorded>> ReadCircleAsync(CircleId circle, long after, int max, CancellationToken stop = default)
    {
        var all = await ReadPageAsync(circle, after, max, stop);
        if (all.Count == 0 || all.Count == max)
        {
            return all;
        }

        var (read, head) = (all.ToList(), _now.HeadOf(circle).Offset);
        while (read.Count < max && read[^1].Offset < head && await ReadPageAsync(circle, read[^1].Offset, max - read.Count, stop) is { Count: > 0 } more)
        {
            read.AddRange(more);
        }

        return read;
    }

    /// <summary>As <see cref="ReadCircleAsync"/>, but no more than one page holds; nothing: there is no more.</summary>
    public async ValueTask<IReadOnlyList<Recorded>> ReadPageAsync(CircleId circle, long after, int max, CancellationToken stop = default)
    {
        if (_now.State?.Circles.GetValueOrDefault(circle) is not { Kind: var kind })
        {
            return [];
        }

        var rows = await _store.ReadCircleAsync(_session, circle, after, max, stop);
        await Codec.FindAsync([circle], stop);
        return [.. rows.Select(row => Codec.Record(row, Codec.Open(row, out var body), kind, body))];
    }

    /// <summary>Events of one circle from an offset back to another, the newest first. They are read a few at a time: whoever has enough stops.</summary>
    public async IAsyncEnumerable<Recorded> ReadBackAsync(
        CircleId circle, long after, long to, [EnumeratorCancellation] CancellationToken stop = default)
    {
        while (to > after)
        {
            var from = Math.Max(after, to - Few);
            foreach (var one in (await ReadCircleAsync(circle, from, (int)(to - from), stop)).Reverse())
            {
                yield return one;
            }

            to = from;
        }
    }

    /// <inheritdoc cref="Pasts.OfAsync"/>
    internal ValueTask<IReadOnlyList<Recorded>> PastAsync(Applied now, CircleId circle, int recent) => _pasts.OfAsync(this, now, circle, recent);

    /// <summary>The mark of the event at a place; default: there is none. Mostly at hand, else from the store.</summary>
    public async ValueTask<UInt128> MarkAsync(CircleId circle, long offset, CancellationToken stop = default)
    {
        lock (_gate)
        {
            if (_tail.Find(circle, offset) is { } one)
            {
                return one.Mark;
            }
        }

        return await FindAsync(circle, offset, stop) is { } row ? Chain.Mark(row.Hash) : default;
    }

    /// <summary>The stored event at a place, or null.</summary>
    public async ValueTask<StoredEvent?> FindAsync(CircleId circle, long offset, CancellationToken stop = default) =>
        (await _store.ReadCircleAsync(_session, circle, offset - 1, 1, stop)) is [var row] && row.Offset == offset ? row : null;
}

/// <summary>A session's log as applied up to a version.</summary>
/// <param name="State">Null: the session does not exist.</param>
/// <param name="AtMs">Time of the newest event; times never fall within a session.</param>
public sealed record Applied(long Version, Session? State, ImmutableDictionary<CircleId, Head> Heads, long AtMs)
{
    /// <summary>What a newcomer must hear of each open circle.</summary>
    public Outlined Outlined { get; init; } = Outlined.Nothing;

    public static Applied Nothing { get; } = new(0, null, ImmutableDictionary<CircleId, Head>.Empty, 0);

    public Head HeadOf(CircleId circle) => Heads.GetValueOrDefault(circle, Head.Start);
}
