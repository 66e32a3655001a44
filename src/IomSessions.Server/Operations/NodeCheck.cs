using IomSessions.Engine;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IomSessions.Server.Operations;

/// <summary>Whether this node sees the store that it shares with others; while it does not, it delivers nothing. Where it is one session that it
/// cannot follow, it is good for all others: sending everybody elsewhere would help nobody if the other nodes cannot either.</summary>
internal sealed class NodeCheck(SessionHouse house) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(house.IsBlind ? HealthCheckResult.Unhealthy()
            : house.BlindSessions > 0 ? HealthCheckResult.Degraded()
            : HealthCheckResult.Healthy());
}
