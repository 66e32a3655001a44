namespace IomSessions.Server.Demo;

/// <summary>Replays a case into a fresh session and leaves it open for visitors. For demonstrations only: it speaks for people.</summary>
public sealed class DemoService(DemoScript script)
{
    public DemoService()
        : this(DemoScript.CampDavid())
    {
    }

    /// <summary>Plays, prints the links, and stays to confirm the devices that redeem them, until cancelled.</summary>
    /// <param name="baseUrl">Where the server listens.</param>
    /// <param name="houseToken">The token of the house's one-time link.</param>
    /// <param name="output">Where the links are printed.</param>
    public async Task RunAsync(Uri baseUrl, string houseToken, TextWriter output, CancellationToken stop)
    {
        try
        {
            await using var cast = await DemoEntry.OpenAsync(baseUrl, houseToken, script, stop);
            await new DemoPlayer(cast).PlayAsync(script, stop);
            using var door = new DemoDoor(cast, output);
            await door.PrintAsync(script, stop);
            await door.KeepAsync(script, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // the server is stopping
        }
    }
}
