using IomSessions.Domain;
using IomSessions.Engine;
using Npgsql;

namespace IomSessions.Storage.Postgres;

/// <summary>
/// What nodes know of each other, in tables that are not written ahead. The time is the database's: nodes' clocks need not agree. Of one
/// caller at a time.
/// </summary>
/// <param name="db">Stays the caller's.</param>
public sealed class PostgresNodes(PostgresDb db) : INodes
{
    /// <summary>For how long a node is believed that says nothing more, in seconds.</summary>
    private const int Believed = 5;

    private readonly Guid _me = Guid.NewGuid();
    private Dictionary<SessionId, HashSet<PersonId>> _told = [];
    private bool _known;

    /// <inheritdoc/>
    public async ValueTask<Surroundings> LookAsync(IReadOnlyDictionary<SessionId, IReadOnlyCollection<PersonId>> here, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(here);
        // everything anew when the database does not know this node: it came up from a crash, or the last look failed
        var changed = here.Where(one => !_known || !_told.TryGetValue(one.Key, out var told) || !told.SetEquals(one.Value)).ToList();
        var gone = _told.Keys.Where(session => !here.ContainsKey(session)).ToList();
        _known = false;
        var (known, surroundings) = await db.RunAsync(connection => LookAsync(connection, changed, gone, stop), stop);
        _told = here.ToDictionary(one => one.Key, one => one.Value.ToHashSet());
        _known = known;
        return surroundings;
    }

    /// <inheritdoc/>
    public async ValueTask LeaveAsync() => await db.RunAsync(connection => connection.DoAsync(
        "WITH gone AS (DELETE FROM iom_events.seats WHERE node = $1) DELETE FROM iom_events.nodes WHERE node = $1", _me));

    private async Task<(bool Known, Surroundings Surroundings)> LookAsync(
        NpgsqlConnection connection, List<KeyValuePair<SessionId, IReadOnlyCollection<PersonId>>> changed, List<SessionId> gone, CancellationToken stop)
    {
        await using var batch = new NpgsqlBatch(connection);
        void Add(string sql, params object[] values)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
            batch.BatchCommands.Add(command);
        }

        Add("INSERT INTO iom_events.nodes AS n VALUES ($1, clock_timestamp()) ON CONFLICT (node) DO UPDATE SET seen = excluded.seen RETURNING xmax <> 0", _me);
        foreach (var (session, people) in changed)
        {
            Add("INSERT INTO iom_events.seats VALUES ($1, $2, $3) ON CONFLICT (node, session) DO UPDATE SET people = excluded.people",
                _me, session.Value, people.Select(person => person.Value).ToArray());
        }

        if (gone.Count > 0) Add("DELETE FROM iom_events.seats WHERE node = $1 AND session = ANY ($2)", _me, gone.Select(session => session.Value).ToArray());
        // what dead nodes have left; of two nodes that sweep at once, neither waits for the other
        Add($"DELETE FROM iom_events.nodes WHERE node IN (SELECT node FROM iom_events.nodes WHERE seen < clock_timestamp() - interval '{Believed * 12} seconds' FOR UPDATE SKIP LOCKED)");
        Add("""
            DELETE FROM iom_events.seats WHERE (node, session) IN (SELECT s.node, s.session FROM iom_events.seats s
                WHERE NOT EXISTS (SELECT FROM iom_events.nodes n WHERE n.node = s.node) FOR UPDATE OF s SKIP LOCKED)
            """);
        Add("SELECT id, version FROM iom_events.sessions");
        Add($"""
            SELECT s.session, s.people FROM iom_events.seats s JOIN iom_events.nodes n USING (node)
            WHERE n.node <> $1 AND n.seen > clock_timestamp() - interval '{Believed} seconds'
            """, _me);
        Add($"SELECT count(*)::integer, clock_timestamp() FROM iom_events.nodes WHERE seen > clock_timestamp() - interval '{Believed} seconds'");

        await using var rows = await batch.ExecuteReaderAsync(stop);
        await rows.ReadAsync(stop);
        var known = rows.GetBoolean(0);
        await rows.NextResultAsync(stop);
        var heads = new List<(SessionId, long)>();
        while (await rows.ReadAsync(stop)) heads.Add((new SessionId(rows.GetGuid(0)), rows.GetInt64(1)));
        await rows.NextResultAsync(stop);
        var elsewhere = new Dictionary<SessionId, HashSet<PersonId>>();
        while (await rows.ReadAsync(stop))
        {
            var session = new SessionId(rows.GetGuid(0));
            if (!elsewhere.TryGetValue(session, out var people)) elsewhere[session] = people = [];
            people.UnionWith((await rows.GetFieldValueAsync<Guid[]>(1, stop)).Select(person => new PersonId(person)));
        }

        await rows.NextResultAsync(stop);
        await rows.ReadAsync(stop);
        return (known, new(heads, elsewhere.ToDictionary(one => one.Key, one => (IReadOnlySet<PersonId>)one.Value), rows.GetInt32(0),
            new(rows.GetDateTime(1))));
    }
}
