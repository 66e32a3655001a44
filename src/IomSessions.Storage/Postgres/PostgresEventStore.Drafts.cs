using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Storage.Postgres;

// Changes of drafts, beside the events.
public sealed partial class PostgresEventStore : IDraftLog
{
    /// <inheritdoc/>
    public async ValueTask<DraftOutcome> AppendChangesAsync(DraftBatch batch, CancellationToken stop = default)
    {
        AppendShape.Demand(batch);
        var changes = batch.Changes;
        // one statement, as for events: the head is compared and set, and what was not set writes nothing
        return await _db.RunAsync(async db => (await db.OneAsync<int?>(
            """
            WITH moved AS (
                INSERT INTO iom_events.drafts AS d (session, circle, base, version)
                SELECT $1, $2, $3, $4 WHERE EXISTS (SELECT FROM iom_events.sessions WHERE id = $1)
                  AND ($3 = 0 OR EXISTS (SELECT FROM iom_events.drafts WHERE session = $1 AND circle = $2))
                ON CONFLICT (session, circle) DO UPDATE SET base = excluded.base, version = excluded.version
                    WHERE d.version = excluded.base AND d.ended = 0
                RETURNING 1
            ), written AS (
                INSERT INTO iom_events.changes (session, circle, version, at_ms, sealed, hash)
                SELECT $1, $2, c.version, c.at_ms, c.sealed, c.hash
                FROM unnest($5::bigint[], $6::bigint[], $7::bytea[], $8::bytea[]) AS c(version, at_ms, sealed, hash), moved
            )
            SELECT CASE WHEN EXISTS (SELECT FROM moved) THEN 0
                WHEN (SELECT ended FROM iom_events.drafts WHERE session = $1 AND circle = $2) = 1 THEN 2 ELSE 1 END
            """,
            batch.Session.Value, batch.Circle.Value, changes[0].Version - 1, changes[^1].Version,
            changes.Select(one => one.Version).ToArray(), changes.Select(one => one.AtMs).ToArray(),
            changes.Select(one => one.Sealed).ToArray(), changes.Select(one => one.Hash).ToArray())) switch
        {
            0 => DraftOutcome.Appended,
            2 => DraftOutcome.Ended,
            _ => DraftOutcome.Conflict,
        }, stop);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredChange>> ReadChangesAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default) => await _db.RunAsync(db => db.AllAsync(
        row => new StoredChange(row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3)),
        "SELECT version, at_ms, sealed, hash FROM iom_events.changes WHERE session = $1 AND circle = $2 AND version > $3 ORDER BY version LIMIT $4",
        session.Value, circle.Value, after, Math.Max(max, 0)), stop);

    /// <inheritdoc/>
    public ValueTask<long> DraftHeadAsync(SessionId session, CircleId circle, CancellationToken stop = default) => _db.RunAsync(db => db.OneAsync<long>(
        "SELECT version FROM iom_events.drafts WHERE session = $1 AND circle = $2", session.Value, circle.Value), stop);

    /// <inheritdoc/>
    public async ValueTask KeepCheckpointAsync(SessionId session, StoredCheckpoint checkpoint, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        await _db.RunAsync(db => db.DoAsync(
            "INSERT INTO iom_events.checkpoints VALUES ($1, $2, $3, $4, $5) ON CONFLICT (session, circle, version) DO UPDATE SET hash = excluded.hash, sealed = excluded.sealed",
            session.Value, checkpoint.Circle.Value, checkpoint.Version, checkpoint.Hash, checkpoint.Sealed), stop);
    }

    /// <inheritdoc/>
    public async ValueTask<StoredCheckpoint?> FindCheckpointAsync(SessionId session, CircleId circle, long notAfter, CancellationToken stop = default) =>
        (await _db.RunAsync(db => db.AllAsync(
            row => new StoredCheckpoint(circle, row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2)),
            "SELECT version, hash, sealed FROM iom_events.checkpoints WHERE session = $1 AND circle = $2 AND version <= $3 ORDER BY version DESC LIMIT 1",
            session.Value, circle.Value, notAfter), stop)).FirstOrDefault();
}
