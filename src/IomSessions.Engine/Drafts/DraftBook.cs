using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>What this node knows of a draft's log: its text, the newest changes, and the head of its chain. Written by the draft's desk alone;
/// read by anybody.</summary>
internal sealed class DraftBook
{
    private const int Page = 512;

    private readonly SessionId _session;
    private readonly IDraftLog _log;
    private readonly DraftText _base;
    private readonly Lock _gate = new();
    private readonly List<RecordedChange> _newest = [];
    private volatile DraftStand _now;
    private long _kept;

    private DraftBook(SessionId session, CircleId circle, IDraftLog log, DraftCodec codec, DraftText beginning, DraftStand begun) =>
        (_session, Circle, _log, Codec, _base, _now, _kept) = (session, circle, log, codec, beginning, begun, begun.Version);

    public CircleId Circle { get; }

    public DraftCodec Codec { get; }

    /// <summary>The newest text; consistent in itself.</summary>
    public DraftStand Now => _now;

    /// <param name="beginning">The text of version 0.</param>
    public static async Task<DraftBook> OpenAsync(
        SessionId session, CircleId circle, IDraftLog log, DraftCodec codec, string beginning, CancellationToken stop)
    {
        var text = DraftText.Of(beginning);
        var head = await log.DraftHeadAsync(session, circle, stop);
        // so far back that all is at hand that an editor may still write on
        var begun = await BeginAsync(session, circle, log, codec, text, head - Limits.DraftTail, stop);
        var book = new DraftBook(session, circle, log, codec, text, begun);
        await book.CatchUpAsync(stop);
        return book;
    }

    /// <summary>Reads what others have appended.</summary>
    /// <returns>Whether there was anything.</returns>
    public async ValueTask<bool> CatchUpAsync(CancellationToken stop)
    {
        for (var any = false; ; any = true)
        {
            var rows = await _log.ReadChangesAsync(_session, Circle, _now.Version, Page, stop);
            if (rows.Count == 0)
            {
                return any;
            }

            var changes = rows.Select(Codec.Open).ToList();
            Commit(changes, changes.Aggregate(_now.Manuscript, (text, one) => text.Take(one.Changed)));
        }
    }

    /// <summary>Takes over what has been appended.</summary>
    public void Commit(IReadOnlyList<RecordedChange> changes, Manuscript text)
    {
        lock (_gate)
        {
            _newest.AddRange(changes);
            if (_newest.Count >= 2 * Limits.DraftTail)
            {
                _newest.RemoveRange(0, _newest.Count - Limits.DraftTail);
            }

            _now = new DraftStand(text, changes[^1].Hash);
        }
    }

    /// <summary>The changes at hand after a version; null when older ones are needed first.</summary>
    public IReadOnlyList<RecordedChange>? After(long version)
    {
        lock (_gate)
        {
            var missing = _now.Version - version;
            return missing <= 0 ? [] : missing > _newest.Count ? null : _newest.GetRange(_newest.Count - (int)missing, (int)missing);
        }
    }

    /// <summary>A page of stored changes after a version.</summary>
    public async Task<IReadOnlyList<RecordedChange>> ReadAsync(long after, CancellationToken stop) =>
        [.. (await _log.ReadChangesAsync(_session, Circle, after, Page, stop)).Select(Codec.Open)];

    /// <summary>What a reader holds who holds all up to a version; null: there is no such version.</summary>
    public async ValueTask<UInt128?> MarkAtAsync(long version, CancellationToken stop)
    {
        if (version == _now.Version)
        {
            return Chain.Mark(_now.Hash);
        }

        if (version is 0)
        {
            return Chain.Mark(DraftCodec.Start);
        }

        return version > 0 && await _log.ReadChangesAsync(_session, Circle, version - 1, 1, stop) is [var row] && row.Version == version
            ? Chain.Mark(row.Hash)
            : null;
    }

    /// <summary>The text at a version, now or earlier; null: there is no such version.</summary>
    public async ValueTask<string?> TextAtAsync(long version, CancellationToken stop)
    {
        var now = _now;
        if (version == now.Version)
        {
            return now.Manuscript.Text.ToString();
        }

        if (version < 0 || version > now.Version)
        {
            return null;
        }

        var begun = await BeginAsync(_session, Circle, _log, Codec, _base, version, stop);
        for (var (text, at) = (begun.Manuscript.Text, begun.Version); ;)
        {
            var left = (int)Math.Min(Page, version - at);
            if (left == 0)
            {
                return text.ToString();
            }

            var rows = await _log.ReadChangesAsync(_session, Circle, at, left, stop);
            if (rows.Count == 0)
            {
                return null;
            }

            text = rows.Select(Codec.Open).Aggregate(text, (before, one) => before.Apply(one.Changed.Change));
            at = rows[^1].Version;
        }
    }

    /// <summary>Changes since the text was kept.</summary>
    public long Unkept => _now.Version - Volatile.Read(ref _kept);

    /// <summary>Keeps the text as it is, if so much has been written since the last time.</summary>
    public async Task CheckpointAsync(long worth)
    {
        var now = _now;
        var kept = Volatile.Read(ref _kept);
        if (now.Version - kept >= worth && Interlocked.CompareExchange(ref _kept, now.Version, kept) == kept)
        {
            await _log.KeepCheckpointAsync(_session, Codec.SealText(now.Manuscript.Text, now.Version, now.Hash));
        }
    }

    // whatever is wrong with a checkpoint, the changes are the truth
    private static async Task<DraftStand> BeginAsync(
        SessionId session, CircleId circle, IDraftLog log, DraftCodec codec, DraftText beginning, long notAfter, CancellationToken stop)
    {
        if (notAfter > 0 && await log.FindCheckpointAsync(session, circle, notAfter, stop) is { } kept
            && await log.ReadChangesAsync(session, circle, kept.Version - 1, 1, stop) is [var row] && row.Hash.AsSpan().SequenceEqual(kept.Hash))
        {
            try
            {
                return new DraftStand(Manuscript.Of(codec.OpenText(kept), kept.Version), kept.Hash);
            }
            catch (System.Security.Cryptography.CryptographicException)
            {
                // damaged: from the beginning
            }
        }

        return new DraftStand(Manuscript.Of(beginning), DraftCodec.Start);
    }
}

/// <summary>A draft as it stands.</summary>
/// <param name="Hash">32 bytes: the newest link of its chain.</param>
internal sealed record DraftStand(Manuscript Manuscript, byte[] Hash)
{
    public long Version => Manuscript.Version;
}
