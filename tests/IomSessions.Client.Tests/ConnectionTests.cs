using System.Threading.Channels;
using IomSessions.Wire;
using Microsoft.Extensions.Time.Testing;

namespace IomSessions.Client.Tests;

#pragma warning disable CA1001 // xunit disposes of what IAsyncLifetime names
public sealed class ConnectionTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _clock = new();
    private readonly Channel<FakeLine> _lines = Channel.CreateUnbounded<FakeLine>();
    private readonly Log _log = new();
    private readonly SessionConnection _session;
    private Func<Hello, Welcome>? _greet;
    private Func<CancellationToken, Task>? _start;

    public ConnectionTests() => _session = new SessionConnection(Line, _clock, () => 0);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _session.DisposeAsync();

    [Fact]
    public async Task DL2_a_new_line_is_greeted_with_what_is_held_and_nothing_is_told_twice()
    {
        var heard = Hear(3);
        var first = await ConnectAsync();
        await first.Client.Events([_log.Say("a", "one"), _log.Say("a", "two")]);
        _log.Say("a", "three");
        first.Kill();

        var second = await NextAsync();
        Assert.Equal(new Cursor("a", 2, _log.All[1].Hash), Assert.Single(second.Hellos[0].Cursors));
        await second.Client.Events([.. _log.All]);
        Assert.Equal(["one", "two", "three"], await heard.WaitAsync(Patience));
    }

    [Fact]
    public async Task DL2_a_reset_forgets_and_begins_again()
    {
        var line = await ConnectAsync();
        await line.Client.Events([_log.Say("a", "one")]);
        await line.Client.Reset(new Reset("the log is another"));
        Assert.Empty(_session.View.Talk);
        var other = new Log();
        await line.Client.Events([other.Say("b", "another")]);
        Assert.Equal("another", Assert.Single(_session.View.Talk["b"]).Text);
        Assert.False(_session.View.Talk.ContainsKey("a"));
    }

    [Fact]
    public async Task SI4_the_id_of_a_command_stands_in_what_is_said_and_tells_nothing_of_when_it_was_sent()
    {
        var line = await ConnectAsync();
        for (var at = 0; at < 4; at++)
        {
            await _session.DoAsync(new SayInDelegation("a word", "en"));
        }

        // sent at the same moment: whatever were made of the clock would be the same in all of them
        Assert.All(Enumerable.Range(0, 8), at => Assert.NotEqual(1, line.Requests.Select(one => one.Id.Substring(at * 4, 4)).Distinct().Count()));
    }

    [Fact]
    public async Task ST6_an_outline_voids_what_was_told_and_tells_the_past_without_moving_the_cursors()
    {
        var line = await ConnectAsync();
        await line.Client.Events([_log.Say("old", "void")]);
        var log = new Log();
        var (first, _, third) = (log.Say("a", "one"), log.Say("a", "two"), log.Say("a", "three"));
        await line.Client.Outline(new Outline([new("a", CircleKind.Party, 3, third.Hash)], null));
        await line.Client.Past(new Past([first], true));
        await line.Client.Past(new Past([third], false));
        await line.Client.Events([log.Say("a", "four")]);
        Assert.Equal(["one", "three", "four"], _session.View.Talk["a"].Select(said => said.Text));
        Assert.False(_session.View.Talk.ContainsKey("old"));
        line.Kill();
        Assert.Equal(new Cursor("a", 4, log.All[3].Hash), Assert.Single((await NextAsync()).Hellos[0].Cursors));
    }

    [Fact]
    public async Task ST6_a_line_that_breaks_within_an_outline_begins_anew()
    {
        var line = await ConnectAsync();
        await line.Client.Outline(new Outline([new("a", CircleKind.Party, 1, _log.Say("a", "one").Hash)], null));
        line.Kill();
        Assert.Empty((await NextAsync()).Hellos[0].Cursors);
    }

    [Fact]
    public async Task DL2_a_gap_compares_cursors_on_the_same_line()
    {
        var line = await ConnectAsync();
        await line.Client.Events([_log.Say("a", "one")]);
        _log.Say("a", "lost");
        await line.Client.Events([_log.Say("a", "three")]);
        Assert.Equal(2, line.Hellos.Count);
        await line.Client.Events(_log.After(line.Hellos[1]));
        Assert.Equal(["one", "lost", "three"], _session.View.Talk["a"].Select(said => said.Text));
    }

    [Fact]
    public async Task DL4_a_command_without_an_answer_is_sent_again_under_the_same_id()
    {
        var first = await ConnectAsync();
        first.Answer = _ => null;
        var asked = _session.DoAsync(new SayInDelegation("Good morning", "en"));
        Assert.Single(first.Requests);
        first.Kill();

        var second = await NextAsync();
        Assert.True((await asked.WaitAsync(Patience)).Ok);
        Assert.Equal(first.Requests[0], Assert.Single(second.Requests));
    }

    [Fact]
    public async Task DL4_a_command_that_is_given_up_is_not_sent_again()
    {
        var first = await ConnectAsync();
        first.Answer = _ => null;
        using var patience = new CancellationTokenSource();
        var asked = _session.DoAsync(new SayInDelegation("Good morning", "en"), patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.WaitAsync(Patience));
        first.Kill();
        Assert.Empty((await NextAsync()).Requests);
    }

    [Fact]
    public async Task DL6_a_lost_last_message_is_found_by_the_next_beat()
    {
        var line = await ConnectAsync();
        await line.Client.Events([_log.Say("a", "one")]);
        await line.Client.Beat(new Beat(_log.Root));
        _log.Say("a", "lost");
        Assert.Single(line.Hellos);
        await line.Client.Beat(new Beat(_log.Root));
        Assert.Equal(2, line.Hellos.Count);
    }

    [Fact]
    public async Task DL6_a_line_without_a_beat_for_15_seconds_is_dead()
    {
        var line = await ConnectAsync();
        _clock.Advance(TimeSpan.FromSeconds(14));
        await line.Client.Beat(new Beat(_log.Root));
        _clock.Advance(TimeSpan.FromSeconds(14));
        Assert.False(line.Dead.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(line.Dead.IsCancellationRequested);
        await NextAsync();
    }

    [Fact]
    public async Task DL6_a_fault_that_comparing_does_not_heal_ends_the_line_and_does_not_become_a_storm()
    {
        var line = await ConnectAsync();
        for (var beat = 0; beat < 100 && !line.Dead.IsCancellationRequested; beat++)
        {
            await line.Client.Beat(new Beat(new string('f', 32)));
        }

        Assert.True(line.Dead.IsCancellationRequested);
        Assert.InRange(line.Hellos.Count, 2, 6);
    }

    [Fact]
    public async Task PE4_who_is_removed_does_not_come_back()
    {
        var line = await ConnectAsync();
        await line.Client.Goodbye(new Goodbye(GoodbyeCodes.Removed, "You have been removed.", false));
        var ended = await Assert.ThrowsAsync<SessionEndedException>(
            () => _session.WaitForAsync(_ => false).WaitAsync(Patience));
        Assert.Equal(GoodbyeCodes.Removed, ended.Goodbye.Code);
        await Assert.ThrowsAsync<SessionEndedException>(() => _session.DoAsync(new SayInDelegation("Hello", "en")));
        Assert.False(_lines.Reader.TryRead(out _));
    }

    [Fact]
    public async Task PE6_a_pending_device_waits_and_comes_back_when_it_is_confirmed()
    {
        _greet = _ => Welcome.Refused(new Refusal(RefusalCodes.DevicePending, "Wait."));
        Assert.IsType<ConnectionState.Waiting>(await _session.ConnectAsync().WaitAsync(Patience));
        var line = await NextAsync();
        _greet = null;
        await line.Client.Goodbye(new Goodbye(GoodbyeCodes.DeviceConfirmed, "Come in.", true));
        await NextAsync();
        await _session.WaitForAsync(_ => _session.State is ConnectionState.Connected).WaitAsync(Patience);
    }

    [Fact]
    public async Task DL5_a_follower_that_does_not_read_holds_the_line_up_and_loses_nothing()
    {
        // more than one batch may wait for: the line stands until it dies, and tells the rest again on the next
        var total = Follower.Room + 10;
        await using var reader = _session.Follow().OfType<SessionNews.Told>().GetAsyncEnumerator();
        var first = await ConnectAsync();
        for (var n = 0; n < total; n++)
        {
            _log.Say("a", "x");
        }

        var telling = first.Client.Events([.. _log.All]);
        Assert.False(telling.IsCompleted);
        first.Kill();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => telling.WaitAsync(Patience));
        var second = await NextAsync();
        var again = second.Client.Events(_log.After(second.Hellos[0]));
        for (var n = 1; n <= total; n++)
        {
            Assert.True(await reader.MoveNextAsync().AsTask().WaitAsync(Patience));
            Assert.Equal(n, reader.Current.Event.Offset);
        }

        await again.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_connection_that_is_closed_while_an_attempt_is_refused_ends_without_a_fault()
    {
        var refused = new TaskCompletionSource();
        _start = stop =>
        {
            stop.Register(() => refused.SetException(new HttpRequestException("Connection refused")));
            return refused.Task;
        };
        var connecting = _session.ConnectAsync();
        await _session.DisposeAsync();
        Assert.IsType<ConnectionState.Ended>(await connecting.WaitAsync(Patience));
        Assert.True(refused.Task.IsFaulted);
    }

    private FakeLine Line()
    {
        var line = new FakeLine();
        (line.Greet, line.Start) = (_greet ?? line.Greet, _start ?? line.Start);
        _lines.Writer.TryWrite(line);
        return line;
    }

    private async Task<FakeLine> ConnectAsync()
    {
        Assert.IsType<ConnectionState.Connected>(await _session.ConnectAsync().WaitAsync(Patience));
        return await NextAsync();
    }

    /// <summary>The next line, once it is greeted.</summary>
    private async Task<FakeLine> NextAsync()
    {
        var line = await _lines.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        await line.Greeted.WaitAsync(Patience);
        return line;
    }

    private async Task<List<string>> Hear(int count)
    {
        var heard = new List<string>();
        await foreach (var news in _session.Follow())
        {
            if (news is SessionNews.Told { Event.Body: Said said })
            {
                heard.Add(said.Text);
                if (heard.Count == count)
                {
                    break;
                }
            }
        }

        return heard;
    }
}
