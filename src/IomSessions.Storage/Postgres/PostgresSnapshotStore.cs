using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Storage.Postgres;

/// <summary>Snapshots beside the log, in a table that is not written ahead: a cache, gone with a crash of the database. Thread-safe.</summary>
public sealed class PostgresSnapshotStore(PostgresDb db) : ISnapshotStore
{
    /// <inheritdoc/>
    public async ValueTask<Snapshot?> FindAsync(SessionId session, CancellationToken stop = default) => (await db.RunAsync(connection => connection.AllAsync(
        row => new Snapshot(row.GetInt64(0), row.GetFieldValue<byte[]>(1)),
        "SELECT version, sealed FROM iom_events.snapshots WHERE session = $1", session.Value), stop)).FirstOrDefault();

    /// <inheritdoc/>
    public async ValueTask KeepAsync(SessionId session, Snapshot snapshot, CancellationToken stop = default) => await db.RunAsync(connection => connection.DoAsync(
        "INSERT INTO iom_events.snapshots VALUES ($1, $2, $3) ON CONFLICT (session) DO UPDATE SET version = excluded.version, sealed = excluded.sealed",
        session.Value, snapshot.Version, snapshot.Sealed), stop);
}
