using System.Globalization;
using IomSessions.Testbed;

namespace IomSessions.Server.Tests.Nodes;

/// <summary>PostgreSQL and Redis for the tests of several nodes.</summary>
public sealed class Neighbourhood : IAsyncLifetime
{
    private PostgresProcess? _postgres;
    private RedisProcess? _redis;

    public PostgresProcess Postgres => _postgres!;

    public RedisProcess Redis => _redis!;

    public async Task InitializeAsync() => (_postgres, _redis) = (await PostgresProcess.StartAsync(), await RedisProcess.StartAsync());

    public async Task DisposeAsync()
    {
        await Redis.DisposeAsync();
        await Postgres.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class SeveralNodes : ICollectionFixture<Neighbourhood>
{
    public const string Name = "several nodes";
}

/// <summary>Servers over one database, as an operator runs them: processes of their own, each with a folder for nothing but the key.</summary>
public sealed class Cluster : IAsyncDisposable
{
    private readonly List<DataDirectory> _folders = [];
    private readonly string _key = Convert.ToBase64String(Guid.NewGuid().ToByteArray().Concat(Guid.NewGuid().ToByteArray()).ToArray());

    private Cluster(string connection) => Connection = connection;

    public string Connection { get; }

    public List<ServerProcess> Nodes { get; } = [];

    /// <param name="redis">Its address; null: the nodes do without.</param>
    public static async Task<Cluster> StartAsync(Neighbourhood around, int nodes = 2, string? redis = null)
    {
        var cluster = new Cluster(await around.Postgres.DatabaseAsync());
        for (var at = 0; at < nodes; at++)
        {
            await cluster.AddAsync(redis);
        }

        return cluster;
    }

    public async Task<ServerProcess> AddAsync(string? redis = null, string? connection = null, params string[] more)
    {
        var folder = new DataDirectory();
        _folders.Add(folder);
        var places = new Dictionary<string, string>
        {
            ["IOMSESSIONS_POSTGRES"] = connection ?? Connection,
            ["IOMSESSIONS_MASTER_KEY"] = _key,
        };
        if (redis is not null)
        {
            places["IOMSESSIONS_REDIS"] = redis;
        }

        var node = await ServerProcess.StartAsync(folder, 0, places, ["--ForwardedHeaders_Enabled", "true", .. more]);
        Nodes.Add(node);
        return node;
    }

    /// <summary>The link for the secretariat, from the node that printed the last one.</summary>
    public async Task<string> HouseTokenAsync() => await Nodes[^1].HouseTokenAsync();

    public async Task<bool> IsAsync(int node, string health)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(Nodes[node].Address, string.Create(CultureInfo.InvariantCulture, $"/health/{health}")));
        return answer.IsSuccessStatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }

        _folders.ForEach(folder => folder.Dispose());
    }
}
