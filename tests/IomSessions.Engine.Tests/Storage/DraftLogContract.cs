using IomSessions.Domain;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

/// <summary>What the engine may rely on of the logs of drafts, whatever the store (decision 8).</summary>
public abstract class DraftLogContract
{
    private readonly SessionId _session = Batches.Session();
    private readonly CircleId _hall = Batches.Circle();
    private readonly CircleId _draft = Batches.Circle();
    private readonly CircleId _other = Batches.Circle();

    protected abstract IEventStore Store { get; }

    [Fact]
    public async Task DR1_changes_are_read_back_byte_for_byte_each_draft_by_itself()
    {
        await BeginAsync();
        StoredChange[] changes = [Change(1, [0, 255, 3]), Change(2, []), Change(3, new byte[10_000])];
        Assert.Equal(DraftOutcome.Appended, await Store.AppendChangesAsync(new(_session, _draft, changes)));
        Assert.Equal(DraftOutcome.Appended, await Store.AppendChangesAsync(new(_session, _other, [Change(1)])));
        Same(changes, await Store.ReadChangesAsync(_session, _draft, 0, 10));
        Same([changes[1]], await Store.ReadChangesAsync(_session, _draft, 1, 1));
        Assert.Empty(await Store.ReadChangesAsync(_session, _draft, 3, 10));
        Assert.Empty(await Store.ReadChangesAsync(_session, _draft, 0, 0));
        Assert.Equal((3, 1, 0), (await Head(_draft), await Head(_other), await Head(_hall)));
        // the session's own log is another
        Assert.Equal(1, await Store.HeadAsync(_session));
    }

    [Fact]
    public async Task OP3_a_page_of_changes_ends_with_the_one_that_fills_it_and_holds_one_at_least()
    {
        await BeginAsync();
        for (var v = 1; v <= 4; v++)
        {
            await AppendAsync(Change(v, new byte[v < 4 ? Limits.PageBytes / 2 : 2 * Limits.PageBytes]));
        }

        foreach (var (after, expected) in new (long, long[])[] { (0, [1, 2]), (2, [3, 4]), (3, [4]), (4, []) })
        {
            Assert.Equal(expected, (await Store.ReadChangesAsync(_session, _draft, after, 10)).Select(one => one.Version));
        }
    }

    [Fact]
    public async Task DR1_changes_on_an_old_version_write_nothing()
    {
        await BeginAsync();
        await AppendAsync(Change(1), Change(2));
        foreach (var first in new[] { 1, 2, 4 })
        {
            Assert.Equal(DraftOutcome.Conflict, await Store.AppendChangesAsync(new(_session, _draft, [Change(first)])));
        }

        Assert.Equal(2, await Head(_draft));
        Assert.Equal(DraftOutcome.Conflict, await Store.AppendChangesAsync(new(Batches.Session(), _draft, [Change(1)])));
    }

