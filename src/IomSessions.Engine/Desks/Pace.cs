namespace IomSessions.Engine;

/// <summary>
/// Lets a desk that has much to do rest as long as its last turn took, delivery included. What comes meanwhile is decided, stored and
/// told together, so that under load a sentence costs less and less; whoever speaks alone never waits.
/// </summary>
internal sealed class Pace(TimeProvider clock)
{
    /// <summary>The longest rest, however long a turn took.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(10);

    /// <summary>What is shorter is not worth a timer.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(0.5);

    private long _until;

    /// <summary>A turn is over and has been told.</summary>
    /// <param name="began">When it began.</param>
    /// <param name="commands">How many commands it answered.</param>
    public void Took(long began, int commands)
    {
        var now = clock.GetTimestamp();
        _until = commands < 2 ? now : now + Math.Min(now - began, Ticks(Longest));
    }

    public async ValueTask RestAsync(CancellationToken stop)
    {
        var rest = clock.GetElapsedTime(clock.GetTimestamp(), _until);
        if (rest >= Shortest)
        {
            await Task.Delay(rest, clock, stop);
        }
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * clock.TimestampFrequency);
}
