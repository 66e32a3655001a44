using CsCheck;
using IomSessions.Wire;

namespace IomSessions.Client.Tests;

public sealed class CursorTests
{
    private readonly CursorBook _book = new();
    private readonly Log _log = new();

    [Fact]
    public void DL1_an_event_told_again_is_dropped()
    {
        var told = _log.Say("a", "one");
        Assert.Equal(Taken.New, _book.Take(told));
        Assert.Equal(Taken.Again, _book.Take(told));
    }

    [Fact]
    public void DL2_an_event_after_a_missing_one_is_not_taken()
    {
        _book.Take(_log.Say("a", "one"));
        var missing = _log.Say("a", "two");
        var next = _log.Say("a", "three");
        Assert.Equal(Taken.Gap, _book.Take(next));
        Assert.Equal(Taken.New, _book.Take(missing));
        Assert.Equal(Taken.New, _book.Take(next));
    }

    [Fact]
    public void DL2_another_event_at_the_same_place_shows_that_the_log_is_another()
    {
        var told = _log.Say("a", "one");
        _book.Take(told);
        Assert.Equal(Taken.Fork, _book.Take(told with { Hash = new string('e', 32) }));
    }

    [Fact]
    public void SI3_a_rendition_that_came_late_has_ended_with_its_one_event()
    {
        _book.Take(_log.Sit("s1", "p"));
        var late = _log.Add("late", CircleKind.Named, new Rendered("i", "s0", 2, "Oui.", "fr"));
        _book.Take(late);
        var hello = _book.Greeting();
        Assert.Equal(["s1"], hello.Cursors.Select(cursor => cursor.Circle));
        Assert.Equal(new ClosedCircles(1, late.Hash), hello.Closed);
    }

    [Fact]
    public void DL2_ended_sittings_are_greeted_as_one_digest()
    {
        var (first, second, third) = (_log.Sit("s1", "p"), _log.Sit("s2", "p"), _log.Sit("s3", "p"));
        var hall = _log.Add("h", CircleKind.Hall, new MediatorsAbsent());
        foreach (var told in _log.All)
        {
            _book.Take(told);
        }

        var hello = _book.Greeting();
        Assert.Equal(["h", "s3"], hello.Cursors.Select(cursor => cursor.Circle).Order());
        Assert.Equal([hall.Hash, third.Hash], hello.Cursors.OrderBy(c => c.Circle, StringComparer.Ordinal).Select(c => c.Hash));
        Assert.Equal(
            new ClosedCircles(2, (RollingHash.Parse(first.Hash) ^ RollingHash.Parse(second.Hash)).ToString()), hello.Closed);
    }

    [Fact]
    public void ST6_an_outline_counts_for_a_greeting_only_when_all_of_its_past_has_come()
    {
        var (sitting, before) = (_log.Sit("s2", "p"), new ClosedCircles(4, new string('7', 32)));
        _book.Take(_log.Say("old", "void now"));
        _book.Begin(new Outline([new("s2", CircleKind.Sitting, 1, sitting.Hash)], before));
        Assert.Empty(_book.Greeting(9).Cursors);
        Assert.Null(_book.Greeting(9).Closed);
        _book.Outlined();
        var hello = _book.Greeting(9);
        Assert.Equal(new Cursor("s2", 1, sitting.Hash), Assert.Single(hello.Cursors));
        Assert.Equal(before, hello.Closed);
        Assert.Equal(9, hello.Recent);
        Assert.Equal((RollingHash.Parse(sitting.Hash) ^ RollingHash.Parse(before.Hash)).ToString(), _book.Root.ToString());
    }

    [Fact]
    public void ST6_a_sitting_that_ends_after_an_outline_joins_those_that_ended_before()
    {
        var sitting = _log.Sit("s2", "p");
        _book.Begin(new Outline([new("s2", CircleKind.Sitting, 1, sitting.Hash)], new(4, new string('7', 32))));
        _book.Outlined();
        _book.Take(_log.Sit("s3", "p"));
        var hello = _book.Greeting();
        Assert.Equal("s3", Assert.Single(hello.Cursors).Circle);
        Assert.Equal(new ClosedCircles(5, (RollingHash.Parse(sitting.Hash) ^ RollingHash.Parse(new string('7', 32))).ToString()), hello.Closed);
    }

    [Fact]
    public void DL6_the_root_is_that_of_the_heads_whatever_the_order_and_however_often_told() =>
        Gen.Int[0, 4].Array[1, 40].Sample(circles =>
        {
            var (log, book) = (new Log(), new CursorBook());
            foreach (var circle in circles)
            {
                log.Say($"c{circle}", "x");
            }

            // circle by circle, everything twice: another order than the log's
            foreach (var told in log.All.OrderBy(e => e.Circle, StringComparer.Ordinal).SelectMany(e => new[] { e, e }))
            {
                book.Take(told);
            }

            return book.Root.ToString() == log.Root;
        });

    [Theory]
    [InlineData("")]
    [InlineData("0123")]
    [InlineData("g0000000000000000000000000000000")]
    [InlineData("000000000000000000000000000000001")]
    public void A_hash_has_32_digits(string digits) => Assert.Throws<FormatException>(() => RollingHash.Parse(digits));

    [Fact]
    public void Waits_begin_within_5_seconds_and_double_to_30_for_ever()
    {
        var backoff = new Backoff(() => 1);
        Assert.Equal([5, 10, 20, 30, 30, 30], Enumerable.Range(0, 6).Select(_ => backoff.Next().TotalSeconds));
        backoff.Reset();
        Assert.Equal(5, backoff.Next().TotalSeconds);
        Assert.InRange(new Backoff().Next(), TimeSpan.Zero, Backoff.First);
    }
}
