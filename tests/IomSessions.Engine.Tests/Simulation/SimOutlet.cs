namespace IomSessions.Engine.Tests.Simulation;

/// <summary>A line whose far end is moved by hand.</summary>
/// <param name="capacity">Frames that it holds.</param>
/// <param name="posted">Called with every frame that was taken.</param>
internal sealed class SimOutlet(int capacity, Action<Frame> posted) : IOutlet
{
    private readonly Queue<Frame> _waiting = new();
    private bool _refused;

    public bool IsClosed { get; private set; }

    public int Waiting => _waiting.Count;

    public bool IsIdle => _waiting.Count == 0;

    public long Posted { get; private set; }

    public long Sent { get; private set; }

    public Action? Drained { get; set; }

    public bool TryPost(Frame frame)
    {
        if (IsClosed)
        {
            return true;
        }

        if (_waiting.Count >= capacity)
        {
            _refused = true;
            return false;
        }

        posted(frame);
        _waiting.Enqueue(frame);
        Posted++;
        return true;
    }

    public void Close(Frame last)
    {
        if (!IsClosed)
        {
            IsClosed = true;
            _waiting.Clear();
            posted(last);
            _waiting.Enqueue(last);
        }
    }

    /// <summary>The next frame arrives.</summary>
    public Frame? Take()
    {
        if (!_waiting.TryDequeue(out var frame))
        {
            return null;
        }

        Sent++;
        if (_refused)
        {
            _refused = false;
            Drained?.Invoke();
        }

        return frame;
    }
}
