using IomSessions.Domain;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

/// <summary>What the engine may rely on, whatever the store.</summary>
public abstract class EventStoreContract
{
    private readonly SessionId _session = Batches.Session();
    private readonly CircleId _hall = Batches.Circle();
    private readonly CircleId _bench = Batches.Circle();

    protected abstract IEventStore Store { get; }

    /// <summary>How much each of the writers appends that all want the same session: who loses reads anew, which takes its time over a line.</summary>
    protected virtual int AppendsEach => 4;

    [Fact]
    public async Task ST1_what_was_appended_is_read_back_byte_for_byte()
    {
        var first = Batches.Event(1, _hall, 1, [0, 255, 3]);
        var second = Batches.Event(2, _bench, 1, []);
        var third = Batches.Event(3, _hall, 2, new byte[10_000]);
        Assert.IsType<AppendOutcome.Appended>(await Store.AppendAsync(new AppendBatch(_session, 0, [first, second, third], [])));

        Same([first, second, third], await Store.ReadAsync(_session, 0, 10));
        Same([first, third], await Store.ReadCircleAsync(_session, _hall, 0, 10));
        Same([second], await Store.ReadCircleAsync(_session, _bench, 0, 10));
        Assert.Equal(3, await Store.HeadAsync(_session));
        Assert.Equal([_session], await Store.SessionsAsync());
    }

    [Fact]
    public async Task ST1_an_unknown_session_is_empty()
    {
        Assert.Empty(await Store.ReadAsync(_session, 0, 10));
        Assert.Empty(await Store.ReadCircleAsync(_session, _hall, 0, 10));
        Assert.Equal(0, await Store.HeadAsync(_session));
        Assert.Null(await Store.FindCommandAsync(_session, new PersonId(Guid.NewGuid()), new CommandId(Guid.NewGuid())));
        Assert.Empty(await Store.SessionsAsync());
    }

    [Theory]
    [InlineData(0, 3, new long[] { 1, 2, 3 })]
    [InlineData(2, 2, new long[] { 3, 4 })]
    [InlineData(4, 9, new long[] { 5 })]
    [InlineData(5, 9, new long[0])]
    [InlineData(77, 9, new long[0])]
    [InlineData(0, 0, new long[0])]
    [InlineData(0, -1, new long[0])]
    public async Task ST1_a_page_starts_after_its_position_and_holds_at_most_its_maximum(long after, int max, long[] expected)
    {
        for (var v = 0; v < 5; v++) await Appended(Batches.One(_session, v, _hall, v + 1));
        Assert.Equal(expected, (await Store.ReadAsync(_session, after, max)).Select(e => e.Version));
        Assert.Equal(expected, (await Store.ReadCircleAsync(_session, _hall, after, max)).Select(e => e.Offset));
    }

