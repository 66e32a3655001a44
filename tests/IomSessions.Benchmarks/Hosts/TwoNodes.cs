using System.Security.Cryptography;
using System.Text.Json;
using IomSessions.Benchmarks.Load;
using IomSessions.Storage.Keys;
using IomSessions.Testbed;

namespace IomSessions.Benchmarks.Hosts;

/// <summary>Two nodes over PostgreSQL, whose commits wait for the disk, and Redis; and two of the bare hub over its Redis backplane.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private const string Anywhere = "http://127.0.0.1:0";

    private readonly PostgresProcess _postgres;
    private readonly RedisProcess _redis;

    private TwoNodes(PostgresProcess postgres, RedisProcess redis, Target iom, Target bare, Cast cast) =>
        (_postgres, _redis, Iom, Bare, Cast) = (postgres, redis, iom, bare, cast);

    public Target Iom { get; }

    public Target Bare { get; }

    public Cast Cast { get; }

    /// <param name="folder">Of its own.</param>
    /// <param name="bySession">Whether the people of a session are on one node, as behind the balancer that is shipped, though evenly; else on both.</param>
    public static async Task<TwoNodes> StartAsync(string folder, IReadOnlyList<Plan> plans, bool bySession)
    {
        Directory.CreateDirectory(folder);
        var (postgres, redis) = (await PostgresProcess.StartAsync(durable: true), await RedisProcess.StartAsync());
        var places = new Dictionary<string, string>
        {
            ["IOMSESSIONS_POSTGRES"] = await postgres.DatabaseAsync(),
            ["IOMSESSIONS_REDIS"] = redis.Address,
            ["IOMSESSIONS_MASTER_KEY"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Length)),
        };
        var file = Path.Combine(folder, "plans.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(plans));
        var first = HostProcess.Start(places, IomHost.Word, folder, Anywhere, file);
        var second = HostProcess.Start(places, IomHost.Word, folder, Anywhere, "-");
        var (one, other) = (HostProcess.Start(BareHost.Word, Anywhere, redis.Address), HostProcess.Start(BareHost.Word, Anywhere, redis.Address));
        return new(postgres, redis,
            new("IomSessions on two nodes", new IomDialect(), new Nodes(bySession, first, second)),
            new("bare SignalR on two nodes", new BareDialect(), new Nodes(bySession, one, other)),
            JsonSerializer.Deserialize<Cast>(await File.ReadAllTextAsync(Path.Combine(folder, "cast.json")))!);
    }

    public Stage Open(Loop loop, Target target, string shape) => Stage.Open(loop, target, Cast.Of(shape));

    public async ValueTask DisposeAsync()
    {
        Iom.Host.Dispose();
        Bare.Host.Dispose();
        await _redis.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}
