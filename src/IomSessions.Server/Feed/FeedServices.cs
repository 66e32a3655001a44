using IomSessions.Server.Feed.Books;
using IomSessions.Server.Feed.Following;
using IomSessions.Server.Feed.Http;
using IomSessions.Server.Feed.Hubs;
using IomSessions.Server.Feed.Signing;
using IomSessions.Storage.Feed;
using IomSessions.Storage.Postgres;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.StackExchangeRedis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StackExchange.Redis;

namespace IomSessions.Server.Feed;

/// <summary>What the public read path is made of. It needs nothing of the sessions, and nothing of theirs is here.</summary>
internal static class FeedServices
{
    private const string Hub = "/hub/feed";

    /// <summary>Reading: the file, read-only, and what is served from it.</summary>
    public static void AddFeed(this IServiceCollection services, string dataPath, FeedOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options);
        services.AddSingleton(_ => PostgresDb.Of(options.Postgres!));
        services.AddSingleton<IFeedReader>(provider => options.Postgres is not null
            ? new PostgresFeedReader(provider.GetRequiredService<PostgresDb>())
            : new FeedReader(Path.Combine(dataPath, FeedStore.FileName)));
        services.AddSingleton<FeedShelf>();
        services.AddSingleton<Crowd>();
        services.AddSingleton<EventStream>();
        services.AddSingleton<FeedDoor>();
        services.AddHostedService<FeedWatch>();
        services.AddHostedService<FeedPusher>();
        services.AddSignalR().AddHubOptions<FeedHub>(hub =>
        {
            hub.MaximumReceiveMessageSize = FeedLimits.Target;
            hub.KeepAliveInterval = FeedLimits.Beat;
        });
        if (options.Redis is { } redis)
        {
            // for this one hub: the participants' never goes through a backplane, whatever is configured
            services.Configure<RedisOptions>(backplane =>
            {
                backplane.Configuration = ConfigurationOptions.Parse(redis);
                backplane.Configuration.AbortOnConnectFail = false;
                backplane.Configuration.ChannelPrefix = RedisChannel.Literal("iomsessions-feed");
            });
            services.AddSingleton<HubLifetimeManager<FeedHub>, RedisHubLifetimeManager<FeedHub>>();
        }
    }

    /// <summary>Publishing: for the process that has the key.</summary>
    public static void AddFeedPress(this IServiceCollection services, string dataPath)
    {
        services.TryAddSingleton<IFeedSigner>(_ => SigningKey.Open(Path.Combine(Directory.CreateDirectory(dataPath).FullName, SigningKey.FileName)));
        services.AddSingleton<IFeedStore>(provider =>
        {
            var (signer, nowMs) = (provider.GetRequiredService<IFeedSigner>(), provider.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds());
            return provider.GetRequiredService<FeedOptions>().Postgres is not null
                ? PostgresFeedStore.Open(provider.GetRequiredService<PostgresDb>(), signer, nowMs)
                : FeedStore.Open(Path.Combine(dataPath, FeedStore.FileName), signer, nowMs);
        });
        services.AddSingleton(provider => new FeedPress(provider.GetRequiredService<IFeedStore>(), provider.GetRequiredService<FeedShelf>()));
        services.AddSingleton<IFeedSink>(provider => provider.GetRequiredService<FeedPress>());
    }

    /// <summary>Before anything that knows people: what is asked for here meets none of it.</summary>
    public static void UseFeed(this WebApplication app)
    {
        var door = app.Services.GetRequiredService<FeedDoor>();
        app.MapWhen(http => http.Request.Path.StartsWithSegments(FeedPath.Root), feed => feed.Run(door.ServeAsync));
        app.MapWhen(http => http.Request.Path.StartsWithSegments(Hub), hub =>
        {
            hub.Use((http, next) =>
            {
                OpenHeaders.Give(http);
                return HttpMethods.IsOptions(http.Request.Method) ? OpenHeaders.AllowAsync(http, "GET, POST, DELETE") : next(http);
            });
            hub.UseRouting();
            hub.UseEndpoints(endpoints => endpoints.MapHub<FeedHub>(Hub));
        });
        var crowd = app.Services.GetRequiredService<Crowd>();
        app.Lifetime.ApplicationStopping.Register(crowd.Close);
    }
}
