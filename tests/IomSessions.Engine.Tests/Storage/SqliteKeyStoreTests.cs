using IomSessions.Domain;
using IomSessions.Storage.Keys;
using IomSessions.Storage.Sqlite;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

public sealed class SqliteKeyStoreTests : KeyStoreContract, IDisposable
{
    private static readonly byte[] s_master = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];
    private readonly TempFolder _folder = new();
    private readonly CircleId _hall = Batches.Circle();
    private readonly CircleId _bench = Batches.Circle();
    private SqliteKeyStore _keys;

    public SqliteKeyStoreTests() => _keys = Open(s_master);

    protected override IKeyStore Keys => _keys;

    public void Dispose()
    {
        _keys.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task ST2_keys_outlive_a_restart()
    {
        var session = Batches.Session();
        var made = await _keys.EnsureAsync(session, [_hall]);
        var own = (await _keys.OpenAsync(session)).Session;
        Restart();
        var ring = await _keys.OpenAsync(session);
        Assert.Equal(made[_hall], ring.Circles[_hall]);
        Assert.Equal(own, ring.Session);
    }

    [Fact]
    public void ST2_another_master_key_is_refused_at_the_start()
    {
        _keys.Dispose();
        Assert.Throws<MasterKeyException>(() => Open(new byte[32]));
    }

    [Fact]
    public async Task ST2_a_wrapped_key_moved_to_another_circle_does_not_open()
    {
        var session = Batches.Session();
        await _keys.EnsureAsync(session, [_hall, _bench]);
        Tamper(
            "UPDATE circle_keys SET sealed = (SELECT sealed FROM circle_keys WHERE circle = ?1) WHERE circle = ?2", _bench.Value, _hall.Value);
        await Assert.ThrowsAsync<KeyDamagedException>(async () => await _keys.OpenAsync(session));
        await Assert.ThrowsAsync<KeyDamagedException>(async () => await _keys.EnsureAsync(session, [_hall]));
        Assert.Single(await _keys.EnsureAsync(session, [_bench]));
    }

    [Fact]
    public async Task ST2_a_session_key_moved_to_another_session_does_not_open()
    {
        var (one, other) = (Batches.Session(), Batches.Session());
        await _keys.OpenAsync(one);
        await _keys.OpenAsync(other);
        Tamper(
            "UPDATE session_keys SET sealed = (SELECT sealed FROM session_keys WHERE session = ?1) WHERE session = ?2", one.Value, other.Value);
        await Assert.ThrowsAsync<KeyDamagedException>(async () => await _keys.OpenAsync(other));
    }

    [Fact]
    public async Task PE7_no_key_stands_open_in_the_files()
    {
        var session = Batches.Session();
        var ring = await _keys.EnsureAsync(session, [_hall, _bench]);
        byte[][] secrets = [s_master, (await _keys.OpenAsync(session)).Session, .. ring.Values];
        var live = secrets.Where(s => Contains("keys.db-wal", s) || Contains("keys.db", s));
        Assert.Empty(live);
        Assert.True(Contains("keys.db-wal", session.Value.ToByteArray(bigEndian: true)), "the search finds what is there");
        _keys.Dispose();
        Assert.DoesNotContain(secrets, s => Contains("keys.db", s));
    }

    private bool Contains(string file, byte[] bytes)
    {
        using var stream = new FileStream(_folder.File(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray().AsSpan().IndexOf(bytes) >= 0;
    }

    private void Tamper(string sql, Guid first, Guid second)
    {
        _keys.Dispose();
        using (var db = Db.OpenToWrite(_folder.File("keys.db"), "keys"))
            Assert.Equal(1, db.Prepare(sql).Bind(1, first).Bind(2, second).Run());
        _keys = Open(s_master);
    }

    private void Restart()
    {
        _keys.Dispose();
        _keys = Open(s_master);
    }

    private SqliteKeyStore Open(byte[] key)
    {
        using var master = MasterKey.FromBytes(key);
        return SqliteKeyStore.Open(_folder.File("keys.db"), master);
    }
}
