using IomSessions.Domain;
using IomSessions.Engine.Tests.Storage;
using Xunit;

namespace IomSessions.Engine.Tests.Snapshots;

/// <summary>The newest events that are kept at hand.</summary>
public sealed class TailTests
{
    private readonly CircleId _circle = Batches.Circle();

    [Fact]
    public void OP3_the_newest_events_are_kept_by_number_and_by_bytes()
    {
        var tail = new Tail(8, 100);
        Add(tail, 1, 20, 10);
        Assert.Equal([13, 14, 15, 16, 17, 18, 19, 20], Kept(tail));
        Add(tail, 21, 22, 30);
        Assert.Equal([17, 18, 19, 20, 21, 22], Kept(tail));
        Add(tail, 23, 23, 40);
        Assert.Equal([21, 22, 23], Kept(tail));
        Assert.Null(tail.Find(_circle, 20));
        Add(tail, 24, 40, 10);
        Assert.Equal([33, 34, 35, 36, 37, 38, 39, 40], Kept(tail));
    }

    [Fact]
    public void OP3_the_newest_event_is_kept_however_long_it_is()
    {
        var tail = new Tail(8, 100);
        Add(tail, 1, 3, 10);
        Add(tail, 4, 5, 1_000);
        Assert.Equal([5], Kept(tail));
        Assert.Equal(5, tail.Find(_circle, 5)!.Offset);
        Add(tail, 6, 6, 10);
        Assert.Equal([6], Kept(tail));
    }

    private void Add(Tail tail, int from, int to, int bytes)
    {
        for (var at = from; at <= to; at++)
        {
            tail.Add(new Recorded(at, new Event(_circle, new LinkSet(default, null)), at, default, new byte[bytes]));
        }
    }

    private static List<long> Kept(Tail tail)
    {
        var kept = tail.Last(tail.Count).Select(one => one.Version).ToList();
        var back = new List<long>();
        tail.LookBack(one =>
        {
            back.Insert(0, one.Version);
            return true;
        });
        Assert.Equal(kept, back);
        return kept;
    }
}
