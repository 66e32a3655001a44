using IomSessions.Domain;
using IomSessions.Engine;
using Npgsql;

namespace IomSessions.Storage.Postgres;

/// <summary>The logs of drafts in PostgreSQL. An append is one statement: the draft's head is compared and set, and the changes are written with it.</summary>
internal sealed class PostgresDrafts(PostgresDb db)
{
    private const string Append =
        """
        WITH moved AS (
            INSERT INTO iom_events.drafts AS d (session, circle, version)
            SELECT $1, $2, $4 WHERE EXISTS (SELECT FROM iom_events.sessions s WHERE s.id = $1)
              AND ($3 = 0 OR EXISTS (SELECT FROM iom_events.drafts o WHERE o.session = $1 AND o.circle = $2))
            ON CONFLICT (session, circle) DO UPDATE SET version = excluded.version WHERE d.version = $3 AND NOT d.ended
            RETURNING 1
        ), written AS (
            INSERT INTO iom_events.changes (session, circle, version, at_ms, sealed, hash)
            SELECT $1, $2, c.version, c.at_ms, c.sealed, c.hash
            FROM unnest($5::bigint[], $6::bigint[], $7::bytea[], $8::bytea[]) AS c(version, at_ms, sealed, hash), moved
        )
        SELECT EXISTS (SELECT FROM moved), EXISTS (SELECT FROM iom_events.drafts d WHERE d.session = $1 AND d.circle = $2 AND d.ended)
        """;

    private const string End =
        """
        INSERT INTO iom_events.drafts AS d (session, circle, version, ended)
        SELECT $1, $2, $3, true WHERE $3 = 0 OR EXISTS (SELECT FROM iom_events.drafts o WHERE o.session = $1 AND o.circle = $2)
        ON CONFLICT (session, circle) DO UPDATE SET ended = true WHERE d.version = $3 AND NOT d.ended
        """;

    public ValueTask<DraftOutcome> AppendAsync(DraftBatch batch, CancellationToken stop) => db.RunAsync(
        async connection => (await connection.AllAsync(
            row => row.GetBoolean(0) ? DraftOutcome.Appended : row.GetBoolean(1) ? DraftOutcome.Ended : DraftOutcome.Conflict,
            Append, batch.Session.Value, batch.Circle.Value, batch.Changes[0].Version - 1, batch.Changes[^1].Version,
            batch.Changes.Select(one => one.Version).ToArray(), batch.Changes.Select(one => one.AtMs).ToArray(),
            batch.Changes.Select(one => one.Sealed).ToArray(), batch.Changes.Select(one => one.Hash).ToArray()))[0], stop);

    /// <summary>Ends circles of drafts within an open transaction.</summary>
    /// <returns>The first that is not at its version, or has ended.</returns>
    public static async Task<DraftEnd?> EndAsync(NpgsqlConnection connection, SessionId session, IReadOnlyList<DraftEnd> ends)
    {
        // in the order of their ids: two nodes never wait for each other in a ring
        foreach (var end in ends.OrderBy(one => one.Circle.Value))
            if (await connection.DoAsync(End, session.Value, end.Circle.Value, end.Version) == 0) return end;
        return null;
    }

    public async ValueTask<IReadOnlyList<StoredChange>> ReadAsync(SessionId session, CircleId circle, long after, int max, CancellationToken stop) =>
        await db.RunAsync(connection => connection.AllAsync(
            row => new StoredChange(row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3)),
            "SELECT version, at_ms, sealed, hash FROM iom_events.changes WHERE session = $1 AND circle = $2 AND version > $3 ORDER BY version LIMIT $4",
            session.Value, circle.Value, after, Math.Max(max, 0)), stop);

    public ValueTask<long> HeadAsync(SessionId session, CircleId circle, CancellationToken stop) => db.RunAsync(
        connection => connection.OneAsync<long>("SELECT version FROM iom_events.drafts WHERE session = $1 AND circle = $2", session.Value, circle.Value), stop);

    public async ValueTask KeepAsync(SessionId session, StoredCheckpoint checkpoint, CancellationToken stop) => await db.RunAsync(
        connection => connection.DoAsync(
            """
            INSERT INTO iom_events.checkpoints (session, circle, version, hash, sealed) SELECT $1, $2, $3, $4, $5
            WHERE EXISTS (SELECT FROM iom_events.sessions s WHERE s.id = $1)
            ON CONFLICT (session, circle, version) DO UPDATE SET hash = excluded.hash, sealed = excluded.sealed
            """,
            session.Value, checkpoint.Circle.Value, checkpoint.Version, checkpoint.Hash, checkpoint.Sealed), stop);

    public async ValueTask<StoredCheckpoint?> FindAsync(SessionId session, CircleId circle, long notAfter, CancellationToken stop) =>
        (await db.RunAsync(connection => connection.AllAsync(
            row => new StoredCheckpoint(circle, row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2)),
            """
            SELECT version, hash, sealed FROM iom_events.checkpoints WHERE session = $1 AND circle = $2 AND version <= $3
            ORDER BY version DESC LIMIT 1
            """,
            session.Value, circle.Value, notAfter), stop)).FirstOrDefault();
}
