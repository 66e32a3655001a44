using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Storage.Appends;
using Npgsql;

namespace IomSessions.Storage.Postgres;

// The logs of drafts, beside that of the session.
public sealed partial class PostgresEventStore
{
    // One statement, one round trip: whoever waits for another's change sees its head when it has moved, and is refused.
    private const string Change =
        """
        WITH moved AS (
            INSERT INTO iom_events.drafts AS d (session, circle, version)
            SELECT $1, $2, $4 WHERE EXISTS (SELECT FROM iom_events.sessions WHERE id = $1)
                AND ($3 = 0 OR EXISTS (SELECT FROM iom_events.drafts WHERE session = $1 AND circle = $2))
            ON CONFLICT (session, circle) DO UPDATE SET version = excluded.version WHERE d.version = $3 AND d.ended IS NULL
            RETURNING d.session
        ), written AS (
            INSERT INTO iom_events.changes (session, circle, version, at_ms, sealed, hash)
            SELECT m.session, $2, c.version, c.at_ms, c.sealed, c.hash
            FROM moved m, unnest($5::bigint[], $6::bigint[], $7::bytea[], $8::bytea[]) AS c(version, at_ms, sealed, hash)
        )
        SELECT EXISTS (SELECT FROM moved), EXISTS (SELECT FROM iom_events.drafts WHERE session = $1 AND circle = $2 AND ended IS NOT NULL)
        """;

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">It is not known to be stored; nothing was acknowledged.</exception>
    public async ValueTask<DraftOutcome> AppendChangesAsync(DraftBatch batch, CancellationToken stop = default)
    {
        AppendShape.Demand(batch);
        var changes = batch.Changes;
        return (await _db.RunAsync(
            db => db.AllAsync(
                row => row.GetBoolean(0) ? DraftOutcome.Appended : row.GetBoolean(1) ? DraftOutcome.Ended : DraftOutcome.Conflict,
                Change,
                batch.Session.Value, batch.Circle.Value, changes[0].Version - 1, changes[^1].Version,
                changes.Select(one => one.Version).ToArray(), changes.Select(one => one.AtMs).ToArray(),
                changes.Select(one => one.Sealed).ToArray(), changes.Select(one => one.Hash).ToArray()),
            stop))[0];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredChange>> ReadChangesAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default) =>
        await _db.RunAsync(db => db.AllAsync(
            row => new StoredChange(row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3)),
            OnePage("iom_events.changes", "version, at_ms, sealed, hash", "session = $1 AND circle = $2 AND version > $3", "version", "$4"),
            session.Value, circle.Value, after, Math.Max(max, 0)), stop);

    /// <inheritdoc/>
    public ValueTask<long> DraftHeadAsync(SessionId session, CircleId circle, CancellationToken stop = default) =>
        _db.RunAsync(db => db.OneAsync<long>(
            "SELECT version FROM iom_events.changes WHERE session = $1 AND circle = $2 ORDER BY version DESC LIMIT 1", session.Value, circle.Value), stop);

    /// <inheritdoc/>
    public async ValueTask KeepCheckpointAsync(SessionId session, StoredCheckpoint checkpoint, CancellationToken stop = default) =>
        await _db.RunAsync(db => db.DoAsync(
            """
            INSERT INTO iom_events.checkpoints (session, circle, version, hash, sealed) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (session, circle, version) DO UPDATE SET hash = excluded.hash, sealed = excluded.sealed
            """,
            session.Value, checkpoint.Circle.Value, checkpoint.Version, checkpoint.Hash, checkpoint.Sealed), stop);

    /// <inheritdoc/>
    public async ValueTask<StoredCheckpoint?> FindCheckpointAsync(SessionId session, CircleId circle, long notAfter, CancellationToken stop = default) =>
        (await _db.RunAsync(db => db.AllAsync(
            row => new StoredCheckpoint(circle, row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2)),
            "SELECT version, hash, sealed FROM iom_events.checkpoints WHERE session = $1 AND circle = $2 AND version <= $3 ORDER BY version DESC LIMIT 1",
            session.Value, circle.Value, notAfter), stop)).FirstOrDefault();

    // Drafts go on with other people seldom. Their heads are held first, so that nobody writes on meanwhile; then the events are appended as
    // always, and all of it stands or nothing.
    private async Task<AppendOutcome> AppendAndEndAsync(AppendBatch batch, CancellationToken stop)
    {
        var append = new PendingAppend(batch);
        try
        {
            await _db.TransactAsync(async db =>
            {
                var moved = await HoldAsync(db, batch);
                await AppendStatement.DecideAsync(db, [append]);
                return append.Outcome is AppendOutcome.Appended && moved is null ? true : throw new NothingWrittenException(moved);
            }, stop);
        }
        catch (NothingWrittenException nothing) when (append.Outcome is AppendOutcome.Appended)
        {
            return new AppendOutcome.DraftMoved(nothing.Circle!.Value);
        }
        catch (NothingWrittenException)
        {
            // what it came to instead is known
        }

        append.Complete();
        return await append.Done;
    }

    // The first that is not at its version, or has ended; the others are ended.
    private static async Task<CircleId?> HoldAsync(NpgsqlConnection db, AppendBatch batch)
    {
        CircleId? moved = null;
        foreach (var end in batch.Ends.OrderBy(end => end.Circle.Value))
        {
            var held = await db.DoAsync(
                """
                INSERT INTO iom_events.drafts AS d (session, circle, version, ended) SELECT $1, $2, $3, $3
                WHERE $3 = 0 OR EXISTS (SELECT FROM iom_events.drafts WHERE session = $1 AND circle = $2)
                ON CONFLICT (session, circle) DO UPDATE SET ended = excluded.version WHERE d.version = excluded.version AND d.ended IS NULL
                """,
                batch.Session.Value, end.Circle.Value, end.Version);
            if (held == 0 && (moved is null || IsBefore(end.Circle, moved.Value))) moved = end.Circle;
        }

        return moved;

        bool IsBefore(CircleId one, CircleId other) =>
            batch.Ends.Select(end => end.Circle).First(circle => circle == one || circle == other) == one;
    }

    private sealed class NothingWrittenException(CircleId? circle) : Exception
    {
        public CircleId? Circle { get; } = circle;
    }
}
