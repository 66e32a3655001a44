using System.Text.Json.Serialization;
using IomSessions.Engine;
using IomSessions.Server.Access;
using IomSessions.Server.Feed;
using IomSessions.Server.Http;
using IomSessions.Server.Hubs;
using IomSessions.Server.Lines;
using IomSessions.Server.Statements;
using IomSessions.Storage.Feed;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Server.Operations;

/// <summary>What the server is made of.</summary>
internal static class Services
{
    public static void AddSessions(this IServiceCollection services, string dataPath, IConfiguration told, Func<EnginePorts, EnginePorts> tune)
    {
        services.AddSingleton(_ => told.Postgres() is null ? TimeProvider.System : new SharedClock(TimeProvider.System));
        services.AddSingleton<Stores>(_ => told.Postgres() is { } postgres
            ? PostgresStores.Open(postgres, told.PostgresKeys(), Path.Combine(dataPath, "master.key"), name => told[name])
            : DataFolder.Open(dataPath, name => told[name]));
        services.AddSingleton(provider => provider.GetRequiredService<Stores>().Access);
        services.AddSingleton(provider =>
        {
            var stores = provider.GetRequiredService<Stores>();
            var log = provider.GetRequiredService<ILogger<SessionHouse>>();
            return new SessionHouse(tune(new EnginePorts(
                stores.Events, stores.Keys, provider.GetRequiredService<IDoorbell>(), provider.GetRequiredService<TimeProvider>())
            {
                Snapshots = stores.Snapshots,
                Files = stores.Files,
                Nodes = stores.Nodes,
                Signals = provider.GetRequiredService<ISignals>(),
                Feed = new Projector(
                    provider.GetRequiredService<IFeedSink>(), provider.GetRequiredService<FeedOptions>(), provider.GetRequiredService<ILogger<Projector>>()),
                RunSoon = Afterwards.Do,
                Fault = fault => ServerLog.EngineFault(log, fault.GetType().Name, fault.StackTrace),
            }));
        });
        services.AddSingleton<Entrance>();
        services.AddSingleton<Attendance>();
    }

    public static void AddAccess(this IServiceCollection services)
    {
        // participants are known by our own tokens; no key of the framework's is kept
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication(Participants.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, Participants>(Participants.SchemeName, null);
        services.AddAuthorizationBuilder().AddPolicy(Participants.SchemeName, policy => policy.RequireAuthenticatedUser());
        services.AddRateLimiter(Tries.Limit);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.ConfigureHttpJsonOptions(options =>
        {
            // what is missing is refused at the door, as on the hub
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
            foreach (var converter in DomainJson.Options.Converters)
            {
                options.SerializerOptions.Converters.Add(converter);
            }
        });
    }

    public static void AddHub(this IServiceCollection services)
    {
        services.AddSingleton<SeatManager>();
        services.AddSingleton<SocketLines>();
        services.AddSingleton<HubLifetimeManager<SessionHub>>(provider => provider.GetRequiredService<SeatManager>());
        services.AddSignalR(options =>
            {
                options.KeepAliveInterval = SocketLines.Silence;
                // SignalR's own clients, left as they are, speak every 15 s: anything shorter would cut them off
                options.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
                options.MaximumReceiveMessageSize = Domain.Limits.FrameBytes;
                // a person's commands are done in the order he sent them
                options.MaximumParallelInvocationsPerClient = 1;
                options.EnableDetailedErrors = false;
                // frames are made once, as bytes of this one protocol
                options.SupportedProtocols = ["json"];
            })
            .AddJsonProtocol(options => options.PayloadSerializerOptions = DomainJson.Options);
    }
}
