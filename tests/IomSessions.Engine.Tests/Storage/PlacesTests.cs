using IomSessions.Domain;
using IomSessions.Storage.Sqlite;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

/// <summary>All that holds of a store, of one that gives places all the time; and what happens between a row and its place.</summary>
public sealed class PlacesTests : EventStoreContract, IDisposable
{
    private static readonly EventStoreOptions Always = new() { UnplacedRows = 1 };
    private readonly TempFolder _folder = new();
    private readonly SqliteEventStore _store;

    // here and not by whoever asks first: those may be many, and of two who make a database at once SQLite refuses one without waiting
    public PlacesTests() => _store = SqliteEventStore.Open(_folder.File("events.db"), Always);

    protected override IEventStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(250)]
    [InlineData(10_000)]
    public async Task DL4_what_was_appended_is_found_and_not_taken_twice_wherever_its_row_stands(int unplaced)
    {
        var path = _folder.File("many.db");
        var log = new Log();
        for (var opening = 0; opening < 3; opening++)
        {
            using var store = SqliteEventStore.Open(path, new EventStoreOptions { UnplacedRows = unplaced });
            await log.FoundInAsync(store);
            for (var n = 0; n < 300; n++)
            {
                await log.AppendAsync(store);
                if (n % 20 == 19) await log.FoundInAsync(store);
            }

            Assert.Equal(0, Placed(path).Missing);
        }
    }

    [Fact]
    public async Task ST1_after_a_crash_while_places_were_given_everything_is_found()
    {
        var path = _folder.File("live.db");
        var log = new Log();
        // without checkpoints, so that copying the two files one after the other shows one moment
        using var live = SqliteEventStore.Open(path, new EventStoreOptions { UnplacedRows = 150, CheckpointPages = 0 });
        var halves = 0;
        for (var n = 0; n < 600; n++)
        {
            await log.AppendAsync(live);
            if (n % 20 != 0) continue;
            var crashed = _folder.File($"crashed{n}.db");
            File.Copy(path, crashed);
            File.Copy(path + "-wal", crashed + "-wal");
            if (IsHalfPlaced(crashed)) halves++;
            using var found = SqliteEventStore.Open(crashed, Always);
            await log.FoundInAsync(found);
        }

        Assert.True(halves > 3, $"{halves} copies were taken while places were given");
    }

    [Fact]
    public async Task ST1_what_a_failed_commit_wrote_has_never_been()
    {
        var log = new Log();
        using var store = SqliteEventStore.Open(_folder.File("full.db"), new EventStoreOptions { MaxPages = 300, UnplacedRows = 20 });
        for (var n = 0; n < 50; n++)
        {
            await log.AppendAsync(store);
            var (session, circle, other) = (log.Session, Batches.Circle(), Batches.Circle());
            var small = Batches.Event(log.Version + 1, circle, 1);
            var huge = Batches.Event(log.Version + 2, other, 1, new byte[2_000_000]);
            await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.AppendAsync(new AppendBatch(session, log.Version, [small, huge], [])));
            Assert.Empty(await store.ReadCircleAsync(session, circle, 0, 10));
            await log.AppendAsync(store, circle);
        }

        await log.FoundInAsync(store);
    }

    [Fact]
    public async Task ST1_places_that_cannot_be_given_hold_up_no_append_and_are_given_later()
    {
        var path = _folder.File("narrow.db");
        var log = new Log();
        using (var store = SqliteEventStore.Open(path, new EventStoreOptions { UnplacedRows = 100 }))
        {
            for (var n = 0; n < 45; n++) await log.AppendAsync(store);
            Execute(path, "CREATE TRIGGER no_room BEFORE INSERT ON event_places WHEN (SELECT count(*) FROM event_places) > 9 BEGIN SELECT RAISE(ABORT, 'no room'); END");
            for (var n = 0; n < 200; n++) await log.AppendAsync(store);
            await log.FoundInAsync(store);
            Assert.Equal((0, 0, 0), Placed(path));
            Execute(path, "DROP TRIGGER no_room");
            for (var n = 0; n < 300; n++) await log.AppendAsync(store);
            await log.FoundInAsync(store);
        }

        Assert.True(Placed(path) is { Missing: 0, Event: > 200 }, $"{Placed(path)}");
    }

    [Fact]
    public async Task ST1_whoever_reads_while_places_are_given_misses_nothing()
    {
        var path = _folder.File("read.db");
        var log = new Log();
        using var store = SqliteEventStore.Open(path, new EventStoreOptions { UnplacedRows = 30 });
        await log.AppendAsync(store);
        using var over = new CancellationTokenSource();
        var reads = 0;
        var reader = Task.Run(async () =>
        {
            for (; !over.IsCancellationRequested; reads++)
            {
                var (circle, promised) = log.Promised();
                var read = await store.ReadCircleAsync(log.Session, circle, 0, int.MaxValue);
                Assert.True(read.Count >= promised, $"promised {promised}, read {read.Count}");
                Assert.Equal(Enumerable.Range(1, read.Count).Select(n => (long)n), read.Select(e => e.Offset));
            }
        });
        for (var n = 0; n < 1_500 || reads < 300; n++) await log.AppendAsync(store);
        await over.CancelAsync();
        await reader;
    }

    [Fact]
    public async Task ST1_what_a_second_process_has_placed_is_found()
    {
        var path = _folder.File("two.db");
        var log = new Log();
        using var one = SqliteEventStore.Open(path, Always);
        using var other = SqliteEventStore.Open(path, Always);
        for (var n = 0; n < 200; n++) await log.AppendAsync(n / 7 % 2 == 0 ? one : other);
        await log.AppendAsync(one);
        await log.FoundInAsync(one);
    }

    private static bool IsHalfPlaced(string path) => Placed(path) is var (marked, places, _) && places > marked;

    // up to where all is placed, how many events are, and how many should be that are not
    private static (long Event, long Places, long Missing) Placed(string path)
    {
        using var db = Db.OpenToRead(path);
        return (db.Prepare("SELECT event FROM placed").One()!.Value, db.Prepare("SELECT count(*) FROM event_places").One()!.Value, db.Prepare(
            "SELECT count(*) FROM events WHERE row <= (SELECT event FROM placed) AND row NOT IN (SELECT row FROM event_places)").One()!.Value);
    }

    private static void Execute(string path, string sql)
    {
        using var db = Db.OpenToWrite(path, "events");
        db.Execute(sql);
    }

    /// <summary>A session with a few circles and people, and all that was stored of it.</summary>
    private sealed class Log
    {
        private readonly CircleId[] _circles = [.. Enumerable.Range(0, 7).Select(_ => Batches.Circle())];
        private readonly PersonId[] _people = [.. Enumerable.Range(0, 5).Select(_ => new PersonId(Guid.NewGuid()))];
        private readonly Dictionary<CircleId, List<StoredEvent>> _events;
        private readonly List<StoredCommand> _commands = [];
        private readonly Lock _gate = new();

        public Log() => _events = _circles.ToDictionary(circle => circle, _ => new List<StoredEvent>());

        public SessionId Session { get; } = Batches.Session();

        public long Version { get; private set; }

        public async Task AppendAsync(SqliteEventStore store, CircleId? where = null)
        {
            var circle = where ?? _circles[Version * Version % _circles.Length];
            if (!_events.TryGetValue(circle, out var events)) _events[circle] = events = [];
            var one = Batches.Event(Version + 1, circle, events.Count + 1, [(byte)Version]);
            var command = Batches.Command((byte)Version) with { By = _people[Version % _people.Length] };
            Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync(new AppendBatch(Session, Version, [one], [command])));
            lock (_gate) events.Add(one);
            _commands.Add(command);
            Version++;
        }

        /// <summary>A circle, and how many of its events are stored at least.</summary>
        public (CircleId Circle, int Events) Promised()
        {
            lock (_gate) return (_circles[0], _events[_circles[0]].Count);
        }

        public async Task FoundInAsync(SqliteEventStore store)
        {
            foreach (var (circle, events) in _events)
            {
                Assert.Equal(events.Select(e => e.Version), (await store.ReadCircleAsync(Session, circle, 0, int.MaxValue)).Select(e => e.Version));
                var (after, max) = (events.Count / 2, events.Count / 3);
                Assert.Equal(
                    events.Skip(after).Take(max).Select(e => e.Version), (await store.ReadCircleAsync(Session, circle, after, max)).Select(e => e.Version));
            }

            foreach (var command in _commands)
                Assert.Equal(command.Answer, (await store.FindCommandAsync(Session, command.By, command.Id))?.Answer);
            if (_commands.Count == 0) return;
            var known = Assert.IsType<AppendOutcome.Duplicate>(await store.AppendAsync(
                new AppendBatch(Session, Version, [Batches.Event(Version + 1, _circles[0], 1)], [_commands[0]])));
            Assert.Equal(_commands[0].Answer, known.Known[0].Answer);
        }
    }
}
