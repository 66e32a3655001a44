using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Storage.Appends;
using Npgsql;

namespace IomSessions.Storage.Postgres;

/// <summary>
/// Appends of several sessions as one statement. What each comes to is decided by rows, not by errors, so a refused one spoils none beside
/// it. Sessions are taken in the order of their ids: two nodes never wait for each other in a ring.
/// </summary>
internal sealed class AppendStatement(PostgresDb db)
{
    // known and holed are asked of the moment at which the statement begins; if others were first since, the head has moved, and the
    // compare-and-set, which sees what is committed while it waits, refuses. OFFSET 0: each is looked up by its key, whatever the planner
    // believes of tables that were empty when it was asked.
    private const string Sql =
        """
        WITH asked AS (
            SELECT a.n, a.session, a.expected, a.newest
            FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) WITH ORDINALITY AS a(session, expected, newest, n)
        ), sent AS (
            SELECT * FROM unnest($4::bigint[], $5::uuid[], $6::uuid[], $7::bytea[], $8::bytea[]) AS s(n, person, command, digest, answer)
        ), known AS (
            SELECT s.n, c.person, c.command, c.digest, c.answer FROM sent s JOIN asked a USING (n)
            CROSS JOIN LATERAL (SELECT * FROM iom_events.commands c WHERE c.session = a.session AND c.person = s.person AND c.command = s.command OFFSET 0) c
        ), holed AS (
            SELECT f.n FROM unnest($9::bigint[], $10::uuid[], $11::bigint[]) AS f(n, circle, place) JOIN asked a USING (n)
            WHERE f.place <> 1 + coalesce((SELECT e.place FROM iom_events.events e
                WHERE e.session = a.session AND e.circle = f.circle ORDER BY e.place DESC LIMIT 1), 0)
        ), moved AS (
            INSERT INTO iom_events.sessions AS h (id, base, version)
            SELECT a.session, a.expected, a.newest FROM asked a
            WHERE NOT EXISTS (SELECT FROM known k WHERE k.n = a.n) AND NOT EXISTS (SELECT FROM holed o WHERE o.n = a.n)
              AND (a.expected = 0 OR (SELECT s.version FROM iom_events.sessions s WHERE s.id = a.session) IS NOT NULL)
            ORDER BY a.session
            ON CONFLICT (id) DO UPDATE SET base = excluded.base, version = excluded.version WHERE h.version = excluded.base
            RETURNING h.id
        ), written AS (
            INSERT INTO iom_events.events (session, version, circle, place, at_ms, sealed, hash)
            SELECT a.session, e.version, e.circle, e.place, e.at_ms, e.sealed, e.hash
            FROM unnest($12::bigint[], $13::bigint[], $14::uuid[], $15::bigint[], $16::bigint[], $17::bytea[], $18::bytea[])
                AS e(n, version, circle, place, at_ms, sealed, hash)
            JOIN asked a USING (n) JOIN moved m ON m.id = a.session
        ), kept AS (
            INSERT INTO iom_events.commands (session, person, command, digest, answer)
            SELECT a.session, s.person, s.command, s.digest, s.answer FROM sent s JOIN asked a USING (n) JOIN moved m ON m.id = a.session
        )
        SELECT a.n::integer, m.id IS NOT NULL, EXISTS (SELECT FROM holed o WHERE o.n = a.n) AND coalesce(s.version, 0) = a.expected,
            k.person, k.command, k.digest, k.answer
        FROM asked a LEFT JOIN moved m ON m.id = a.session LEFT JOIN known k USING (n)
        LEFT JOIN LATERAL (SELECT h.version FROM iom_events.sessions h WHERE h.id = a.session OFFSET 0) s ON true
        """;

    /// <summary>Gives every append of the group its outcome or its error. Never throws.</summary>
    public async Task CommitAsync(PendingAppend[] group)
    {
        if (await TryAsync(group) is not { } error) return;
        if (group.Length == 1 || error is StoreUnavailableException)
        {
            foreach (var append in group) append.Failed(error);
            return;
        }

        // one of them is what the database refuses: each by itself, so that it fails alone
        foreach (var append in group)
            if (await TryAsync([append]) is { } own) append.Failed(own);
    }

    /// <summary>Carries the appends out, within what is open on the connection, and gives each its outcome.</summary>
    public static async Task DecideAsync(NpgsqlConnection connection, PendingAppend[] group)
    {
        await using var command = Command(connection, group);
        await using var rows = await command.ExecuteReaderAsync();
        var known = new List<StoredCommand>?[group.Length];
        while (await rows.ReadAsync()) Decide(rows, group, known);
    }

    private async Task<Exception?> TryAsync(PendingAppend[] group)
    {
        try
        {
            await db.RunAsync(async connection =>
            {
                await DecideAsync(connection, group);
                return true;
            });
            return null;
        }
#pragma warning disable CA1031 // whatever it is: the callers must hear of it, and the next group must be tried
        catch (Exception e)
        {
            return e;
        }
#pragma warning restore CA1031
    }

    private static void Decide(NpgsqlDataReader row, PendingAppend[] group, List<StoredCommand>?[] known)
    {
        var at = row.GetInt32(0) - 1;
        if (!row.IsDBNull(3))
        {
            var command = new StoredCommand(
                new PersonId(row.GetGuid(3)), new CommandId(row.GetGuid(4)), row.GetFieldValue<byte[]>(5), row.GetFieldValue<byte[]>(6));
            (known[at] ??= []).Add(command);
            group[at].Decided(new(new AppendOutcome.Duplicate(known[at]!)));
        }
        else
        {
            group[at].Decided(row.GetBoolean(1) ? new(new AppendOutcome.Appended())
                : row.GetBoolean(2) ? new(AppendShape.NotDense())
                : new(new AppendOutcome.Conflict()));
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, PendingAppend[] group)
    {
        var (events, commands, firsts) = (new List<(long N, StoredEvent Of)>(), new List<(long N, StoredCommand Of)>(), new List<(long N, StoredEvent Of)>());
        for (var at = 0; at < group.Length; at++)
        {
            var (n, batch, last) = (at + 1L, group[at].Batch, new Dictionary<CircleId, long>());
            foreach (var one in batch.Events)
            {
                events.Add((n, one));
                // the first of each circle must follow what is stored; one that does not follow within the batch follows nothing
                if (!last.TryGetValue(one.Circle, out var before) || one.Offset != before + 1) firsts.Add((n, one));
                last[one.Circle] = one.Offset;
            }

            foreach (var one in batch.Commands) commands.Add((n, one));
        }

        return connection.Ask(
            Sql,
            Of(group, one => one.Batch.Session.Value), Of(group, one => one.Batch.ExpectedVersion), Of(group, one => one.Batch.Events[^1].Version),
            Of(commands, one => one.N), Of(commands, one => one.Of.By.Value), Of(commands, one => one.Of.Id.Value),
            Of(commands, one => one.Of.Digest), Of(commands, one => one.Of.Answer),
            Of(firsts, one => one.N), Of(firsts, one => one.Of.Circle.Value), Of(firsts, one => one.Of.Offset),
            Of(events, one => one.N), Of(events, one => one.Of.Version), Of(events, one => one.Of.Circle.Value),
            Of(events, one => one.Of.Offset), Of(events, one => one.Of.AtMs), Of(events, one => one.Of.Sealed), Of(events, one => one.Of.Hash));
    }

    private static TValue[] Of<T, TValue>(IReadOnlyList<T> all, Func<T, TValue> value)
    {
        var values = new TValue[all.Count];
        for (var at = 0; at < values.Length; at++) values[at] = value(all[at]);
        return values;
    }
}
