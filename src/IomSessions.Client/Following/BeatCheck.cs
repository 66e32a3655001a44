namespace IomSessions.Client;

/// <summary>
/// Finds a lost last message (DL6). One beat that differs may have overtaken, or been overtaken by, what is on its way; two in a row
/// mean that something is missing.
/// </summary>
public sealed class BeatCheck
{
    private int _mismatches;

    /// <summary>Whether cursors are to be compared now.</summary>
    public bool Differs(RollingHash held, RollingHash told)
    {
        _mismatches = held == told ? 0 : _mismatches + 1;
        if (_mismatches < 2)
        {
            return false;
        }

        _mismatches = 0;
        return true;
    }

    /// <summary>Cursors were compared.</summary>
    public void Clear() => _mismatches = 0;
}
