using IomSessions.Engine;
using IomSessions.Engine.InMemory;
using IomSessions.Server.Operations;

namespace IomSessions.Server.Redis;

/// <summary>How this node tells others at once what they would see within a second anyway.</summary>
internal static class Neighbours
{
    private const string Purpose = "iomsessions: what nodes tell each other";

    public static void AddNeighbours(this IServiceCollection services, IConfiguration told)
    {
        if (told.Postgres() is null || told.Redis() is not { } redis)
        {
            services.AddSingleton<IDoorbell, LocalDoorbell>();
            services.AddSingleton<ISignals, NoSignals>();
            return;
        }

        services.AddSingleton(provider => new RedisLine(
            redis, ((PostgresStores)provider.GetRequiredService<Stores>()).Keys.Derive(Purpose),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RedisLine>>()));
        services.AddSingleton<IDoorbell, RedisDoorbell>();
        services.AddSingleton<ISignals, RedisSignals>();
    }
}
