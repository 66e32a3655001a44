using System.Text.Json;
using IomSessions.Engine;
using IomSessions.Server.Operations;
using IomSessions.Storage.Access;
using Microsoft.AspNetCore.Hosting.Server;

namespace IomSessions.Benchmarks.Hosts;

/// <summary>
/// The real server, but for its pages: SQLite with synchronous=FULL, sealing, devices known by bearer tokens, the rule of access. One thing
/// differs, and only here: how many commands a person may send a second, which would cap what is to be measured.
/// </summary>
internal static class IomHost
{
    public const string Word = "iom-host";

    private static readonly (int Burst, int PerSecond) Unhindered = (1_000_000, 1_000_000);

    /// <param name="args">The word, the data folder, the address, and a file of plans or "-".</param>
    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(args[2]);
        builder.AddIomSessions(args[1], ports => ports with { CommandRate = Unhindered, EditRate = Unhindered });
        await using var app = builder.Build();
        app.UseIomSessions();
        if (await Start.TryAsync(app) is { } reason)
        {
            throw new InvalidOperationException(reason);
        }

        if (args[3] != "-")
        {
            await PrepareAsync(app.Services, args[1], JsonSerializer.Deserialize<Plan[]>(await File.ReadAllTextAsync(args[3]))!);
        }

        await Console.Out.WriteLineAsync($"READY {FirstLink.AddressOf(app.Services.GetRequiredService<IServer>())}");
        await app.WaitForShutdownAsync();
    }

    private static async Task PrepareAsync(IServiceProvider services, string folder, Plan[] plans)
    {
        var preparing = new Preparing(services.GetRequiredService<SessionHouse>(), services.GetRequiredService<IAccessStore>());
        var work = plans.SelectMany(plan => Enumerable.Repeat(plan, plan.Sessions)).ToList();
        var sessions = new CastSession[work.Count];
        await Parallel.ForAsync(0, work.Count, new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (at, _) => sessions[at] = await preparing.PrepareAsync(work[at]));
        await File.WriteAllTextAsync(Path.Combine(folder, "cast.json"), JsonSerializer.Serialize(new Cast(sessions)));
    }
}
