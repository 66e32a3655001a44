using IomSessions.Domain;
using IomSessions.Engine;
using Npgsql;

namespace IomSessions.Storage.Postgres;

/// <summary>
/// The log in PostgreSQL, for one node or several. An append is one statement: one round trip, one transaction, in which the head of the
/// session is compared and set. Appends of different sessions that come at the same time share one. Thread-safe.
/// </summary>
public sealed partial class PostgresEventStore : IEventStore, IDisposable
{
    internal const string Columns = "version, circle, place, at_ms, sealed, hash";

    private readonly PostgresDb _db;
    private readonly AppendQueue _appends;
    private readonly ReadQueue _reads;

    private PostgresEventStore(PostgresDb db, AppendQueue appends) => (_db, _appends, _reads) = (db, appends, new ReadQueue(db));

    /// <summary>Opens the log, made where it is missing and brought to the newest schema.</summary>
    /// <param name="db">Stays the caller's.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    /// <exception cref="StoreUnfitException">A newer version of the program has been here, or the database acknowledges what is not on the disk.</exception>
    public static PostgresEventStore Open(PostgresDb db, PostgresOptions? options = null)
    {
        DemandDurable(db);
        Migrations.Apply(db, "events");
        return new(db, new AppendQueue(new AppendStatement(db), options ?? new()));
    }

    /// <inheritdoc/>
    /// <remarks>Cancelling works only while the queue is full; once queued, the append is carried out. Callers' continuations must not block.</remarks>
    /// <exception cref="ArgumentException">The batch is malformed, or leaves a hole in a circle.</exception>
    /// <exception cref="StoreUnavailableException">It is not known to be stored; nothing was acknowledged.</exception>
    public ValueTask<AppendOutcome> AppendAsync(AppendBatch batch, CancellationToken stop = default)
    {
        AppendShape.Demand(batch);
        stop.ThrowIfCancellationRequested();
        return batch.Ends.Count == 0 ? _appends.AppendAsync(batch, stop) : new(AppendAndEndAsync(batch, stop));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredEvent>> ReadAsync(SessionId session, long after, int max, CancellationToken stop = default) =>
        _reads.ReadAsync(session, after, max, stop);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredEvent>> ReadCircleAsync(
        SessionId session, CircleId circle, long after, int max, CancellationToken stop = default) =>
        await _db.RunAsync(db => db.AllAsync(
            row => Event(row), OnePage("iom_events.events", Columns, "session = $1 AND circle = $2 AND place > $3", "place", "$4"),
            session.Value, circle.Value, after, Math.Max(max, 0)), stop);

    /// <inheritdoc/>
    public ValueTask<long> HeadAsync(SessionId session, CancellationToken stop = default) =>
        _db.RunAsync(db => db.OneAsync<long>("SELECT version FROM iom_events.sessions WHERE id = $1", session.Value), stop);

    /// <inheritdoc/>
    public async ValueTask<StoredCommand?> FindCommandAsync(SessionId session, PersonId by, CommandId id, CancellationToken stop = default) =>
        (await _db.RunAsync(db => db.AllAsync(
            row => new StoredCommand(by, id, row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1)),
            "SELECT digest, answer FROM iom_events.commands WHERE session = $1 AND person = $2 AND command = $3",
            session.Value, by.Value, id.Value), stop)).FirstOrDefault();

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SessionId>> SessionsAsync(CancellationToken stop = default) =>
        await _db.RunAsync(db => db.AllAsync(row => new SessionId(row.GetGuid(0)), "SELECT id FROM iom_events.sessions"), stop);

    /// <summary>Carries out what is queued; what comes after is refused.</summary>
    public void Dispose() => _appends.Dispose();

    /// <summary>Selects rows up to a number, and no more behind the one with which their bodies fill a page; the others are not even read.</summary>
    internal static string OnePage(string table, string columns, string which, string order, string most) =>
        $"""
        SELECT {columns} FROM (
            SELECT *, sum(octet_length(sealed)) OVER (ORDER BY {order}) - octet_length(sealed) AS taken
            FROM (SELECT {columns} FROM {table} WHERE {which} ORDER BY {order} LIMIT {most}) AS rows) AS counted
        WHERE taken < {Limits.PageBytes} ORDER BY {order}
        """;

    /// <summary>The row of these <see cref="Columns"/>.</summary>
    /// <param name="from">Where they begin.</param>
    internal static StoredEvent Event(NpgsqlDataReader row, int from = 0) => new(
        row.GetInt64(from), new CircleId(row.GetGuid(from + 1)), row.GetInt64(from + 2), row.GetInt64(from + 3), row.GetFieldValue<byte[]>(from + 4),
        row.GetFieldValue<byte[]>(from + 5));

    // answered means stored (DL3): a server that is told to answer sooner is refused
    private static void DemandDurable(PostgresDb db)
    {
        if (db.Run(connection =>
        {
            using var ask = connection.Ask("SHOW synchronous_commit");
            return ask.ExecuteScalar() as string;
        }) == "off")
            throw new StoreUnfitException("PostgreSQL is set to acknowledge what is not on its disk yet (synchronous_commit = off)");
    }
}
