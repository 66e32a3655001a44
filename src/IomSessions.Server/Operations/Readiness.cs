using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IomSessions.Server.Operations;

/// <summary>
/// What load balancers ask. <c>/health/live</c>: the process answers. <c>/health/ready</c>: what is said now can be stored. One word each;
/// why it is not ready stands in the log.
/// </summary>
internal static class Readiness
{
    private const string Ready = "ready";

    public static void AddReadiness(this IServiceCollection services, string dataPath)
    {
        services.AddSingleton(provider => new StoreCheck(
            provider.GetRequiredService<DataFolder>(), dataPath, provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<StoreCheck>>()));
        services.AddHealthChecks().AddCheck<StoreCheck>("store", tags: [Ready]);
    }

    public static void MapReadiness(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", Saying(_ => false));
        app.MapHealthChecks("/health/ready", Saying(check => check.Tags.Contains(Ready)));
    }

    private static HealthCheckOptions Saying(Func<HealthCheckRegistration, bool> which) => new()
    {
        Predicate = which,
        ResponseWriter = (http, report) =>
        {
            http.Response.ContentType = "text/plain; charset=utf-8";
            return http.Response.WriteAsync(report.Status == HealthStatus.Healthy ? "yes\n" : "no\n");
        },
    };
}
