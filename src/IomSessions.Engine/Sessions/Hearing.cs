namespace IomSessions.Engine;

/// <summary>Who hears a session's bells on this node. Where nobody is connected they are kept for whoever comes first. Thread-safe.</summary>
internal sealed class Hearing
{
    private readonly Lock _gate = new();
    private int _lines;
    private long _missed;

    /// <summary>A bell has rung.</summary>
    /// <returns>Whether anybody is here to hear of it.</returns>
    public bool Rung(long version)
    {
        lock (_gate)
        {
            if (_lines > 0)
            {
                return true;
            }

            _missed = Math.Max(_missed, version);
            return false;
        }
    }

    /// <summary>Somebody has come; he goes once.</summary>
    /// <returns>The highest version that was rung for while nobody was here, told to the first who comes; 0: none.</returns>
    public long Come()
    {
        lock (_gate)
        {
            _lines++;
            (var version, _missed) = (_missed, 0);
            return version;
        }
    }

    public void Go()
    {
        lock (_gate)
        {
            _lines--;
        }
    }
}
