using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IomSessions.Server.Operations;

/// <summary>
/// Whether the log can be read, the key store takes a transaction, and what is written is kept; of a data folder, whether it has room.
/// The stores are tried at most once in a while, however often strangers ask.
/// </summary>
/// <param name="room">Asks for the free bytes of the disk; a test answers for it.</param>
internal sealed class StoreCheck(Stores stores, TimeProvider clock, ILogger<StoreCheck> log, Func<long?>? room = null)
    : IHealthCheck, IDisposable
{
    /// <summary>The write-ahead logs may grow to 64 MiB each before they are folded in; with less than this a session soon takes nothing.</summary>
    public const long RoomNeeded = 256L << 20;

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    private (DateTimeOffset At, bool Good)? _last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || (clock.GetUtcNow() - last.At).Duration() >= Remembered)
            {
                _last = last = (clock.GetUtcNow(), await TryAsync());
            }

            // no description: it would be logged and might be shown
            return last.Good ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> TryAsync()
    {
        try
        {
            await stores.ProbeAsync();
        }
        catch (Exception failure)
        {
            ServerLog.NotReady(log, failure.GetType().Name);
            return false;
        }

        if ((room ?? stores.FreeBytes)() is null or >= RoomNeeded)
        {
            return true;
        }

        ServerLog.NoRoom(log, RoomNeeded >> 20);
        return false;
    }
}