    [Fact]
    public async Task OP3_a_page_ends_with_the_event_that_fills_it_and_holds_one_at_least()
    {
        for (var v = 1; v <= 6; v++)
        {
            var one = Batches.Event(v, _hall, v, new byte[v < 6 ? Limits.PageBytes / 2 : 2 * Limits.PageBytes]);
            await Appended(new AppendBatch(_session, v - 1, [one], []));
        }

        foreach (var (after, expected) in new (long, long[])[] { (0, [1, 2]), (1, [2, 3]), (4, [5, 6]), (5, [6]), (6, []) })
        {
            Assert.Equal(expected, (await Store.ReadAsync(_session, after, 10)).Select(e => e.Version));
            Assert.Equal(expected, (await Store.ReadCircleAsync(_session, _hall, after, 10)).Select(e => e.Offset));
        }

        Assert.Equal([1L], (await Store.ReadAsync(_session, 0, 1)).Select(e => e.Version));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task ST1_an_append_on_an_old_version_writes_nothing(long expected)
    {
        await Appended(Batches.One(_session, 0, _hall, 1));
        await Appended(Batches.One(_session, 1, _hall, 2));
        var command = Batches.Command();
        Assert.IsType<AppendOutcome.Conflict>(await Store.AppendAsync(Batches.One(_session, expected, _bench, 1, command)));

        Assert.Equal(2, await Store.HeadAsync(_session));
        Assert.Empty(await Store.ReadCircleAsync(_session, _bench, 0, 10));
        Assert.Null(await Store.FindCommandAsync(_session, command.By, command.Id));
    }

    [Fact]
    public async Task ST1_a_conflict_on_an_unknown_session_does_not_make_it_known()
    {
        Assert.IsType<AppendOutcome.Conflict>(await Store.AppendAsync(Batches.One(_session, 4, _hall, 1)));
        Assert.Empty(await Store.SessionsAsync());
    }

    [Fact]
    public async Task DL4_a_command_sent_again_is_a_duplicate_with_its_first_answer_and_writes_nothing()
    {
        var command = Batches.Command(answer: 1);
        await Appended(Batches.One(_session, 0, _hall, 1, command));
        foreach (var expected in new long[] { 0, 1 })
        {
            var again = Batches.One(_session, expected, _hall, 2, command with { Answer = [2] });
            var outcome = Assert.IsType<AppendOutcome.Duplicate>(await Store.AppendAsync(again));
            Assert.Equal([1], Assert.Single(outcome.Known).Answer);
        }
        Assert.Equal(1, await Store.HeadAsync(_session));
        Assert.Equal([1], (await Store.FindCommandAsync(_session, command.By, command.Id))!.Answer);
    }

    [Fact]
    public async Task DL4_a_batch_with_one_known_command_of_two_writes_neither()
    {
        var (known, fresh) = (Batches.Command(), Batches.Command());
        await Appended(Batches.One(_session, 0, _hall, 1, known));
        var batch = new AppendBatch(_session, 1, [Batches.Event(2, _hall, 2)], [fresh, known]);
        var outcome = Assert.IsType<AppendOutcome.Duplicate>(await Store.AppendAsync(batch));
        Assert.Equal(known.Id, Assert.Single(outcome.Known).Id);
        Assert.Null(await Store.FindCommandAsync(_session, fresh.By, fresh.Id));
        Assert.Equal(1, await Store.HeadAsync(_session));
    }

    [Fact]
    public async Task DL4_the_same_command_id_of_another_person_or_session_is_another_command()
    {
        var command = Batches.Command();
        await Appended(Batches.One(_session, 0, _hall, 1, command));
        await Appended(Batches.One(_session, 1, _hall, 2, command with { By = new PersonId(Guid.NewGuid()) }));
        await Appended(Batches.One(Batches.Session(), 0, _hall, 1, command));
    }

    [Fact]
    public async Task ST1_a_hole_in_a_circle_is_refused_whole()
    {
        var holed = new AppendBatch(_session, 0, [Batches.Event(1, _hall, 1), Batches.Event(2, _hall, 3)], []);
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.AppendAsync(holed));
        Assert.Equal(0, await Store.HeadAsync(_session));
        Assert.Empty(await Store.ReadCircleAsync(_session, _hall, 0, 10));
        await Appended(Batches.One(_session, 0, _hall, 1));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.AppendAsync(Batches.One(_session, 1, _hall, 1)));
    }

    [Fact]
    public async Task ST1_a_malformed_batch_is_refused()
    {
        var command = Batches.Command();
        AppendBatch[] malformed =
        [
            new(_session, 0, [], []),
            new(_session, 0, [Batches.Event(2, _hall, 1)], []),
            new(_session, 0, [Batches.Event(1, _hall, 1), Batches.Event(3, _hall, 2)], []),
            new(_session, 0, [Batches.Event(1, _hall, 1) with { Hash = [1] }], []),
            new(_session, 0, [Batches.Event(1, _hall, 1)], [command, command]),
        ];
        foreach (var batch in malformed) await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.AppendAsync(batch));
        Assert.Equal(0, await Store.HeadAsync(_session));
    }

    [Fact]
    public async Task ST1_64_writers_leave_versions_gapless_and_offsets_dense()
    {
        const int writers = 64;
        var each = AppendsEach;
        await Task.WhenAll(Enumerable.Range(0, writers).Select(w => Task.Run(async () =>
        {
            for (var n = 0; n < each; n++) await AppendAfterReading(w % 2 == 0 ? _hall : _bench);
        })));

        Assert.Equal(Enumerable.Range(1, writers * each).Select(v => (long)v), (await Store.ReadAsync(_session, 0, 1000)).Select(e => e.Version));
        foreach (var circle in new[] { _hall, _bench })
        {
            var events = await Store.ReadCircleAsync(_session, circle, 0, 1000);
            Assert.Equal(Enumerable.Range(1, writers / 2 * each).Select(o => (long)o), events.Select(e => e.Offset));
            Assert.All(events, e => Assert.Equal(circle, e.Circle));
        }
    }

    private async Task AppendAfterReading(CircleId circle)
    {
        while (true)
        {
            var log = await Store.ReadAsync(_session, 0, 1000);
            var offset = log.LastOrDefault(e => e.Circle == circle)?.Offset ?? 0;
            var batch = Batches.One(_session, log.Count, circle, offset + 1, Batches.Command());
            if (await Store.AppendAsync(batch) is AppendOutcome.Appended) return;
        }
    }

    private async Task Appended(AppendBatch batch) => Assert.IsType<AppendOutcome.Appended>(await Store.AppendAsync(batch));

    private static void Same(StoredEvent[] expected, IReadOnlyList<StoredEvent> actual)
    {
        Assert.Equal(expected.Select(Text), actual.Select(Text));
        static string Text(StoredEvent e) =>
            $"{e.Version} {e.Circle.Value} {e.Offset} {e.AtMs} {Convert.ToHexString(e.Sealed)} {Convert.ToHexString(e.Hash)}";
    }
}
