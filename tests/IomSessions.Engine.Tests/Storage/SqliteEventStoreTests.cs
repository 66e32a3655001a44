using IomSessions.Storage.Sqlite;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

public sealed class SqliteEventStoreTests : EventStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteEventStore _store;

    public SqliteEventStoreTests() => _store = SqliteEventStore.Open(_folder.File("events.db"));

    protected override IEventStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task ST1_every_acknowledged_append_is_in_the_files_at_any_moment()
    {
        var source = _folder.File("live.db");
        // without checkpoints, so that copying the two files one after the other shows one moment, as a crash would
        using var live = SqliteEventStore.Open(source, new EventStoreOptions { CheckpointPages = 0 });
        var acknowledged = new long[8];
        var sessions = Enumerable.Range(0, acknowledged.Length).Select(_ => Batches.Session()).ToArray();
        using var half = new CountdownEvent(acknowledged.Length);
        using var over = new CancellationTokenSource();
        var writers = sessions.Select((session, w) => Task.Run(async () =>
        {
            var circle = Batches.Circle();
            for (var v = 0L; v < 20 || !over.IsCancellationRequested; v++)
            {
                Assert.IsType<AppendOutcome.Appended>(await live.AppendAsync(Batches.One(session, v, circle, v + 1, Batches.Command())));
                Volatile.Write(ref acknowledged[w], v + 1);
                if (v == 10) half.Signal();
            }
        })).ToArray();

        Assert.True(half.Wait(TimeSpan.FromSeconds(30)));
        var promised = acknowledged.Select((_, w) => Volatile.Read(ref acknowledged[w])).ToArray();
        File.Copy(source, _folder.File("crashed.db"));
        File.Copy(source + "-wal", _folder.File("crashed.db-wal"));
        await over.CancelAsync();
        await Task.WhenAll(writers);

        using var found = SqliteEventStore.Open(_folder.File("crashed.db"));
        for (var w = 0; w < sessions.Length; w++)
        {
            var head = await found.HeadAsync(sessions[w]);
            Assert.True(head >= promised[w], $"acknowledged {promised[w]}, found {head}");
            Assert.Equal(head, (await found.ReadAsync(sessions[w], 0, int.MaxValue)).Count);
        }
    }

    [Fact]
    public async Task ST1_the_write_ahead_log_stays_short_while_appends_go_on_and_nothing_of_it_is_lost()
    {
        var path = _folder.File("short.db");
        var (session, circle) = (Batches.Session(), Batches.Circle());
        var log = new FileInfo(path + "-wal");
        var (appended, longest) = (0L, 0L);
        using (var store = SqliteEventStore.Open(path, new EventStoreOptions { CheckpointPages = 16 }))
        {
            // how soon it is moved depends on the machine: whatever was written since the log began anew is written over in the end
            for (var written = 0L; appended < 200 || written < 4 * longest; appended++)
            {
                Assert.True(appended < 20_000, "the log never began anew");
                Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync(Batches.One(session, appended, circle, appended + 1)));
                log.Refresh();
                (longest, written) = (Math.Max(longest, log.Length), written + 4_096);
            }

            Assert.Equal(appended, (await store.ReadAsync(session, 0, int.MaxValue)).Count);
        }

        using var again = SqliteEventStore.Open(path);
        Assert.Equal(appended, await again.HeadAsync(session));
        Assert.Equal(appended, (await again.ReadCircleAsync(session, circle, 0, int.MaxValue)).Count);
    }

    [Fact]
    public async Task ST1_when_the_disk_has_failed_to_take_what_was_moved_the_log_is_kept_whole_for_the_next_start()
    {
        var path = _folder.File("broken.db");
        var (session, circle) = (Batches.Session(), Batches.Circle());
        var db = Db.OpenToWrite(path, "events");
        var checkpoints = new Checkpointer(path, pages: 1);
        using (var writer = new EventWriter(db, checkpoints, new Newest(), unplaced: 100))
        {
            checkpoints.Break();
            for (var version = 0L; version < 50; version++)
            {
                var append = Batches.One(session, version, circle, version + 1);
                writer.Commit([new PendingWrite<AppendOutcome>(one => one.Append(append))]);
                writer.LookAtLog();
            }
        }

        // as after a failed flush: what stands in the database is not to be trusted
        Assert.True(new FileInfo(path + "-wal").Length > 50 * 4_096);
        using var again = SqliteEventStore.Open(path);
        Assert.Equal(50, (await again.ReadCircleAsync(session, circle, 0, int.MaxValue)).Count);
    }

    [Fact]
    public async Task ST1_a_disk_that_has_failed_to_take_what_was_written_is_told_to_who_asks_after_the_store_and_appends_go_on()
    {
        var path = _folder.File("failing.db");
        var options = new EventStoreOptions();
        var db = Db.OpenToWrite(path, "events");
        var checkpoints = new Checkpointer(path, pages: 1);
        var newest = new Newest();
        using var store = new SqliteEventStore(
            new WriteQueue(new EventWriter(db, checkpoints, newest, unplaced: 100), options), new ReaderPool(path, 1, newest));
        await store.ProbeAsync();
        checkpoints.Break();
        Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync(Batches.One(Batches.Session(), 0, Batches.Circle(), 1)));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.ProbeAsync());
    }

    [Fact]
    public async Task ST1_a_full_disk_fails_the_append_that_has_no_room_and_no_other()
    {
        using var store = SqliteEventStore.Open(_folder.File("full.db"), new EventStoreOptions { MaxPages = 200 });
        var huge = Batches.Session();
        var small = Enumerable.Range(0, 40).Select(_ => Batches.Session()).ToArray();
        var tasks = new List<Task<AppendOutcome>>();
        Task<AppendOutcome>? failing = null;
        foreach (var session in small)
        {
            tasks.Add(Task.Run(async () => await store.AppendAsync(Batches.One(session, 0, Batches.Circle(), 1))));
            if (tasks.Count != 20) continue;
            var event1 = Batches.Event(1, Batches.Circle(), 1, new byte[2_000_000]);
            failing = Task.Run(async () => await store.AppendAsync(new AppendBatch(huge, 0, [event1], [])));
        }

        await Assert.ThrowsAsync<StoreUnavailableException>(() => failing!);
        Assert.All(await Task.WhenAll(tasks), o => Assert.IsType<AppendOutcome.Appended>(o));
        Assert.Equal(0, await store.HeadAsync(huge));
        foreach (var session in small) Assert.Equal(1, await store.HeadAsync(session));
        Assert.Equal(small.Length, (await store.SessionsAsync()).Count);
    }

    [Fact]
    public void ST1_in_one_group_the_append_that_has_no_room_fails_alone()
    {
        using var writer = EventWriter.Open(_folder.File("group.db"), new EventStoreOptions { MaxPages = 200 }, new Newest());
        AppendBatch[] batches =
        [
            Batches.One(Batches.Session(), 0, Batches.Circle(), 1),
            new(Batches.Session(), 0, [Batches.Event(1, Batches.Circle(), 1, new byte[2_000_000])], []),
            Batches.One(Batches.Session(), 0, Batches.Circle(), 1),
        ];
        PendingWrite<AppendOutcome>[] group = [.. batches.Select(batch => new PendingWrite<AppendOutcome>(to => to.Append(batch)))];
        writer.Commit(group);
        foreach (var append in group) append.Complete();
        Assert.True(group[0].Done.IsCompletedSuccessfully);
        Assert.IsType<StoreUnavailableException>(group[1].Done.Exception!.InnerException);
        Assert.True(group[2].Done.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task ST1_a_reader_neither_waits_for_an_open_transaction_nor_sees_it()
    {
        var session = Batches.Session();
        using var other = Db.OpenToWrite(_folder.File("events.db"), "events");
        other.Begin();
        other.Execute("INSERT INTO sessions (id) VALUES (zeroblob(16))");
        Assert.Empty(await _store.SessionsAsync());
        Assert.Equal(0, await _store.HeadAsync(session));
    }

    [Fact]
    public async Task ST1_what_a_second_process_has_appended_is_not_overlooked()
    {
        var (session, circle) = (Batches.Session(), Batches.Circle());
        using var other = SqliteEventStore.Open(_folder.File("events.db"));
        Assert.IsType<AppendOutcome.Appended>(await _store.AppendAsync(Batches.One(session, 0, circle, 1)));
        Assert.IsType<AppendOutcome.Appended>(await other.AppendAsync(Batches.One(session, 1, circle, 2)));
        Assert.IsType<AppendOutcome.Conflict>(await _store.AppendAsync(Batches.One(session, 1, circle, 2)));
        Assert.IsType<AppendOutcome.Appended>(await _store.AppendAsync(Batches.One(session, 2, circle, 3)));
    }

    [Fact]
    public async Task ST1_the_log_outlives_its_closing_and_leaves_no_side_file()
    {
        var path = _folder.File("again.db");
        var (session, command) = (Batches.Session(), Batches.Command());
        using (var store = SqliteEventStore.Open(path)) await store.AppendAsync(Batches.One(session, 0, Batches.Circle(), 1, command));
        Assert.False(File.Exists(path + "-wal"));

        using var again = SqliteEventStore.Open(path);
        Assert.Equal(1, await again.HeadAsync(session));
        Assert.IsType<AppendOutcome.Duplicate>(await again.AppendAsync(Batches.One(session, 0, Batches.Circle(), 1, command)));
    }

    [Fact]
    public async Task ST1_a_closed_store_refuses_everything()
    {
        var store = SqliteEventStore.Open(_folder.File("closed.db"));
        store.Dispose();
        store.Dispose();
        var batch = Batches.One(Batches.Session(), 0, Batches.Circle(), 1);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.AppendAsync(batch));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.HeadAsync(batch.Session));
    }

    [Fact]
    public async Task ST1_a_store_that_is_closed_among_many_writers_answers_each_and_has_what_it_has_answered()
    {
        for (var round = 0; round < 20; round++)
        {
            var path = _folder.File($"closing-{round}.db");
            var store = SqliteEventStore.Open(path);
            var some = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var writers = Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
            {
                var (session, circle, version) = (Batches.Session(), Batches.Circle(), 0L);
                try
                {
                    while (true)
                    {
                        Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync(Batches.One(session, version, circle, version + 1)));
                        if (++version == 4) some.TrySetResult();
                    }
                }
                catch (ObjectDisposedException)
                {
                    return (session, version);
                }
            })).ToArray();
            await some.Task.WaitAsync(TimeSpan.FromSeconds(30));
            store.Dispose();
            var answered = await Task.WhenAll(writers).WaitAsync(TimeSpan.FromSeconds(30));
            using var again = SqliteEventStore.Open(path);
            foreach (var (session, version) in answered) Assert.Equal(version, await again.HeadAsync(session));
        }
    }

    [Fact]
    public void ST1_a_commit_waits_for_the_disk_and_deleted_content_is_overwritten()
    {
        using var db = Db.OpenToWrite(_folder.File("pragmas.db"), "events");
        Assert.Equal(2, db.Prepare("PRAGMA synchronous").One());
        Assert.Equal(1, db.Prepare("PRAGMA secure_delete").One());
        Assert.Equal(3, db.Prepare("PRAGMA user_version").One());
    }

    [Fact]
    public void ST1_a_database_of_a_newer_program_is_not_opened()
    {
        var path = _folder.File("newer.db");
        using (var db = Db.OpenToWrite(path, "events")) db.Execute("PRAGMA user_version=99");
        Assert.Throws<InvalidOperationException>(() => SqliteEventStore.Open(path));
    }

    [Fact]
    public void PE7_the_files_are_readable_by_their_owner_only()
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var name in new[] { "events.db", "events.db-wal" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File(name)));
    }
}
