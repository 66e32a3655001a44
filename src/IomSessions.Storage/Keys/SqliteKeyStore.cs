using System.Security.Cryptography;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Keys;

/// <summary>
/// Keys in a database file of their own, each sealed under the one above it; on the disk before they are handed out. Thread-safe.
/// </summary>
public sealed class SqliteKeyStore : IKeyStore, IDisposable
{
    private const int KeyBytes = 32;
    private readonly SmallDb _db;
    private readonly byte[] _master;

    private SqliteKeyStore(SmallDb db, byte[] master) => (_db, _master) = (db, master);

    /// <summary>Opens the database, made where it is missing. The master key is copied.</summary>
    /// <exception cref="MasterKeyException">It is not the master key that this database was made with.</exception>
    /// <exception cref="StoreUnavailableException">The file cannot be opened, or is no database.</exception>
    public static SqliteKeyStore Open(string path, MasterKey master)
    {
        var db = SmallDb.Open(path, "keys");
        try
        {
            db.WriteFirst(d => Prove(d, master));
            return new SqliteKeyStore(db, master.Bytes.ToArray());
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="KeyDamagedException">A key of this session was altered or moved.</exception>
    /// <exception cref="StoreUnavailableException">The database failed.</exception>
    public ValueTask<KeyRing> OpenAsync(SessionId session, CancellationToken stop = default) => _db.WriteAsync(db =>
    {
        var key = SessionKey(db, session);
        return new KeyRing(key, KeyRows.Circles(db, session, key));
    }, stop);

    /// <inheritdoc/>
    /// <exception cref="KeyDamagedException">A key of this session was altered or moved.</exception>
    /// <exception cref="StoreUnavailableException">The database failed.</exception>
    public ValueTask<KeyRing?> FindAsync(SessionId session, CancellationToken stop = default) => _db.WriteAsync(db =>
        KeyRows.Session(db, session, _master) is { } key ? new KeyRing(key, KeyRows.Circles(db, session, key)) : null, stop);

    /// <inheritdoc/>
    /// <exception cref="KeyDamagedException">One of these keys was altered or moved.</exception>
    /// <exception cref="StoreUnavailableException">The database failed.</exception>
    public ValueTask<IReadOnlyDictionary<CircleId, byte[]>> FindAsync(
        SessionId session, IReadOnlyCollection<CircleId> circles, CancellationToken stop = default) => _db.WriteAsync(db =>
    {
        var keys = new Dictionary<CircleId, byte[]>(circles.Count);
        if (KeyRows.Session(db, session, _master) is { } under)
        {
            foreach (var circle in circles)
                if (KeyRows.Circle(db, session, circle, under) is { } key) keys[circle] = key;
        }
        return (IReadOnlyDictionary<CircleId, byte[]>)keys;
    }, stop);

    /// <inheritdoc/>
    /// <exception cref="KeyDamagedException">One of these keys was altered or moved.</exception>
    /// <exception cref="StoreUnavailableException">The database failed; no key was made.</exception>
    public ValueTask<IReadOnlyDictionary<CircleId, byte[]>> EnsureAsync(
        SessionId session, IReadOnlyCollection<CircleId> circles, CancellationToken stop = default) => _db.WriteAsync(db =>
    {
        var key = SessionKey(db, session);
        var keys = new Dictionary<CircleId, byte[]>(circles.Count);
        foreach (var circle in circles) keys[circle] = KeyRows.Circle(db, session, circle, key) ?? NewCircle(db, session, circle, key);
        return (IReadOnlyDictionary<CircleId, byte[]>)keys;
    }, stop);

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The database failed; the key is not kept.</exception>
    public async ValueTask AddFileKeyAsync(SessionId session, FileId file, byte[] key, CancellationToken stop = default) =>
        await _db.WriteAsync(db =>
        {
            KeyRows.Add(db, session, file, KeyWrap.Seal(SessionKey(db, session), key, KeyPlace.Of(session, file)));
            return true;
        }, stop);

    /// <inheritdoc/>
    /// <exception cref="KeyDamagedException">The key was altered or moved.</exception>
    public ValueTask<byte[]?> FileKeyAsync(SessionId session, FileId file, CancellationToken stop = default) =>
        _db.WriteAsync(db => KeyRows.Session(db, session, _master) is { } key ? KeyRows.File(db, session, file, key) : null, stop);

    /// <inheritdoc/>
    public async ValueTask DropFileKeyAsync(SessionId session, FileId file, CancellationToken stop = default) =>
        await _db.WriteAsync(db =>
        {
            KeyRows.Drop(db, session, file);
            return true;
        }, stop);

    /// <summary>Carries out a transaction of nothing: the database is open and takes turns.</summary>
    /// <exception cref="StoreUnavailableException">The database failed.</exception>
    public async Task ProbeAsync(CancellationToken stop = default) => await _db.WriteAsync(_ => true, stop);

    /// <summary>Closes the database and overwrites the master key in memory.</summary>
    public void Dispose()
    {
        _db.Dispose();
        CryptographicOperations.ZeroMemory(_master);
    }

    private byte[] SessionKey(Db db, SessionId session)
    {
        if (KeyRows.Session(db, session, _master) is { } known) return known;
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        KeyRows.Add(db, session, KeyWrap.Seal(_master, key, KeyPlace.Of(session)));
        return key;
    }

    private static byte[] NewCircle(Db db, SessionId session, CircleId circle, byte[] under)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        KeyRows.Add(db, session, circle, KeyWrap.Seal(under, key, KeyPlace.Of(session, circle)));
        return key;
    }

    // a session's key that does not open could also be a damaged row: the proof tells the two apart, and does so at the start
    private static bool Prove(Db db, MasterKey master)
    {
        if (KeyRows.Proof(db) is not { } proof) KeyRows.AddProof(db, KeyWrap.Seal(master.Bytes, [], KeyPlace.Proof));
        else if (KeyWrap.TryOpen(master.Bytes, proof, KeyPlace.Proof) is null)
            throw new MasterKeyException("this is not the master key that the key database was made with");
        return true;
    }
}
