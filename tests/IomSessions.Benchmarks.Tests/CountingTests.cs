using IomSessions.Benchmarks.Hosts;
using IomSessions.Benchmarks.Load;
using IomSessions.Benchmarks.Measures;
using Xunit;

namespace IomSessions.Benchmarks.Tests;

/// <summary>The load counts right: what a server does wrong is found, and nothing is found where nothing is wrong.</summary>
public sealed class CountingTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_server_in_order_has_nothing_lost_leaked_or_in_two_orders()
    {
        var window = await TalkAsync(Fault.None);
        Assert.True(window.Deliveries > 0);
        Assert.Equal((0L, 0, 0L, 0L), (window.Lost, window.Diverged, window.Leaks, window.Refused));
    }

    [Fact]
    public async Task A_loss_is_found() => Assert.True((await TalkAsync(Fault.Loses)).Lost > 0);

    [Fact]
    public async Task Two_orders_are_found() => Assert.True((await TalkAsync(Fault.Reorders)).Diverged > 0);

    [Fact]
    public async Task A_leak_is_found() => Assert.True((await TalkAsync(Fault.Leaks)).Leaks > 0);

    [Fact]
    public async Task A_leak_to_a_mediator_who_is_away_is_found() => Assert.True((await TalkAsync(Fault.LeaksToMediators)).Leaks > 0);

    [Fact]
    public async Task Moves_in_order_leak_nothing_and_miss_nothing()
    {
        var moved = await MoveAsync(Fault.None);
        Assert.Equal((0L, 0L, 0L), (moved.Leaks, moved.Stale, moved.Misses));
    }

    [Fact]
    public async Task Whoever_goes_on_hearing_the_room_he_left_is_found()
    {
        var moved = await MoveAsync(Fault.LeavesBehind);
        Assert.True(moved.Leaks > 0 && moved.Stale > 0);
    }

    [Fact]
    public async Task Whoever_does_not_hear_his_new_room_is_found() => Assert.True((await MoveAsync(Fault.ForgetsToSeat, moves: 1)).Misses > 0);

    [Fact]
    public void A_hole_in_what_is_told_of_a_circle_is_found()
    {
        var (book, circle, hash) = (new Book(), new byte[Book.IdLength], new byte[Book.IdLength]);
        book.Take(circle, 1, hash);
        book.Take(circle, 2, hash);
        Assert.Equal(0, book.Gaps);
        book.Take(circle, 4, hash);
        Assert.Equal(1, book.Gaps);
    }

    [Fact]
    public void A_percentile_is_right_to_three_in_a_hundred()
    {
        var times = new Histogram();
        for (var time = 1; time <= 1000; time++)
        {
            times.Add(time * 10);
        }

        Assert.InRange(times.Percentile(0.5), 5 * 0.97, 5 * 1.03);
        Assert.InRange(times.Percentile(0.99), 9.9 * 0.97, 9.9 * 1.03);
    }

    private static async Task<Window> TalkAsync(Fault fault)
    {
        using var host = await FaultyHost.StartAsync(fault);
        using var loop = new Loop();
        using var stage = Stage.Open(loop, new Target("faulty", new BareDialect(), host), [Session(4, 4)]);
        var talk = new FanOut(loop, stage, Patience);
        // the first word in a young process may take longer than a window lasts
        talk.Measure(Short);
        return talk.Measure(Short);
    }

    private static async Task<Moved> MoveAsync(Fault fault, int moves = 2)
    {
        using var host = await FaultyHost.StartAsync(fault);
        using var loop = new Loop();
        using var stage = Stage.Open(loop, new Target("faulty", new BareDialect(), host), [Session(52, 1, 1, 1, 1, 1)]);
        return new Moves(loop, stage, Patience).Measure(moves);
    }

    private static CastSession Session(params int[] rooms) => new(
        "session", "shape", Person(), ["one", "other"], [.. rooms.Select((size, at) =>
            new CastRoom($"room {at}", [.. Enumerable.Range(0, size).Select(_ => Person())]))]);

    private static CastPerson Person() => new(Guid.NewGuid().ToString("N"), "");
}
