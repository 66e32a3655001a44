using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Benchmarks.Hosts;

/// <summary>What IomSessions is compared with: a SignalR hub of the plainest kind. JSON, groups, nothing stored, nothing checked.</summary>
internal static class BareHost
{
    public const string Word = "bare-host";

    /// <param name="args">The word, the address, and where Redis is if it is one of several nodes.</param>
    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(args[1]);
        builder.Logging.ClearProviders();
        var hub = builder.Services.AddSignalR();
        builder.Services.AddSingleton<IBareDirectory>(args.Length > 2 ? await SharedDirectory.OpenAsync(args[2]) : new BareDirectory());
        if (args.Length > 2)
        {
            hub.AddStackExchangeRedis(args[2]);
        }

        await using var app = builder.Build();
        app.MapHub<BareHub>("/hub");
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await Console.Out.WriteLineAsync($"READY {address}");
        await app.WaitForShutdownAsync();
    }
}

/// <summary>Rooms are groups.</summary>
internal sealed class BareHub(IBareDirectory directory) : Hub
{
    public async Task Join(string room, string person)
    {
        await directory.KeepAsync(person, Context.ConnectionId);
        await Groups.AddToGroupAsync(Context.ConnectionId, room);
    }

    public Task Say(string room, string text) => Clients.Group(room).SendAsync("said", text);

    /// <summary>Moves people out of one room each into another, and tells everybody in the rooms that were filled.</summary>
    public async Task Move(BareMove[] moves)
    {
        var lines = await directory.FindAsync([.. moves.SelectMany(move => move.People)]);
        await Task.WhenAll(moves.SelectMany(move => move.People.Select(person => Groups.RemoveFromGroupAsync(lines[person], move.From))));
        await Task.WhenAll(moves.SelectMany(move => move.People.Select(person => Groups.AddToGroupAsync(lines[person], move.To))));
        foreach (var to in moves.Select(move => move.To).Distinct())
        {
            await Clients.Group(to).SendAsync("seated", to);
        }
    }
}

internal sealed record BareMove(string From, string To, string[] People);
