using IomSessions.Client;

namespace IomSessions.Server.Demo;

/// <summary>Replays cases, each into a fresh session, and leaves them open for visitors. For demonstrations only: it speaks for people.</summary>
public sealed class DemoService(params IReadOnlyList<DemoScript> scripts)
{
    public DemoService()
        : this(DemoScript.CampDavid(), DemoScript.Beagle(), DemoScript.TimorSea())
    {
    }

    /// <summary>Plays, prints the links, and stays to confirm the devices that redeem them, until cancelled.</summary>
    /// <param name="baseUrl">Where the server listens.</param>
    /// <param name="houseToken">The token of the house's one-time link.</param>
    /// <param name="output">Where the links are printed.</param>
    public async Task RunAsync(Uri baseUrl, string houseToken, TextWriter output, CancellationToken stop)
    {
        using var house = SessionHttp.To(baseUrl);
        var casts = new List<DemoCast>();
        var doors = new List<DemoDoor>();
        try
        {
            await house.EnterHouseAsync(houseToken, stop);
            var kept = new List<Task>();
            foreach (var script in scripts)
            {
                var cast = await DemoEntry.OpenAsync(baseUrl, house, script, stop);
                casts.Add(cast);
                await new DemoPlayer(cast).PlayAsync(script, stop);
                var door = new DemoDoor(cast, output);
                doors.Add(door);
                await door.PrintAsync(script, stop);
                kept.Add(door.KeepAsync(script, stop));
            }

            await Task.WhenAll(kept);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // the server is stopping
        }
        finally
        {
            doors.ForEach(door => door.Dispose());
            foreach (var cast in casts)
            {
                await cast.DisposeAsync();
            }
        }
    }
}
