using System.Collections.Concurrent;
using IomSessions.Engine;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Access;

/// <summary>
/// What the server knows people by, in a database file of its own: links, codes and devices, each by the hash of its token. Every method
/// is one transaction, on the disk when it returns; a link or code is spent in the same transaction that admits its device. Devices are
/// also held in memory, because every request asks for one. Thread-safe. Every method may throw
/// <see cref="StoreUnavailableException"/>; then nothing has changed.
/// </summary>
public sealed partial class AccessStore : IDisposable
{
    private readonly SmallDb _db;
    private readonly ConcurrentDictionary<TokenHash, Device> _devices = [];
    private readonly ConcurrentDictionary<TokenHash, bool> _houseDevices = [];

    private AccessStore(SmallDb db) => _db = db;

    /// <summary>Opens the database, made where it is missing.</summary>
    public static AccessStore Open(string path)
    {
        var db = SmallDb.Open(path, "access");
        try
        {
            var store = new AccessStore(db);
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
