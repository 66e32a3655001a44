namespace IomSessions.Engine;

/// <summary>Who hears a session's bells on this node. Where nobody is connected they are kept for whoever comes first. Thread-safe.</summary>
internal sealed class Hearing
{
    private readonly Lock _gate = new();
    private int _lines;
    private long _rung;

    /// <summary>A bell has rung.</summary>
    /// <returns>Whether anybody is here to hear of it.</returns>
    public bool Rung(long version)
    {
        lock (_gate)
        {
            _rung = Math.Max(_rung, version);
            return _lines > 0;
        }
    }

    /// <summary>Somebody has come; he goes once.</summary>
    /// <returns>The highest version that was rung for; 0: none.</returns>
    public long Come()
    {
        lock (_gate)
        {
            _lines++;
            return _rung;
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
