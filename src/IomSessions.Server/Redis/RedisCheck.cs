using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IomSessions.Server.Redis;

/// <summary>Whether Redis answers. A node without one says yes: nothing is missing.</summary>
internal sealed class RedisCheck(RedisLine? line = null) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(line is { Answers: false } ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
}
