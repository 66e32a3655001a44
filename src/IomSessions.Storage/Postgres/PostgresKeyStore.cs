using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Storage.Keys;
using Npgsql;

namespace IomSessions.Storage.Postgres;

/// <summary>
/// Keys in PostgreSQL, for one node or several; each sealed under the one above it, and on the disk before it is handed out. Of two nodes
/// that make a key at the same time the first is heard, by both. The database may be another one than the log's. Thread-safe.
/// </summary>
public sealed class PostgresKeyStore : IKeyStore, IDisposable
{
    private const int KeyBytes = 32;
    private const string Proof = "proof";

    /// <summary>The secret of the house that signs what is public.</summary>
    public const string FeedSecret = "feed";

    private readonly PostgresDb _db;
    private readonly byte[] _master;
    private readonly ConcurrentDictionary<SessionId, byte[]> _sessions = new();

    private PostgresKeyStore(PostgresDb db, byte[] master) => (_db, _master) = (db, master);

    /// <summary>Opens the keys, their tables made where they are missing.</summary>
    /// <param name="db">Stays the caller's.</param>
    /// <param name="master">Gives the master key; told whether these keys have one already, for then no new one may be made.</param>
    /// <exception cref="MasterKeyException">It is not the master key that these keys were made with.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public static PostgresKeyStore Open(PostgresDb db, Func<bool, MasterKey> master)
    {
        Migrations.Apply(db, "keys");
        return db.Run(connection =>
        {
            // of nodes that start for the first time together, one makes the key
            using var transaction = connection.BeginTransaction();
            using (var turn = connection.Ask($"SELECT pg_advisory_xact_lock({Migrations.Locks}, 2)")) turn.ExecuteNonQuery();
            using var find = connection.Ask("SELECT sealed FROM iom_keys.house WHERE name = $1", Proof);
            var proof = find.ExecuteScalar() as byte[];
            using var key = master(proof is not null);
            if (proof is null)
            {
                using var add = connection.Ask("INSERT INTO iom_keys.house VALUES ($1, $2)", Proof, KeyWrap.Seal(key.Bytes, [], KeyPlace.Proof));
                add.ExecuteNonQuery();
            }
            else if (KeyWrap.TryOpen(key.Bytes, proof, KeyPlace.Proof) is null)
            {
                throw new MasterKeyException("this is not the master key that the keys in the database were made with");
            }

            transaction.Commit();
            return new PostgresKeyStore(db, key.Bytes.ToArray());
        });
    }

    /// <inheritdoc/>
    /// <exception cref="KeyDamagedException">A key of this session was altered or moved.</exception>
    public ValueTask<KeyRing> OpenAsync(SessionId session, CancellationToken stop = default) =>
        _db.RunAsync(async db => await RingAsync(db, session, await SessionKeyAsync(db, session)), stop);

    /// <inheritdoc/>
    /// <exception cref="KeyDamagedException">A key of this session was altered or moved.</exception>
    public ValueTask<KeyRing?> FindAsync(SessionId session, CancellationToken stop = default) => _db.RunAsync(async db =>
        await FindSessionKeyAsync(db, session) is { } key ? await RingAsync(db, session, key) : null, stop);

    /// <inheritdoc/>
    /// <exception cref="KeyDamagedException">One of these keys was altered or moved.</exception>
    public ValueTask<IReadOnlyDictionary<CircleId, byte[]>> FindAsync(
        SessionId session, IReadOnlyCollection<CircleId> circles, CancellationToken stop = default) => _db.RunAsync<IReadOnlyDictionary<CircleId, byte[]>>(async db =>
        await FindSessionKeyAsync(db, session) is { } key
            ? Open(session, key, await RowsAsync(db, session, [.. circles.Select(circle => circle.Value)]))
            : new Dictionary<CircleId, byte[]>(), stop);

    /// <inheritdoc/>
    /// <exception cref="KeyDamagedException">One of these keys was altered or moved.</exception>
    public ValueTask<IReadOnlyDictionary<CircleId, byte[]>> EnsureAsync(
        SessionId session, IReadOnlyCollection<CircleId> circles, CancellationToken stop = default) => _db.RunAsync<IReadOnlyDictionary<CircleId, byte[]>>(async db =>
    {
        var key = await SessionKeyAsync(db, session);
        var found = await RowsAsync(db, session, [.. circles.Select(circle => circle.Value)]);
        if (circles.Where(circle => found.TrueForAll(row => row.Circle != circle)).Distinct().ToList() is { Count: > 0 } missing)
        {
            // in one order everywhere, so that two nodes never wait for each other in a ring
            missing.Sort(static (one, other) => one.Value.CompareTo(other.Value));
            await db.DoAsync(
                "INSERT INTO iom_keys.circle_keys SELECT $1, k.circle, k.sealed FROM unnest($2::uuid[], $3::bytea[]) AS k(circle, sealed) ON CONFLICT DO NOTHING",
                session.Value, missing.Select(circle => circle.Value).ToArray(),
                missing.Select(circle => KeyWrap.Seal(key, RandomNumberGenerator.GetBytes(KeyBytes), KeyPlace.Of(session, circle))).ToArray());
            found.AddRange(await RowsAsync(db, session, [.. missing.Select(circle => circle.Value)]));
        }

        return Open(session, key, found);
    }, stop);

