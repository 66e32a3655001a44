using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace IomSessions.Server.Http;

/// <summary>A code is short, so tries are counted: per address, so that nobody shuts out others elsewhere.</summary>
internal static class Tries
{
    public const string Policy = "codes";

    private const int PerMinute = 20;

    public static void Limit(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));
    }
}
