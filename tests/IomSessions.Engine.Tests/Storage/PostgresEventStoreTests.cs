using IomSessions.Domain;
using IomSessions.Storage.Postgres;
using IomSessions.Testbed;
using Npgsql;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

[Collection(OnPostgres.Name)]
public sealed class PostgresEventStoreTests(PostgresFixture fixture) : EventStoreContract, IAsyncLifetime
{
    private readonly PostgresTest _test = new(fixture);
    private PostgresEventStore? _store;

    protected override IEventStore Store => _store!;

    protected override int AppendsEach => 1;

    public async Task InitializeAsync()
    {
        await _test.MakeAsync();
        _store = PostgresEventStore.Open(_test.Open());
    }

    public async Task DisposeAsync()
    {
        _store!.Dispose();
        await _test.CloseAsync();
    }

    [Fact]
    public async Task ST1_nodes_that_start_at_the_same_time_make_the_schema_once()
    {
        await _test.MakeAsync();
        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => PostgresEventStore.Open(_test.Open()))));
        var (session, circle) = (Batches.Session(), Batches.Circle());
        for (var at = 0; at < stores.Length; at++)
        {
            Assert.IsType<AppendOutcome.Appended>(await stores[at].AppendAsync(Batches.One(session, at, circle, at + 1)));
            stores[at].Dispose();
        }
    }

    [Fact]
    public async Task ST1_a_database_of_a_newer_program_is_not_opened()
    {
        await _test.ExecuteAsync("UPDATE iom_schema SET step = 99 WHERE part = 'events'");
        Assert.Throws<StoreUnfitException>(() => PostgresEventStore.Open(_test.Open()));
    }

    [Fact]
    public void DL3_a_database_that_answers_before_it_has_stored_is_not_opened() =>
        Assert.Throws<StoreUnfitException>(() => PostgresEventStore.Open(_test.Open(";Options=-c synchronous_commit=off")));

    [Fact]
    public async Task ST1_of_two_nodes_that_append_to_the_same_sessions_in_large_groups_one_wins_each_version()
    {
        using var other = PostgresEventStore.Open(_test.Open());
        var sessions = Enumerable.Range(0, 20).Select(_ => (Session: Batches.Session(), Circle: Batches.Circle())).ToList();
        var won = await Task.WhenAll(new[] { Store, other }.SelectMany(store => sessions.Select(one => Task.Run(async () =>
        {
            var mine = 0;
            for (var version = await store.HeadAsync(one.Session); version < 30; version = await store.HeadAsync(one.Session))
            {
                var outcome = await store.AppendAsync(Batches.One(one.Session, version, one.Circle, version + 1, Batches.Command()));
                mine += outcome is AppendOutcome.Appended ? 1 : 0;
            }

            return mine;
        }))));
        Assert.Equal(sessions.Count * 30, won.Sum());
        foreach (var (session, circle) in sessions)
        {
            Assert.Equal(Enumerable.Range(1, 30).Select(at => (long)at), (await Store.ReadCircleAsync(session, circle, 0, 100)).Select(one => one.Offset));
        }
    }

    [Fact]
    public async Task DL4_a_command_that_two_nodes_carry_out_at_once_is_stored_once()
    {
        using var other = PostgresEventStore.Open(_test.Open());
        for (var round = 0; round < 20; round++)
        {
            var (session, circle, command) = (Batches.Session(), Batches.Circle(), Batches.Command());
            var outcomes = await Task.WhenAll(new[] { Store, other }.Select(store =>
                Task.Run(async () => await store.AppendAsync(Batches.One(session, 0, circle, 1, command)))));
            Assert.Single(outcomes.OfType<AppendOutcome.Appended>());
            Assert.Equal(1, await Store.HeadAsync(session));
        }
    }

    [Fact]
    public async Task ST1_a_batch_that_the_database_refuses_spoils_none_beside_it()
    {
        using var narrow = PostgresEventStore.Open(_test.Open(), new PostgresOptions { Writers = 1 });
        var bad = Batches.Session();
        var twice = new AppendBatch(bad, 0, [Batches.Event(1, Batches.Circle(), 1) with { Circle = new CircleId(Guid.Empty) }, Batches.Event(2, new CircleId(Guid.Empty), 1)], []);
        var good = Enumerable.Range(0, 12).Select(_ => Batches.Session()).ToList();
        var asked = good.Select(session => narrow.AppendAsync(Batches.One(session, 0, Batches.Circle(), 1)).AsTask()).ToList();
        var refused = narrow.AppendAsync(twice).AsTask();
        asked.AddRange(good.Select(session => narrow.AppendAsync(Batches.One(session, 1, Batches.Circle(), 1)).AsTask()));
        await Assert.ThrowsAnyAsync<Exception>(() => refused);
        Assert.All(await Task.WhenAll(asked), outcome => Assert.IsType<AppendOutcome.Appended>(outcome));
        Assert.Equal(0, await Store.HeadAsync(bad));
    }

    [Fact]
    public async Task ST1_a_database_that_is_away_is_told_as_such_and_harms_nothing_when_it_is_back()
    {
        var (session, circle) = (Batches.Session(), Batches.Circle());
        using var away = PostgresEventStore.Open(_test.Open());
        var name = new Npgsql.NpgsqlConnectionStringBuilder(_test.Connection).Database!;
        await fixture.Process.ExecuteAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await fixture.Process.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await away.AppendAsync(Batches.One(session, 0, circle, 1)));
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await away.HeadAsync(session));
        Assert.DoesNotContain(name, failure.Message, StringComparison.Ordinal);
        await fixture.Process.ExecuteAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        Assert.IsType<AppendOutcome.Appended>(await away.AppendAsync(Batches.One(session, 0, circle, 1)));
    }

    [Fact]
    public async Task ST1_many_sessions_that_read_at_once_share_few_connections_and_each_gets_its_own()
    {
        var sessions = Enumerable.Range(0, 200).Select(at => (Session: Batches.Session(), Circle: Batches.Circle(), Length: 1 + (at % 7))).ToList();
        foreach (var (session, circle, length) in sessions)
        {
            for (var version = 0; version < length; version++)
            {
                Assert.IsType<AppendOutcome.Appended>(await Store.AppendAsync(Batches.One(session, version, circle, version + 1)));
            }
        }

        using var other = PostgresEventStore.Open(_test.Open(";Application Name=reader"));
        var found = await Task.WhenAll(sessions.Select(one => other.ReadAsync(one.Session, 1, 4).AsTask()));
        for (var at = 0; at < sessions.Count; at++)
        {
            Assert.Equal(Enumerable.Range(2, 4).Where(version => version <= sessions[at].Length).Select(version => (long)version), found[at].Select(one => one.Version));
            Assert.All(found[at], one => Assert.Equal(sessions[at].Circle, one.Circle));
        }

        await using var source = NpgsqlDataSource.Create(_test.Connection + ";Pooling=false");
        Assert.InRange(await CountAsync(source, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'reader'"), 1, 4);
    }

    // a plan is made when a connection asks for the second time, and kept: in a new house that is when there is nothing
    [Fact]
    public async Task ST1_an_append_is_found_by_key_also_when_it_was_planned_while_there_was_nothing()
    {
        const int appends = 300;
        await _test.MakeAsync();
        using (var db = PostgresDb.Of(_test.Connection))
        using (var store = PostgresEventStore.Open(db, new PostgresOptions { Writers = 1 }))
        {
            var (session, circle) = (Batches.Session(), Batches.Circle());
            for (var version = 0; version < appends; version++)
            {
                Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync(Batches.One(session, version, circle, version + 1, Batches.Command())));
            }
        }

        // what a connection has read is told when it has gone
        await using var source = NpgsqlDataSource.Create(_test.Connection + ";Pooling=false");
        await Neighbour.UntilAsync(async () => await CountAsync(source, "SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = 'commands'") == appends);
        Assert.Equal(0, await CountAsync(source, "SELECT sum(seq_tup_read)::bigint FROM pg_stat_user_tables WHERE schemaname = 'iom_events'"));
        Assert.InRange(await CountAsync(source, "SELECT sum(idx_tup_read)::bigint FROM pg_stat_user_indexes WHERE relname = 'commands'"), 0, appends);
        Assert.InRange(await CountAsync(source, "SELECT sum(idx_tup_read)::bigint FROM pg_stat_user_indexes WHERE relname = 'events'"), 0, 2 * appends);
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }
}
