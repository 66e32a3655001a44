using System.Security.Cryptography;
using IomSessions.Benchmarks.Hosts;
using IomSessions.Engine;
using IomSessions.Engine.InMemory;
using IomSessions.Storage.Access;
using IomSessions.Storage.Keys;
using IomSessions.Storage.Postgres;
using IomSessions.Testbed;

namespace IomSessions.Rig;

/// <summary>PostgreSQL, Redis, nodes, and a door in front of them: what <c>docker-compose.yml</c> describes, as processes on the loopback address.</summary>
internal sealed class Topology : IAsyncDisposable
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(MasterKey.Length);
    private readonly List<Node> _nodes = [];
    private readonly string _connection;
    private readonly PostgresDb _db;
    private readonly PostgresKeyStore _keys;

    private Topology(PostgresProcess postgres, RedisProcess? redis, string connection)
    {
        (Postgres, Redis, _connection, _db) = (postgres, redis, connection, PostgresDb.Of(connection));
        _keys = PostgresKeyStore.Open(_db, _ => MasterKey.FromBytes(_key));
        Log = PostgresEventStore.Open(_db);
        Door = new Front(() => [.. _nodes.Where(node => node.Runs).Select(node => node.Port)]);
    }

    public PostgresProcess Postgres { get; }

    public RedisProcess? Redis { get; }

    public Front Door { get; }

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>The log itself, by no node.</summary>
    public PostgresEventStore Log { get; }

    public IKeyStore Keys => _keys;

    public static async Task<Topology> StartAsync(int nodes, bool redis = true, bool durable = false)
    {
        var postgres = await PostgresProcess.StartAsync(durable);
        var around = new Topology(postgres, redis ? await RedisProcess.StartAsync() : null, await postgres.DatabaseAsync());
        for (var at = 0; at < nodes; at++)
        {
            var store = new Front(() => [postgres.Port]);
            var bell = around.Redis is { } ringer ? new Front(() => [ringer.Port]) : null;
            var node = new Node(
                new Npgsql.NpgsqlConnectionStringBuilder(around._connection) { Port = store.Port }.ConnectionString,
                bell is null ? null : $"127.0.0.1:{bell.Port}", Convert.ToBase64String(around._key), store, bell);
            around._nodes.Add(node);
        }

        await Task.WhenAll(around._nodes.Select(node => node.StartAsync()));
        return around;
    }

    /// <summary>Sessions made ready by the commands of life, open, with everybody seated; the nodes find them.</summary>
    public async Task<IReadOnlyList<CastSession>> PrepareAsync(Plan plan)
    {
        await using var house = new SessionHouse(new EnginePorts(Log, _keys, new LocalDoorbell(), TimeProvider.System)
        {
            Snapshots = new PostgresSnapshotStore(_db),
            CommandRate = (1_000_000, 1_000_000),
        });
        IAccessStore access = PostgresAccessStore.Open(_db);
        var preparing = new Preparing(house, access);
        var cast = new CastSession[plan.Sessions];
        await Parallel.ForAsync(0, cast.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (at, _) => cast[at] = await preparing.PrepareAsync(plan));
        return cast;
    }

    public async ValueTask DisposeAsync()
    {
        await Door.DisposeAsync();
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        Log.Dispose();
        _keys.Dispose();
        _db.Dispose();
        await (Redis?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Postgres.DisposeAsync();
    }
}
