using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using IomSessions.Server.Redis;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IomSessions.Server.Operations;

/// <summary>
/// What load balancers ask. <c>/health/live</c>: the process answers. <c>/health/ready</c>: what is said now can be stored and delivered. <c>/health/redis</c>:
/// news between nodes goes through Redis; without it they take a second longer, and the node is ready all the same. One word each: yes, no, or
/// partly, where all but some session can be delivered, which counts as ready; why stands in the log.
/// </summary>
internal static class Readiness
{
    private const string Ready = "ready";
    private const string Redis = "redis";

    public static void AddReadiness(this IServiceCollection services)
    {
        services.AddSingleton(provider => new StoreCheck(
            provider.GetRequiredService<Stores>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<StoreCheck>>()));
        services.AddHealthChecks()
            .AddCheck<StoreCheck>("store", tags: [Ready]).AddCheck<NodeCheck>("node", tags: [Ready]).AddCheck<RedisCheck>(Redis, tags: [Redis]);
    }

    public static void MapReadiness(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", Saying(_ => false));
        app.MapHealthChecks("/health/ready", Saying(check => check.Tags.Contains(Ready)));
        app.MapHealthChecks("/health/redis", Saying(check => check.Tags.Contains(Redis)));
    }

    private static HealthCheckOptions Saying(Func<HealthCheckRegistration, bool> which) => new()
    {
        Predicate = which,
        ResponseWriter = (http, report) =>
        {
            http.Response.ContentType = "text/plain; charset=utf-8";
            return http.Response.WriteAsync(report.Status switch
            {
                HealthStatus.Healthy => "yes\n",
                HealthStatus.Degraded => "partly\n",
                _ => "no\n",
            });
        },
    };
}
