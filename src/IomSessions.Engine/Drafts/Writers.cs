using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// Who has written on a draft lately, and whether a turn held most of them. Only those who all wait for the same answer come again together;
/// where each types at his own pace, a turn of several is what has gathered behind a stall, and to wait for as many again would carry the
/// stall on.
/// </summary>
internal sealed class Writers(TimeProvider clock)
{
    /// <summary>So long somebody counts, and up to as long again.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromMilliseconds(100);

    private HashSet<PersonId> _before = [];
    private HashSet<PersonId> _now = [];
    private long _since = clock.GetTimestamp();

    /// <summary>Half of those who wrote lately, or more, are in this turn; counts them from now on.</summary>
    public bool AreTogether(IReadOnlyCollection<PersonId> turn)
    {
        if (clock.GetElapsedTime(_since) >= Lately)
        {
            (_before, _now, _since) = (_now, _before, clock.GetTimestamp());
            _now.Clear();
        }

        _now.UnionWith(turn);
        return 2 * (turn.Count > 1 ? turn.Distinct().Count() : turn.Count) >= Math.Max(_before.Count, _now.Count);
    }
}
