namespace IomSessions.Engine;

/// <summary>
/// A token bucket of one person: it counts only his own acts (SE3). Own code, because the framework's limiter reads a clock that
/// cannot be injected.
/// </summary>
/// <param name="burst">Acts at once.</param>
/// <param name="perSecond">Acts regained a second.</param>
public sealed class Allowance(TimeProvider clock, int burst, double perSecond)
{
    private readonly Lock _gate = new();
    private double _left = burst;
    private long _at = clock.GetTimestamp();

    /// <param name="acts">All of them or none.</param>
    public bool TryTake(int acts = 1)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            _left = Math.Min(burst, _left + (clock.GetElapsedTime(_at, now).TotalSeconds * perSecond));
            _at = now;
            if (_left < acts)
            {
                return false;
            }

            _left -= acts;
            return true;
        }
    }
}
