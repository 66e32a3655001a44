namespace IomSessions.Engine;

/// <summary>Where a desk waits until so much waits at it, at most so long. One at a time waits.</summary>
/// <param name="isEnough">Whether so many wait, or something that must not be kept waiting.</param>
internal sealed class Gathering(TimeProvider clock, Func<int, bool> isEnough)
{
    private volatile Wait? _wait;
    private ITimer? _timer;

    public async Task UntilAsync(int enough, TimeSpan longest, CancellationToken stop)
    {
        var wait = new Wait(enough);
        // before it looks what has come: whoever comes then looks here
        Interlocked.Exchange(ref _wait, wait);
        if (!isEnough(enough))
        {
            // one timer for all: thousands of delays a second that nobody waits for any more would cost more than the waiting saves
            _timer ??= clock.CreateTimer(_ => _wait?.Over.TrySetResult(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(longest, Timeout.InfiniteTimeSpan);
            await wait.Over.Task.WaitAsync(stop);
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        _wait = null;
    }

    /// <summary>Something has come.</summary>
    public void Look()
    {
        if (_wait is { } wait && isEnough(wait.Enough))
        {
            wait.Over.TrySetResult();
        }
    }

    private sealed record Wait(int Enough)
    {
        public TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
