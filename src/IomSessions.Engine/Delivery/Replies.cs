namespace IomSessions.Engine;

/// <summary>The answers of a turn, and the connections that are held in it, so that each is written to once.</summary>
internal sealed class Replies
{
    private readonly List<IAnswer> _ready = [];
    private readonly HashSet<IOutlet> _held = [];

    public void Add(IReadOnlyList<IAnswer> ready) => _ready.AddRange(ready);

    /// <summary>Tells the answers that have come; what is posted to their connections until <see cref="Release"/> goes out with them.</summary>
    public void Tell()
    {
        foreach (var answer in _ready)
        {
            Hold(answer.Caller!);
            answer.Tell();
        }

        _ready.Clear();
    }

    public void Hold(IOutlet outlet)
    {
        if (_held.Add(outlet))
        {
            outlet.Hold();
        }
    }

    public void Release()
    {
        foreach (var outlet in _held)
        {
            outlet.Release();
        }

        _held.Clear();
    }
}
