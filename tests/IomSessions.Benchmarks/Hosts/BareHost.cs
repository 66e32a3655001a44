using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Benchmarks.Hosts;

/// <summary>What IomSessions is compared with: a SignalR hub of the plainest kind. JSON, groups, nothing stored, nothing checked.</summary>
internal static class BareHost
{
    public const string Word = "bare-host";

    /// <param name="args">The word and the address.</param>
    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(args[1]);
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        await using var app = builder.Build();
        app.MapHub<BareHub>("/hub");
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await Console.Out.WriteLineAsync($"READY {address}");
        await app.WaitForShutdownAsync();
    }
}

/// <summary>Rooms are groups.</summary>
internal sealed class BareHub : Hub
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> Connections = new();

    public Task Join(string room, string person)
    {
        Connections[person] = Context.ConnectionId;
        return Groups.AddToGroupAsync(Context.ConnectionId, room);
    }

    public Task Say(string room, string text) => Clients.Group(room).SendAsync("said", text);

    /// <summary>Moves people out of one room each into another, and tells everybody in the rooms that were filled.</summary>
    public async Task Move(BareMove[] moves)
    {
        await Task.WhenAll(moves.SelectMany(move => move.People.Select(person => Groups.RemoveFromGroupAsync(Connections[person], move.From))));
        await Task.WhenAll(moves.SelectMany(move => move.People.Select(person => Groups.AddToGroupAsync(Connections[person], move.To))));
        foreach (var to in moves.Select(move => move.To).Distinct())
        {
            await Clients.Group(to).SendAsync("seated", to);
        }
    }
}

internal sealed record BareMove(string From, string To, string[] People);
