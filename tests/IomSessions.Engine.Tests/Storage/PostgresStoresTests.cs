using IomSessions.Domain;
using IomSessions.Storage.Keys;
using IomSessions.Storage.Postgres;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

[Collection(OnPostgres.Name)]
public sealed class PostgresKeyStoreTests(PostgresFixture fixture) : KeyStoreContract, IAsyncLifetime
{
    private static readonly byte[] Master = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];
    private readonly PostgresTest _test = new(fixture);
    private PostgresKeyStore? _keys;

    protected override IKeyStore Keys => _keys!;

    public async Task InitializeAsync()
    {
        await _test.MakeAsync();
        _keys = Open();
    }

    public async Task DisposeAsync()
    {
        _keys!.Dispose();
        await _test.CloseAsync();
    }

    [Fact]
    public async Task ST2_every_node_finds_the_same_keys_also_those_made_at_the_same_time()
    {
        using var other = Open();
        for (var round = 0; round < 10; round++)
        {
            var (session, circle, alone) = (Batches.Session(), Batches.Circle(), Batches.Circle());
            var made = await Task.WhenAll(new[] { _keys!, other }.Select(keys => Task.Run(async () => await keys.EnsureAsync(session, [circle]))));
            Assert.Equal(made[0][circle], made[1][circle]);
            var later = await other.EnsureAsync(session, [alone]);
            Assert.Equal(later[alone], (await _keys!.OpenAsync(session)).Circles[alone]);
        }
    }

    [Fact]
    public void ST2_of_nodes_that_start_for_the_first_time_together_one_makes_the_master_key_and_the_others_are_told_that_there_is_one()
    {
        Assert.True(Asked(), "there is one");
        bool Asked()
        {
            var is_ = false;
            PostgresKeyStore.Open(_test.Open(), there =>
            {
                is_ = there;
                return MasterKey.FromBytes(Master);
            }).Dispose();
            return is_;
        }
    }

    [Fact]
    public void ST2_another_master_key_is_refused_at_the_start() =>
        Assert.Throws<MasterKeyException>(() => PostgresKeyStore.Open(_test.Open(), _ => MasterKey.FromBytes(new byte[32])));

    [Fact]
    public async Task ST2_a_wrapped_key_moved_to_another_circle_does_not_open()
    {
        var (session, hall, bench) = (Batches.Session(), Batches.Circle(), Batches.Circle());
        await _keys!.EnsureAsync(session, [hall, bench]);
        await _test.ExecuteAsync(
            $"UPDATE iom_keys.circle_keys SET sealed = (SELECT sealed FROM iom_keys.circle_keys WHERE circle = '{bench.Value}') WHERE circle = '{hall.Value}'");
        await Assert.ThrowsAsync<KeyDamagedException>(async () => await _keys.OpenAsync(session));
        Assert.Single(await _keys.EnsureAsync(session, [bench]));
    }

    [Fact]
    public async Task ST2_the_key_of_a_file_is_kept_and_forgotten()
    {
        var (session, file, key) = (Batches.Session(), new FileId(Guid.NewGuid()), new byte[32]);
        await _keys!.AddFileKeyAsync(session, file, key);
        using var other = Open();
        Assert.Equal(key, await other.FileKeyAsync(session, file));
        await other.DropFileKeyAsync(session, file);
        await other.DropFileKeyAsync(session, file);
        Assert.Null(await _keys.FileKeyAsync(session, file));
    }

    [Fact]
    public void ST2_a_secret_of_the_house_is_made_once_for_all_nodes()
    {
        using var other = Open();
        var made = _keys!.HouseSecret("feed", () => [1, 2, 3]);
        Assert.Equal([1, 2, 3], made);
        Assert.Equal(made, other.HouseSecret("feed", () => [4]));
        Assert.Equal([4], other.HouseSecret("other", () => [4]));
    }

    private PostgresKeyStore Open() => PostgresKeyStore.Open(_test.Open(), _ => MasterKey.FromBytes(Master));
}

[Collection(OnPostgres.Name)]
public sealed class PostgresFileStoreTests(PostgresFixture fixture) : FileStoreContract, IAsyncLifetime
{
    private readonly PostgresTest _test = new(fixture);
    private PostgresFileStore? _files;

    protected override IFileStore Files => _files!;

    public async Task InitializeAsync()
    {
        await _test.MakeAsync();
        PostgresEventStore.Open(_test.Open()).Dispose();
        _files = new(_test.Open());
    }

    public async Task DisposeAsync() => await _test.CloseAsync();

    [Fact]
    public async Task SI3_a_file_of_several_parts_is_whole_on_another_node()
    {
        var (session, file) = (Batches.Session(), new FileId(Guid.NewGuid()));
        var bytes = new byte[PostgresFileStore.PartBytes * 2 + 17];
        new Random(7).NextBytes(bytes);
        await KeepAsync(session, file, bytes[..100_001], bytes[100_001..]);
        await using var stored = await new PostgresFileStore(_test.Open()).OpenAsync(session, file);
        Assert.Equal(bytes.Length, stored!.Length);
        var read = new byte[bytes.Length];
        Assert.Equal(bytes.Length, await stored.ReadAsync(0, read));
        Assert.Equal(bytes, read);
        Assert.Equal(20, await stored.ReadAsync(PostgresFileStore.PartBytes - 10, read.AsMemory(0, 20)));
        Assert.Equal(bytes[(PostgresFileStore.PartBytes - 10)..(PostgresFileStore.PartBytes + 10)], read[..20]);
    }

    [Fact]
    public async Task SI3_what_was_being_written_when_a_node_ended_is_thrown_away_a_day_later()
    {
        var (session, cut, other) = (Batches.Session(), new FileId(Guid.NewGuid()), new FileId(Guid.NewGuid()));
        foreach (var file in new[] { cut, other })
        {
            var writer = await Files.CreateAsync(session, file);
            await writer.WriteAsync(new byte[PostgresFileStore.PartBytes]);
        }

        await _test.ExecuteAsync($"UPDATE iom_events.files SET begun = begun - interval '25 hours' WHERE file = '{cut.Value}'");
        Assert.Empty(await Files.SessionsAsync());
        await _test.ExecuteAsync($"SELECT 1 / (CASE WHEN EXISTS (SELECT FROM iom_events.file_parts WHERE file = '{cut.Value}') THEN 0 ELSE 1 END)");
        await _test.ExecuteAsync($"SELECT 1 / (SELECT count(*) FROM iom_events.file_parts WHERE file = '{other.Value}')");
    }
}

[Collection(OnPostgres.Name)]
public sealed class PostgresSnapshotStoreTests(PostgresFixture fixture) : SnapshotStoreContract, IAsyncLifetime
{
    private readonly PostgresTest _test = new(fixture);

    protected override ISnapshotStore Snapshots => new PostgresSnapshotStore(_test.Open());

    public async Task InitializeAsync()
    {
        await _test.MakeAsync();
        PostgresEventStore.Open(_test.Open()).Dispose();
    }

    public async Task DisposeAsync() => await _test.CloseAsync();
}
