using IomSessions.Engine;
using IomSessions.Server.Operations;

namespace IomSessions.Server.Feed.Books;

/// <summary>Looks again and again whether another process has published. A file that cannot be read is looked at again; what is known stays served.</summary>
internal sealed class FeedWatch(FeedShelf shelf, TimeProvider clock, ILogger<FeedWatch> log, FeedPress? press = null) : BackgroundService
{
    private bool _failing;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // before the door opens: what is there is known
        Look();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(FeedLimits.Look, clock);
        while (await WaitAsync(timer, stoppingToken))
        {
            Look();
        }
    }

    private void Look()
    {
        try
        {
            shelf.Renew();
            press?.Sweep();
            _failing = false;
        }
        catch (StoreUnavailableException fault)
        {
            if (!_failing)
            {
                ServerLog.FeedUnreadable(log, fault.Message);
            }

            _failing = true;
        }
    }

    private static async ValueTask<bool> WaitAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
