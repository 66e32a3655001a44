using IomSessions.Engine;
using IomSessions.Storage.Access;
using IomSessions.Storage.Keys;
using IomSessions.Storage.Postgres;

namespace IomSessions.Server.Operations;

/// <summary>Everything that several nodes keep together, in PostgreSQL. Only the master key is not there: each node is given it.</summary>
public sealed class PostgresStores : Stores
{
    private readonly List<PostgresDb> _databases = [];
    private readonly PostgresEventStore _events;
    private readonly PostgresKeyStore _keys;

    private PostgresStores(PostgresDb log, PostgresDb keys, Func<bool, MasterKey> master)
    {
        _databases.AddRange([log, keys]);
        _keys = PostgresKeyStore.Open(keys, master);
        _events = PostgresEventStore.Open(log);
        (Log, Access, Snapshots, Files, Nodes) =
            (log, PostgresAccessStore.Open(log), new PostgresSnapshotStore(log), new PostgresFileStore(log), new PostgresNodes(log));
    }

    /// <summary>The database of the log, and of what is public.</summary>
    public PostgresDb Log { get; }

    public override IEventStore Events => _events;

    public override PostgresKeyStore Keys => _keys;

    public override IAccessStore Access { get; }

    public override ISnapshotStore Snapshots { get; }

    public override IFileStore Files { get; }

    public override INodes Nodes { get; }

    /// <param name="log">A connection string.</param>
    /// <param name="keys">Another one for the keys, or null.</param>
    /// <param name="keyFile">The master key, unless a setting has it.</param>
    /// <param name="told">Reads a setting.</param>
    /// <exception cref="MasterKeyException">The master key is missing, or not that of the keys.</exception>
    /// <exception cref="StoreUnavailableException">A database cannot be reached.</exception>
    /// <exception cref="StoreUnfitException">A database is not fit for it.</exception>
    public static PostgresStores Open(string log, string? keys, string keyFile, Func<string, string?> told)
    {
        var database = PostgresDb.Of(log);
        return new(database, keys is null ? database : PostgresDb.Of(keys), inUse => MasterKey.OpenBeside(keyFile, inUse ? "the keys in the database" : null, told));
    }

    public override async Task ProbeAsync()
    {
        await _events.HeadAsync(new(Guid.Empty));
        await _keys.ProbeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        _events.Dispose();
        _keys.Dispose();
        _databases.ForEach(database => database.Dispose());
    }
}
