using IomSessions.Server.Operations;
using Microsoft.AspNetCore.Hosting.Server;

namespace IomSessions.Rig;

/// <summary>
/// One node: the real server but for its pages, told by words on its input what no operator could ask for. Where things are kept stands in
/// its environment, as in life.
/// </summary>
internal static class NodeHost
{
    public const string Word = "node";

    // people of the rig speak as fast as it takes to fill a second with faults
    private static readonly (int Burst, int PerSecond) Unhindered = (10_000, 10_000);

    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = args[1..] });
        WatchedStore? store = null;
        builder.AddIomSessions(Path.GetTempPath(), ports => ports with { Store = store = new WatchedStore(ports.Store), CommandRate = Unhindered });
        builder.Services.AddObserving(builder.Configuration);
        await using var app = builder.Build();
        app.UseIomSessions();
        if (await Start.TryAsync(app) is { } reason)
        {
            await Console.Out.WriteLineAsync($"FAILED {reason}");
            return;
        }

        await Console.Out.WriteLineAsync($"READY {FirstLink.AddressOf(app.Services.GetRequiredService<IServer>())}");
        _ = Task.Run(() => ObeyAsync(store!));
        await app.WaitForShutdownAsync();
    }

    private static async Task ObeyAsync(WatchedStore store)
    {
        while (await Console.In.ReadLineAsync() is { } word)
        {
            switch (word)
            {
                case "die":
                    store.DiesAfterAppend = true;
                    break;
                case "forget":
                    store.Forget();
                    await Console.Out.WriteLineAsync("OK");
                    break;
                case "reads":
                    await Console.Out.WriteLineAsync($"{store.MostReads}");
                    break;
            }
        }

        // whoever started it has gone
        Environment.Exit(1);
    }
}
