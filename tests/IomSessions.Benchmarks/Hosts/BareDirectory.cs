using System.Collections.Concurrent;
using StackExchange.Redis;

namespace IomSessions.Benchmarks.Hosts;

/// <summary>On which connection the bare hub finds a person.</summary>
internal interface IBareDirectory
{
    Task KeepAsync(string person, string connection);

    Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlyList<string> people);
}

/// <summary>Of one node.</summary>
internal sealed class BareDirectory : IBareDirectory
{
    private readonly ConcurrentDictionary<string, string> _connections = new();

    public Task KeepAsync(string person, string connection)
    {
        _connections[person] = connection;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlyList<string> people) => Task.FromResult<IReadOnlyDictionary<string, string>>(_connections);
}

/// <summary>Of several nodes, in Redis.</summary>
internal sealed class SharedDirectory(IDatabase redis) : IBareDirectory
{
    private const string Key = "bare";

    public static async Task<SharedDirectory> OpenAsync(string address) => new((await ConnectionMultiplexer.ConnectAsync(address)).GetDatabase());

    public Task KeepAsync(string person, string connection) => redis.HashSetAsync(Key, person, connection);

    public async Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlyList<string> people)
    {
        var found = await redis.HashGetAsync(Key, [.. people.Select(person => (RedisValue)person)]);
        return people.Zip(found).ToDictionary(one => one.First, one => (string)one.Second!);
    }
}
