using IomSessions.Engine;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IomSessions.Server.Operations;

/// <summary>Whether this node sees the store that it shares with others; while it does not, it delivers nothing.</summary>
internal sealed class NodeCheck(SessionHouse house) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(house.IsBlind ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
}
