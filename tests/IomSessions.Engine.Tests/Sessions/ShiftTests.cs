using System.Collections.Concurrent;
using Xunit;

namespace IomSessions.Engine.Tests.Sessions;

/// <summary>Turns of which one at a time is taken.</summary>
public sealed class ShiftTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<int> _waiting = new();
    private readonly List<int> _done = [];
    private int _atWork;
    private int _most;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_at_a_time_takes_a_turn_and_nothing_is_left_whoever_brings_it(bool waits)
    {
        var shift = new Shift(() => !_waiting.IsEmpty, () => TurnAsync(waits), run => _ = Task.Run(run));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(who => Task.Run(() =>
        {
            for (var at = 0; at < 2_000; at++)
            {
                _waiting.Enqueue((who * 2_000) + at);
                if (at % 2 == 0)
                {
                    shift.BeginHere();
                }
                else
                {
                    shift.Begin();
                }
            }
        }))).WaitAsync(Patience);
        await shift.OverAsync().WaitAsync(Patience);
        Assert.Equal(1, _most);
        Assert.Equal(Enumerable.Range(0, 16_000), _done.Order());
    }

    [Fact]
    public async Task What_comes_within_a_turn_is_done_after_it_and_by_another()
    {
        var (threads, nested) = (new List<int>(), false);
        Shift? shift = null;
        shift = new Shift(
            () => !_waiting.IsEmpty,
            () =>
            {
                _waiting.TryDequeue(out var one);
                threads.Add(Environment.CurrentManagedThreadId);
                if (one == 1)
                {
                    _waiting.Enqueue(2);
                    shift!.BeginHere();
                    nested = threads.Count > 1;
                }

                return Task.CompletedTask;
            },
            run => _ = Task.Run(run));
        await RunAloneAsync(() =>
        {
            _waiting.Enqueue(1);
            shift.BeginHere();
        });
        await shift.OverAsync().WaitAsync(Patience);
        Assert.False(nested);
        Assert.Equal(2, threads.Count);
        // whoever brought one thing is not kept for the next
        Assert.NotEqual(threads[0], threads[1]);
    }

    [Fact]
    public async Task Who_brings_something_takes_its_turn_and_does_not_wait_where_the_turn_does()
    {
        var (stored, here) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), 0);
        var shift = new Shift(
            () => !_waiting.IsEmpty,
            async () =>
            {
                _waiting.TryDequeue(out _);
                here = Environment.CurrentManagedThreadId;
                await stored.Task;
            },
            run => _ = Task.Run(run));
        var mine = 0;
        await RunAloneAsync(() =>
        {
            mine = Environment.CurrentManagedThreadId;
            _waiting.Enqueue(1);
            shift.BeginHere();
        });
        Assert.Equal(mine, here);
        var over = shift.OverAsync();
        Assert.False(over.IsCompleted);
        stored.SetResult();
        await over.WaitAsync(Patience);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_turn_is_no_part_of_what_its_bringer_does(bool here)
    {
        var whose = new AsyncLocal<string>();
        var (first, then, over) = ("nothing yet", "nothing yet", new TaskCompletionSource());
        var shift = new Shift(
            () => !_waiting.IsEmpty,
            async () =>
            {
                _waiting.TryDequeue(out _);
                first = whose.Value ?? "nobody";
                await Task.Yield();
                then = whose.Value ?? "nobody";
                over.SetResult();
            },
            run => _ = Task.Run(run));
        whose.Value = "Ana";
        _waiting.Enqueue(1);
        if (here)
        {
            shift.BeginHere();
        }
        else
        {
            shift.Begin();
        }

        Assert.Equal("Ana", whose.Value);
        await over.Task.WaitAsync(Patience);
        Assert.Equal(("nobody", "nobody"), (first, then));
    }

    // on a thread that takes nothing from the pool's queue afterwards
    private static Task RunAloneAsync(Action act) =>
        Task.Factory.StartNew(act, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(Patience);

    private async Task TurnAsync(bool waits)
    {
        _most = Math.Max(_most, Interlocked.Increment(ref _atWork));
        if (_waiting.TryDequeue(out var one))
        {
            _done.Add(one);
            if (waits && one % 16 == 0)
            {
                await Task.Yield();
            }
        }

        Interlocked.Decrement(ref _atWork);
    }
}