    [Fact]
    public async Task DR1_malformed_changes_are_refused()
    {
        await BeginAsync();
        StoredChange[][] malformed = [[], [Change(0)], [Change(1), Change(3)], [Change(1) with { Hash = [1] }]];
        foreach (var changes in malformed)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.AppendChangesAsync(new(_session, _draft, changes)));
        }

        Assert.Equal(0, await Head(_draft));
    }

    [Fact]
    public async Task DR4_a_draft_ends_with_the_events_that_say_so_at_the_version_that_they_rest_on_and_takes_nothing_more()
    {
        await BeginAsync();
        await AppendAsync(Change(1), Change(2));
        var end = Batches.One(_session, 1, _hall, 2, Batches.Command()) with { Ends = [new(_other, 0), new(_draft, 2)] };
        Assert.IsType<AppendOutcome.Appended>(await Store.AppendAsync(end));
        Assert.Equal(DraftOutcome.Ended, await Store.AppendChangesAsync(new(_session, _draft, [Change(3)])));
        Assert.Equal(DraftOutcome.Ended, await Store.AppendChangesAsync(new(_session, _other, [Change(1)])));
        Assert.Equal(2, (await Store.ReadChangesAsync(_session, _draft, 0, 10)).Count);
        // it ends once
        var again = Batches.One(_session, 2, _hall, 3) with { Ends = [new(_draft, 2)] };
        Assert.Equal(_draft, Assert.IsType<AppendOutcome.DraftMoved>(await Store.AppendAsync(again)).Circle);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task DR4_events_that_would_end_a_draft_at_another_version_write_nothing_and_end_nothing(long version)
    {
        await BeginAsync();
        await AppendAsync(Change(1), Change(2));
        var command = Batches.Command();
        var end = Batches.One(_session, 1, _hall, 2, command) with { Ends = [new(_other, 0), new(_draft, version)] };
        Assert.Equal(_draft, Assert.IsType<AppendOutcome.DraftMoved>(await Store.AppendAsync(end)).Circle);
        Assert.Equal(1, await Store.HeadAsync(_session));
        Assert.Null(await Store.FindCommandAsync(_session, command.By, command.Id));
        await AppendAsync(Change(3));
        Assert.Equal(DraftOutcome.Appended, await Store.AppendChangesAsync(new(_session, _other, [Change(1)])));
    }

    [Fact]
    public async Task DR4_writers_and_the_end_of_a_draft_at_once_leave_no_change_behind_it()
    {
        await BeginAsync();
        var ended = long.MaxValue;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
        {
            for (var at = 0; at < 200; at++)
            {
                var head = await Head(_draft);
                if (n > 0)
                {
                    await Store.AppendChangesAsync(new(_session, _draft, [Change(head + 1)]));
                }
                else if (head >= 20
                    && await Store.AppendAsync(Batches.One(_session, 1, _hall, 2) with { Ends = [new(_draft, head)] }) is AppendOutcome.Appended)
                {
                    ended = head;
                    return;
                }
            }
        })));
        var stood = (await Store.ReadChangesAsync(_session, _draft, 0, 10_000)).Select(one => one.Version).ToList();
        Assert.Equal(Enumerable.Range(1, stood.Count).Select(at => (long)at), stood);
        Assert.True(ended == long.MaxValue || ended == stood.Count, $"ended at {ended}, stands at {stood.Count}");
    }

    [Fact]
    public async Task DR1_the_newest_checkpoint_before_a_version_is_found_and_may_come_again()
    {
        await BeginAsync();
        Assert.Null(await Store.FindCheckpointAsync(_session, _draft, 100));
        foreach (var version in new long[] { 10, 20, 20, 30 })
        {
            await Store.KeepCheckpointAsync(_session, new(_draft, version, Fill((byte)version), [(byte)version, 1]));
        }

        Assert.Null(await Store.FindCheckpointAsync(_session, _draft, 9));
        Assert.Null(await Store.FindCheckpointAsync(_session, _other, 100));
        var found = await Store.FindCheckpointAsync(_session, _draft, 29);
        Assert.Equal((20, Convert.ToHexString(Fill(20)), "1401"), (found!.Version, Convert.ToHexString(found.Hash), Convert.ToHexString(found.Sealed)));
        Assert.Equal(30, (await Store.FindCheckpointAsync(_session, _draft, 30))!.Version);
    }

    private async Task BeginAsync() => Assert.IsType<AppendOutcome.Appended>(await Store.AppendAsync(Batches.One(_session, 0, _hall, 1)));

    private async Task AppendAsync(params StoredChange[] changes) =>
        Assert.Equal(DraftOutcome.Appended, await Store.AppendChangesAsync(new(_session, _draft, changes)));

    private ValueTask<long> Head(CircleId circle) => Store.DraftHeadAsync(_session, circle);

    private static StoredChange Change(long version, byte[]? body = null) => new(version, 1_000 + version, body ?? [1, 2, 3], Fill((byte)version));

    private static byte[] Fill(byte value)
    {
        var bytes = new byte[32];
        bytes.AsSpan().Fill(value);
        return bytes;
    }

    private static void Same(StoredChange[] expected, IReadOnlyList<StoredChange> actual)
    {
        Assert.Equal(expected.Select(Text), actual.Select(Text));
        static string Text(StoredChange one) => $"{one.Version} {one.AtMs} {Convert.ToHexString(one.Sealed)} {Convert.ToHexString(one.Hash)}";
    }
}