    /// <inheritdoc/>
    public async ValueTask AddFileKeyAsync(SessionId session, FileId file, byte[] key, CancellationToken stop = default) =>
        await _db.RunAsync(async db => await db.DoAsync(
            "INSERT INTO iom_keys.file_keys VALUES ($1, $2, $3)",
            session.Value, file.Value, KeyWrap.Seal(await SessionKeyAsync(db, session), key, KeyPlace.Of(session, file))), stop);

    /// <inheritdoc/>
    /// <exception cref="KeyDamagedException">The key was altered or moved.</exception>
    public ValueTask<byte[]?> FileKeyAsync(SessionId session, FileId file, CancellationToken stop = default) => _db.RunAsync(async db =>
        await db.OneAsync<byte[]>("SELECT sealed FROM iom_keys.file_keys WHERE session = $1 AND file = $2", session.Value, file.Value) is { } row
            && await FindSessionKeyAsync(db, session) is { } key
            ? Open(key, row, KeyPlace.Of(session, file))
            : null, stop);

    /// <inheritdoc/>
    public async ValueTask DropFileKeyAsync(SessionId session, FileId file, CancellationToken stop = default) =>
        await _db.RunAsync(db => db.DoAsync("DELETE FROM iom_keys.file_keys WHERE session = $1 AND file = $2", session.Value, file.Value), stop);

    /// <summary>A secret of the house itself, the same on every node: kept sealed under the master key; the first node makes it.</summary>
    /// <param name="name">Tells it from other secrets.</param>
    /// <param name="make">Makes one.</param>
    /// <exception cref="KeyDamagedException">It was altered or moved.</exception>
    public byte[] HouseSecret(string name, Func<byte[]> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return _db.Run(connection =>
        {
            using (var add = connection.Ask("INSERT INTO iom_keys.house VALUES ($1, $2) ON CONFLICT DO NOTHING", name, KeyWrap.Seal(_master, make(), KeyPlace.House(name))))
                add.ExecuteNonQuery();
            using var find = connection.Ask("SELECT sealed FROM iom_keys.house WHERE name = $1", name);
            return Open(_master, (byte[])find.ExecuteScalar()!, KeyPlace.House(name));
        });
    }

    /// <summary>A key for one purpose, the same on every node: from the master key, and stored nowhere. 32 bytes.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _master, KeyBytes, info: Encoding.UTF8.GetBytes(purpose));

    /// <summary>Asks the database for nothing.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be reached.</exception>
    public async Task ProbeAsync(CancellationToken stop = default) => await _db.RunAsync(db => db.OneAsync<int>("SELECT 1"), stop);

    /// <summary>Overwrites the master key in memory.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_master);

    private async Task<byte[]> SessionKeyAsync(NpgsqlConnection db, SessionId session)
    {
        if (await FindSessionKeyAsync(db, session) is { } known) return known;
        await db.DoAsync("INSERT INTO iom_keys.session_keys VALUES ($1, $2) ON CONFLICT DO NOTHING",
            session.Value, KeyWrap.Seal(_master, RandomNumberGenerator.GetBytes(KeyBytes), KeyPlace.Of(session)));
        return (await FindSessionKeyAsync(db, session))!;
    }

    private async Task<byte[]?> FindSessionKeyAsync(NpgsqlConnection db, SessionId session)
    {
        if (_sessions.TryGetValue(session, out var known)) return known;
        return await db.OneAsync<byte[]>("SELECT sealed FROM iom_keys.session_keys WHERE session = $1", session.Value) is { } row
            ? _sessions[session] = Open(_master, row, KeyPlace.Of(session))
            : null;
    }

    private static async Task<KeyRing> RingAsync(NpgsqlConnection db, SessionId session, byte[] key) => new(key, Open(session, key,
        await db.AllAsync(Row, "SELECT circle, sealed FROM iom_keys.circle_keys WHERE session = $1", session.Value)));

    private static Task<List<(CircleId Circle, byte[] Sealed)>> RowsAsync(NpgsqlConnection db, SessionId session, Guid[] circles) =>
        db.AllAsync(Row, "SELECT circle, sealed FROM iom_keys.circle_keys WHERE session = $1 AND circle = ANY ($2)", session.Value, circles);

    private static (CircleId Circle, byte[] Sealed) Row(NpgsqlDataReader row) => (new CircleId(row.GetGuid(0)), row.GetFieldValue<byte[]>(1));

    private static Dictionary<CircleId, byte[]> Open(SessionId session, byte[] under, List<(CircleId Circle, byte[] Sealed)> rows) =>
        rows.ToDictionary(row => row.Circle, row => Open(under, row.Sealed, KeyPlace.Of(session, row.Circle)));

    private static byte[] Open(ReadOnlySpan<byte> under, byte[] sealedKey, ReadOnlySpan<byte> place) =>
        KeyWrap.TryOpen(under, sealedKey, place) ?? throw new KeyDamagedException();
}
