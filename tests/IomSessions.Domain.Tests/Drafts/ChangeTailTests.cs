namespace IomSessions.Domain.Tests.Drafts;

public sealed class ChangeTailTests
{
    private static readonly EditorId Editor = new(new Guid(1, 0, 0, new byte[8]));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(Limits.DraftTail - 1)]
    [InlineData(Limits.DraftTail)]
    [InlineData((2 * Limits.DraftTail) + 5)]
    public void DR1_a_draft_that_goes_on_in_two_ways_keeps_each_as_it_went(int together)
    {
        var before = Change(0, together).ToList();
        var tail = before.Aggregate(ChangeTail.Empty, (tail, one) => tail.Add(one));
        var ways = new[] { Change(100_000, 5_000).ToList(), Change(200_000, 5_000).ToList() };
        var (one, other) = (tail, tail);
        for (var at = 0; at < ways[0].Count; at++)
        {
            (one, other) = (one.Add(ways[0][at]), other.Add(ways[1][at]));
            if (at % 997 == 0)
            {
                Assert.Equal(before.Concat(ways[0][..(at + 1)]).TakeLast(Limits.DraftTail), one);
                Assert.Equal(before.Concat(ways[1][..(at + 1)]).TakeLast(Limits.DraftTail), other);
            }
        }

        Assert.Equal(before.TakeLast(Limits.DraftTail), tail);
        Assert.Equal(ways[0][^1], one[one.Count - 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => one[one.Count]);
    }

    private static IEnumerable<TextChanged> Change(int from, int count) =>
        Enumerable.Range(from, count).Select(at => new TextChanged(Named.Person("ana"), Editor, ChangeSet.Nothing(at)));
}
