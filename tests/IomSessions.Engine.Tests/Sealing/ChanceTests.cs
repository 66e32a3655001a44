using Xunit;

namespace IomSessions.Engine.Tests.Sealing;

/// <summary>Chance is drawn from a page that is filled ahead: nobody may get what another got.</summary>
public sealed class ChanceTests
{
    [Fact]
    public async Task ST2_many_that_draw_at_once_never_get_the_same()
    {
        var draws = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => Enumerable.Range(0, 2_000).Select(at => Convert.ToHexString(Chance.Bytes(at % 2 == 0 ? 12 : 32))).ToList())));
        var all = draws.SelectMany(one => one).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.DoesNotContain(all, one => one.Contains("0000000000000000", StringComparison.Ordinal));
    }

    [Fact]
    public void ST2_more_than_a_page_is_drawn_whole()
    {
        var drawn = Chance.Bytes(10_000);
        Assert.True(drawn.Chunk(100).All(part => part.Any(one => one != 0)));
    }
}
