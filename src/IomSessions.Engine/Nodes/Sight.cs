namespace IomSessions.Engine;

/// <summary>
/// Of when what this node knows of one session is. That a look has shown how far the log goes is not enough: it counts once the ledger has come so
/// far. What is older than <see cref="Lasts"/> may have been overtaken by somebody's removal (PE4). Thread-safe.
/// </summary>
internal sealed class Sight
{
    /// <summary>For how long what was seen is believed.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(2);

    private readonly Ledger _ledger;
    private readonly TimeProvider _clock;
    private readonly Func<bool> _isNodeBlind;
    private readonly Lock _gate = new();
    private readonly Queue<(long Head, long At)> _ahead = new();
    private long _asOf;

    /// <param name="readAt">When the reading of the ledger began.</param>
    /// <param name="isNodeBlind">Whether no look has succeeded of late, whatever session it is.</param>
    public Sight(Ledger ledger, TimeProvider clock, long readAt, Func<bool> isNodeBlind) =>
        (_ledger, _clock, _asOf, _isNodeBlind) = (ledger, clock, readAt, isNodeBlind);

    /// <summary>Whether what is known here may be old.</summary>
    public bool IsBlind
    {
        get
        {
            if (_isNodeBlind())
            {
                return true;
            }

            if (!IsOld(Volatile.Read(ref _asOf)))
            {
                return false;
            }

            lock (_gate)
            {
                Follow();
                return IsOld(_asOf);
            }
        }
    }

    /// <summary>A look has shown how far the log goes.</summary>
    /// <param name="at">When the look began.</param>
    public void Shown(long head, long at)
    {
        lock (_gate)
        {
            Follow();
            while (_ahead.TryPeek(out var next) && IsOld(next.At))
            {
                // reached or not, it is of no use any more
                _ahead.Dequeue();
            }

            _ahead.Enqueue((head, at));
            Follow();
        }
    }

    private void Follow()
    {
        while (_ahead.TryPeek(out var next) && next.Head <= _ledger.Now.Version)
        {
            _ahead.Dequeue();
            Volatile.Write(ref _asOf, Math.Max(_asOf, next.At));
        }
    }

    private bool IsOld(long at) => _clock.GetElapsedTime(at) > Lasts;
}
