using System.Collections.Concurrent;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Access;

/// <summary>
/// What people are known by, in a database file of its own, for one node. Devices are also held in memory, because every request asks
/// for one: they are answered from there.
/// </summary>
public sealed partial class SqliteAccessStore : IAccessStore, IDisposable
{
    private readonly SmallDb _db;
    private readonly ConcurrentDictionary<TokenHash, Device> _devices = [];
    private readonly ConcurrentDictionary<TokenHash, bool> _houseDevices = [];

    private SqliteAccessStore(SmallDb db) => _db = db;

    /// <summary>Opens the database, made where it is missing.</summary>
    public static SqliteAccessStore Open(string path)
    {
        var db = SmallDb.Open(path, "access");
        try
        {
            var store = new SqliteAccessStore(db);
            db.WriteFirst(store.Load);
            return store;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    /// <summary>Closes the database.</summary>
    public void Dispose() => _db.Dispose();

    private bool Load(Db db)
    {
        foreach (var (hash, device) in DeviceRows.Living(db)) _devices[hash] = device;
        foreach (var hash in HouseRows.LivingDevices(db)) _houseDevices[hash] = true;
        return true;
    }
}
