using System.Diagnostics;
using System.Security.Cryptography;
using IomSessions.Domain;
using IomSessions.Engine.Tests.Snapshots;
using IomSessions.Engine.Tests.Storage;
using IomSessions.Storage.Sqlite;
using Xunit;
using Xunit.Abstractions;

namespace IomSessions.Engine.Tests.Drafts;

/// <summary>A draft's log as it is opened: from its newest fitting checkpoint, or from the changes alone.</summary>
public sealed class DraftBookTests(ITestOutputHelper output) : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SessionId _session = Batches.Session();
    private readonly CircleId _circle = Batches.Circle();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task DR1_a_draft_of_200000_characters_and_20000_changes_opens_from_a_checkpoint_and_few_changes()
    {
        using var store = SqliteEventStore.Open(_folder.File("events.db"));
        var written = await WriteAsync(store, 200_000, 20_000);
        var counting = new CountingStore(store);
        var began = Stopwatch.GetTimestamp();
        var book = await OpenAsync(counting);
        var took = Stopwatch.GetElapsedTime(began);
        output.WriteLine($"opened in {took.TotalMilliseconds:0} ms, {counting.Changes} changes read");
        Assert.Equal(written.Text.ToString(), book.Now.Manuscript.Text.ToString());
        Assert.Equal(20_000, book.Now.Version);
        Assert.InRange(counting.Changes, Limits.DraftTail, Limits.DraftTail + (2 * Limits.DraftCheckpoint));
        // all that an editor may still write on is at hand
        Assert.True(book.Now.Manuscript.Oldest <= book.Now.Version - Limits.DraftTail);
    }

    [Fact]
    public async Task DR1_without_checkpoints_or_with_damaged_ones_the_changes_give_the_same_text()
    {
        using var store = SqliteEventStore.Open(_folder.File("events.db"));
        var written = await WriteAsync(store, 2_000, 4_000);
        using (var db = Db.OpenToWrite(_folder.File("events.db"), "events"))
        {
            db.Execute("UPDATE checkpoints SET sealed = randomblob(length(sealed))");
            Assert.Equal(written.Text.ToString(), (await OpenAsync(store)).Now.Manuscript.Text.ToString());
            db.Execute("UPDATE checkpoints SET hash = randomblob(32)");
            Assert.Equal(written.Text.ToString(), (await OpenAsync(store)).Now.Manuscript.Text.ToString());
            db.Execute("DELETE FROM checkpoints");
        }

        var book = await OpenAsync(store);
        Assert.Equal(written.Text.ToString(), book.Now.Manuscript.Text.ToString());
        Assert.Equal("", await book.TextAtAsync(0, default));
        Assert.Null(await book.TextAtAsync(4_001, default));
    }

    [Theory]
    [InlineData("UPDATE changes SET sealed = (SELECT sealed FROM changes WHERE version = 3) WHERE version = 2")]
    [InlineData("UPDATE changes SET at_ms = at_ms + 1 WHERE version = 2")]
    [InlineData("UPDATE changes SET sealed = zeroblob(length(sealed)) WHERE version = 2")]
    public async Task ST2_a_change_that_was_altered_or_moved_is_not_opened(string sql)
    {
        using var store = SqliteEventStore.Open(_folder.File("events.db"));
        await WriteAsync(store, 0, 5);
        using (var db = Db.OpenToWrite(_folder.File("events.db"), "events"))
        {
            db.Execute(sql);
        }

        await Assert.ThrowsAnyAsync<CryptographicException>(() => OpenAsync(store));
    }

    [Fact]
    public async Task ST2_a_change_and_an_event_of_the_same_circle_never_stand_for_each_other()
    {
        using var store = SqliteEventStore.Open(_folder.File("events.db"));
        await WriteAsync(store, 0, 1);
        var row = Assert.Single(await store.ReadChangesAsync(_session, _circle, 0, 1));
        Assert.ThrowsAny<CryptographicException>(() => Sealer.Open(_key, Chain.Place(_session, _circle, row.Version, row.AtMs), row.Sealed));
    }

    private DraftCodec Codec => new(_session, _circle, _key, new Sealer());

    private Task<DraftBook> OpenAsync(IDraftLog log) => DraftBook.OpenAsync(_session, _circle, log, Codec, "", default);

    // a text of so many characters at first, then small changes all over it
    private async Task<Manuscript> WriteAsync(SqliteEventStore store, int length, int changes)
    {
        await store.AppendAsync(Batches.One(_session, 0, _circle, 1));
        var (book, by, editor) = (await OpenAsync(store), new PersonId(Guid.NewGuid()), new EditorId(Guid.NewGuid()));
        for (var at = 0; at < changes;)
        {
            var rows = new List<StoredChange>();
            var (recorded, text, hash) = (new List<RecordedChange>(), book.Now.Manuscript, book.Now.Hash);
            for (; rows.Count < 500 && at < changes; at++)
            {
                var (place, held) = (text.Text.Length == 0 ? 0 : at * 7_919 % text.Text.Length, text.Text.Length);
                var change = at * 20_000 < length ? ChangeSet.Replace(held, held, held, new string((char)('a' + (at % 26)), 20_000))
                    : ChangeSet.Replace(held, place, Math.Min(place + 1, held), "x");
                var changed = new TextChanged(by, editor, change);
                var row = Codec.Write(changed, text.Version + 1, hash, 1, out var body);
                (hash, text) = (row.Hash, text.Take(changed));
                rows.Add(row);
                recorded.Add(new(row.Version, row.Hash, changed, body));
            }

            Assert.Equal(DraftOutcome.Appended, await store.AppendChangesAsync(new(_session, _circle, rows)));
            book.Commit(recorded, text);
            await book.CheckpointAsync(Limits.DraftCheckpoint);
        }

        return book.Now.Manuscript;
    }
}
