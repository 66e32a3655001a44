namespace IomSessions.Engine;

/// <summary>
/// Lets a desk that has much to do wait until as many have come as its last turns answered, at most so many times as long as a turn takes.
/// They are decided, stored and told together, so that under load a sentence or a key costs less and less; whoever speaks alone never
/// waits.
/// </summary>
/// <param name="patience">How many times as long as a turn takes. 1 or more.</param>
internal sealed class Pace(TimeProvider clock, int patience = 1)
{
    /// <summary>The longest wait, however long a turn took.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(10);

    /// <summary>What is shorter is not worth a timer.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(0.5);

    private long _over;
    private TimeSpan _took;
    private TimeSpan _longest;
    private int _enough;
    private bool _isBusy;

    /// <summary>Lately nobody has come together with another.</summary>
    public bool IsAlone => Volatile.Read(ref _enough) <= 1;

    /// <summary>A turn is over and has been told.</summary>
    /// <param name="began">When it began.</param>
    /// <param name="commands">How many commands it answered.</param>
    public void Took(long began, int commands)
    {
        var now = clock.GetTimestamp();
        var took = clock.GetElapsedTime(began, now);
        // the shorter of two: a disk that stalled once is not waited for twice
        var waits = patience * (took < _took ? took : _took);
        _took = took;
        _longest = waits < Longest ? waits : Longest;
        // as fast as they came since the turn before, would another come while one waits?
        _isBusy = commands > 1 && commands * waits >= clock.GetElapsedTime(_over, now);
        // the largest of the last turns, forgotten one by one: who came a little late this time is waited for the next
        (_over, _enough) = (now, Math.Max(commands, _enough - 1));
    }

    public async ValueTask RestAsync(Gathering gathering, CancellationToken stop)
    {
        if (!_isBusy)
        {
            return;
        }

        var rest = _longest - clock.GetElapsedTime(_over);
        if (rest >= Shortest)
        {
            await gathering.UntilAsync(_enough, rest, stop);
        }
    }
}
