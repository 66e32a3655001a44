using IomSessions.Client;

namespace IomSessions.Server.Tests;

/// <summary>How long a test waits for what must come: longer than the waits between tries to reconnect.</summary>
public static class Soon
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task<T> InTime<T>(this Task<T> task, TimeSpan? patience = null) => task.WaitAsync(patience ?? Patience);

    public static Task InTime(this Task task, TimeSpan? patience = null) => task.WaitAsync(patience ?? Patience);

    /// <summary>Waits for what no event tells of.</summary>
    public static async Task UntilAsync(Func<bool> so, TimeSpan? patience = null)
    {
        using var stop = new CancellationTokenSource(patience ?? Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!so())
        {
            await often.WaitForNextTickAsync(stop.Token);
        }
    }

    public static async Task<SessionView> SeesAsync(this SessionConnection line, Func<SessionView, bool> seen)
    {
        using var stop = new CancellationTokenSource(Patience);
        return await line.WaitForAsync(seen, stop.Token);
    }
}
