using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IomSessions.Engine.Tests.Sessions;

/// <summary>When a desk waits for more before it decides.</summary>
public sealed class PaceTests
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(2);

    private readonly FakeTimeProvider _clock = new();
    private readonly Pace _pace;
    private readonly Gathering _gathering;
    private int _waiting;

    public PaceTests()
    {
        _pace = new(_clock);
        _gathering = new(_clock, enough => _waiting >= enough);
    }

    [Fact]
    public void Who_speaks_alone_never_waits()
    {
        Take(Turn, 1);
        Take(Turn, 1);
        Assert.True(RestAsync().IsCompleted);
    }

    [Fact]
    public async Task Under_load_it_waits_until_as_many_have_come_as_before()
    {
        Take(Turn, 8);
        Take(Turn, 8);
        var rest = RestAsync();
        Come(7);
        Assert.False(rest.IsCompleted);
        Come(8);
        await rest.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task It_waits_no_longer_than_a_turn_takes_and_not_twice_for_a_disk_that_stalled_once()
    {
        Take(Turn, 8);
        Take(5 * Turn, 8);
        var rest = RestAsync();
        Assert.False(rest.IsCompleted);
        _clock.Advance(Turn);
        await rest.WaitAsync(TimeSpan.FromSeconds(10));
        // the stall was the last turn's; what is waited for is what the one before took
        Take(Turn, 8);
        rest = RestAsync();
        _clock.Advance(Turn);
        await rest.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Who_came_with_others_is_alone_again_when_for_as_many_turns_nobody_came_with_another()
    {
        Assert.True(_pace.IsAlone);
        Take(Turn, 1);
        Assert.True(_pace.IsAlone);
        Take(Turn, 4);
        Take(Turn, 1);
        Take(Turn, 1);
        Assert.False(_pace.IsAlone);
        Take(Turn, 1);
        Assert.True(_pace.IsAlone);
    }

    private void Take(TimeSpan time, int commands)
    {
        var began = _clock.GetTimestamp();
        _clock.Advance(time);
        _pace.Took(began, commands);
    }

    private void Come(int waiting)
    {
        _waiting = waiting;
        _gathering.Look();
    }

    private Task RestAsync() => _pace.RestAsync(_gathering, CancellationToken.None).AsTask();
}
