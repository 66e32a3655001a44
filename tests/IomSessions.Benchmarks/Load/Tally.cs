namespace IomSessions.Benchmarks.Load;

/// <summary>What one participant has heard: enough to tell a loss, a repetition, a change of order, and what was not for him.</summary>
internal sealed class Tally
{
    private const ulong Start = 14695981039346656037;

    private readonly Dictionary<int, uint> _last = [];

    public long Heard { get; private set; }

    /// <summary>Numbers of a speaker that were left out or came again or too late.</summary>
    public long Breaks { get; private set; }

    /// <summary>What was said in a room that is not his.</summary>
    public long Leaks { get; private set; }

    /// <summary>Of everything in the order in which it was heard: two who heard the same in another order differ.</summary>
    public ulong Order { get; private set; } = Start;

    /// <summary>The last that was heard of a speaker.</summary>
    public uint LastOf(int speaker) => _last.GetValueOrDefault(speaker);

    /// <summary>Begins to count anew; the numbers of speakers go on.</summary>
    public void Begin() => (Heard, Breaks, Leaks, Order) = (0, 0, 0, Start);

    public void Hear(Mark mark, int room)
    {
        if (mark.Room != room)
        {
            Leaks++;
            return;
        }

        Heard++;
        var last = _last.GetValueOrDefault(mark.Speaker);
        Breaks += mark.Number == last + 1 ? 0 : 1;
        _last[mark.Speaker] = mark.Number;
        Order = (Order ^ (((ulong)mark.Speaker << 32) | mark.Number)) * 1099511628211;
    }
}
