namespace IomSessions.Engine;

/// <summary>
/// The clock that all nodes over one store have in common: the store's, as the looks at it show. Between looks, and while there are none, it goes
/// as the local one does; before the first it is the local one. Only the time of day is shared: spans are measured here.
/// </summary>
/// <param name="local">The clock of this machine, which may be wrong.</param>
public sealed class SharedClock(TimeProvider local) : TimeProvider
{
    // the quickest of so many looks says it best: what one shows is right to within half of what it took
    private const int Remembered = 8;

    private readonly Queue<Shown> _shown = new();
    private volatile Shown? _best;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => local.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => local.TimestampFrequency;

    /// <summary>This clock, or one around it that can be shared.</summary>
    internal static SharedClock Of(TimeProvider clock) => clock as SharedClock ?? new SharedClock(clock);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _best is { } best ? best.Store + local.GetElapsedTime(best.At) : local.GetUtcNow();

    /// <inheritdoc/>
    public override long GetTimestamp() => local.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        local.CreateTimer(callback, state, dueTime, period);

    /// <summary>The store has said what time it is. One at a time.</summary>
    /// <param name="asked">When it was asked, as a timestamp; it has answered now.</param>
    internal void Told(DateTimeOffset store, long asked)
    {
        var took = local.GetElapsedTime(asked);
        _shown.Enqueue(new(store - (took / 2), asked, took));
        if (_shown.Count > Remembered)
        {
            _shown.Dequeue();
        }

        _best = _shown.MinBy(one => one.Took);
    }

    /// <param name="Store">What the store's clock showed at <paramref name="At"/>, if its answer took as long to come as the question to go.</param>
    private sealed record Shown(DateTimeOffset Store, long At, TimeSpan Took);
}
