using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using IomSessions.Server.Feed;
using IomSessions.Server.Hubs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using IomSessions.Server.Operations;

namespace IomSessions.Server.Tests.Feed;

public sealed class HubTests : IDisposable
{
    private readonly DataDirectory _data = new();

    [Fact]
    public async Task CL3_SignalR_clients_get_the_same_items_from_where_they_were()
    {
        await using var app = await FeedApp.StartAsync(_data);
        var items = Enumerable.Range(0, 3).Select(at => Items.Item(at: at)).ToList();
        await app.PublishAsync(items[0]);
        await app.PublishAsync(items[1]);
        await using var hub = await ConnectAsync(app);
        var got = new Inbox<string>();
        using var stop = new CancellationTokenSource();
        var following = Task.Run(async () =>
        {
            await foreach (var item in hub.StreamAsync<JsonElement>("Follow", Items.Reference, $"{items[0].Id:N}", stop.Token))
            {
                got.Put(item.GetProperty("id").GetString()!);
            }
        });
        await got.UntilAsync(all => all.Count == 1);
        await app.PublishAsync(items[2]);
        await got.UntilAsync(all => all.Count == 2);
        Assert.Equal(items.Skip(1).Select(item => item.Id.ToString("N")), got.All);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following.InTime());
        var refused = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync("Listen", "nothing of the kind", (string?)null));
        Assert.Contains("not_found", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CL3_whoever_listens_is_pushed_what_comes()
    {
        await using var app = await FeedApp.StartAsync(_data);
        var (first, second) = (Items.Item(), Items.Item(at: 1));
        await app.PublishAsync(first);
        await using var hub = await ConnectAsync(app);
        var pushed = Pushed(hub);
        var missed = await hub.InvokeAsync<JsonElement[]>("Listen", Items.Reference, (string?)null);
        Assert.Equal(first.Id.ToString("N"), missed.Single().GetProperty("id").GetString());
        await app.PublishAsync(second);
        await pushed.UntilAsync(all => all.Count == 1);
        Assert.Equal([second.Id.ToString("N")], pushed.All);
    }

    [Fact]
    public async Task OP3_one_connection_follows_a_few_feeds_and_takes_no_others_places()
    {
        await using var app = await FeedApp.StartAsync(_data, new FeedOptions { Followers = FeedLimits.FollowsPerConnection + 1 });
        await app.PublishAsync(Items.Item());
        await using var greedy = await ConnectAsync(app);
        using var stop = new CancellationTokenSource();
        for (var at = 0; at < FeedLimits.FollowsPerConnection; at++)
        {
            Assert.True(await BeginsAsync(greedy, stop.Token));
        }

        Assert.Contains("busy", (await Assert.ThrowsAsync<HubException>(() => BeginsAsync(greedy, stop.Token))).Message, StringComparison.Ordinal);
        Assert.Contains("busy", (await Assert.ThrowsAsync<HubException>(() => greedy.InvokeAsync("Listen", Items.Reference, (string?)null))).Message, StringComparison.Ordinal);
        await using var modest = await ConnectAsync(app);
        Assert.True(await BeginsAsync(modest, stop.Token));
    }

    [Fact]
    public async Task OP3_whoever_listens_takes_a_place_until_he_leaves_or_is_gone()
    {
        await using var app = await FeedApp.StartAsync(_data, new FeedOptions { Followers = 1 });
        await app.PublishAsync(Items.Item());
        await using var other = await ConnectAsync(app);
        await using (var one = await ConnectAsync(app))
        {
            await one.InvokeAsync("Listen", Items.Reference, (string?)null);
            await Assert.ThrowsAsync<HubException>(() => other.InvokeAsync("Listen", Items.Reference, (string?)null));
            await one.InvokeAsync("Leave", Items.Reference);
            await other.InvokeAsync("Listen", Items.Reference, (string?)null);
            await other.InvokeAsync("Leave", Items.Reference);
            await one.InvokeAsync("Listen", Items.Reference, (string?)null);
        }

        await ComesAsync(() => other.InvokeAsync("Listen", Items.Reference, (string?)null));
    }

    [Fact]
    public async Task OP3_from_one_address_only_so_many_follow_through_the_hub_too()
    {
        await using var app = await FeedApp.StartAsync(_data, new FeedOptions { PerAddress = 1 });
        await app.PublishAsync(Items.Item());
        await using var one = await ConnectAsync(app);
        await using var other = await ConnectAsync(app);
        using var stop = new CancellationTokenSource();
        Assert.True(await BeginsAsync(one, stop.Token));
        Assert.Contains("busy", (await Assert.ThrowsAsync<HubException>(() => BeginsAsync(other, stop.Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CL3_whoever_listens_already_is_answered_with_nothing()
    {
        await using var app = await FeedApp.StartAsync(_data);
        await app.PublishAsync(Items.Item());
        await using var hub = await ConnectAsync(app);
        Assert.Single(await hub.InvokeAsync<JsonElement[]>("Listen", Items.Reference, (string?)null));
        Assert.Empty(await hub.InvokeAsync<JsonElement[]>("Listen", Items.Reference, (string?)null));
        await hub.InvokeAsync("Leave", Items.Reference);
        Assert.Single(await hub.InvokeAsync<JsonElement[]>("Listen", Items.Reference, (string?)null));
    }

    [Fact]
    public async Task CL3_with_a_Redis_whoever_listens_at_one_node_is_pushed_once_what_another_publishes()
    {
        var port = FreePort();
        using var redis = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{port}", "--save", "", "--bind", "127.0.0.1"]) { RedirectStandardOutput = true })!;
        try
        {
            while (await redis.StandardOutput.ReadLineAsync().InTime() is { } line && !line.Contains("Ready to accept", StringComparison.Ordinal))
            {
            }

            var options = new FeedOptions { Redis = $"127.0.0.1:{port}" };
            await using var writes = await FeedApp.StartAsync(_data, options);
            await writes.PublishAsync(Items.Item());
            await using var reads = await FeedApp.StartAsync(_data, options, publishes: false); // what is there it knows from the start
            await using var far = await ConnectAsync(reads);
            await using var near = await ConnectAsync(writes);
            var (atFar, atNear) = (Pushed(far), Pushed(near));
            await Task.WhenAll(far.InvokeAsync("Listen", Items.Reference, (string?)null), near.InvokeAsync("Listen", Items.Reference, (string?)null)).InTime();
            for (var at = 1; at <= 3; at++)
            {
                await writes.PublishAsync(Items.Item(at: at));
            }

            await Task.WhenAll(atFar.UntilAsync(all => all.Count >= 3), atNear.UntilAsync(all => all.Count >= 3));
            Assert.Equal(3, atFar.All.Distinct().Count());
            Assert.Equal((3, 3), (atFar.All.Count, atNear.All.Count));
        }
        finally
        {
            redis.Kill();
            await redis.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task CL3_the_hub_of_participants_never_goes_through_the_backplane()
    {
        var builder = WebApplication.CreateBuilder(["--feed-redis", "127.0.0.1:1"]);
        builder.AddIomSessions(_data.Path);
        await using var app = builder.Build();
        Assert.IsType<SeatManager>(app.Services.GetRequiredService<HubLifetimeManager<SessionHub>>());
        Assert.StartsWith("RedisHubLifetimeManager", app.Services.GetRequiredService<HubLifetimeManager<IomSessions.Server.Feed.Hubs.FeedHub>>().GetType().Name, StringComparison.Ordinal);
    }

    public void Dispose() => _data.Dispose();

    private static async Task<HubConnection> ConnectAsync(FeedApp app)
    {
        var hub = new HubConnectionBuilder().WithUrl(new Uri(app.Address, "/hub/feed")).Build();
        await hub.StartAsync().InTime();
        return hub;
    }

    // whether a first item comes; the stream goes on
    private static async Task<bool> BeginsAsync(HubConnection hub, CancellationToken stop)
    {
        var items = await hub.StreamAsChannelAsync<JsonElement>("Follow", Items.Reference, (string?)null, stop).InTime();
        return await items.WaitToReadAsync(CancellationToken.None).AsTask().InTime();
    }

    // the server hears of the end of a line a little later
    private static async Task ComesAsync(Func<Task> ask)
    {
        for (var end = Stopwatch.StartNew(); ;)
        {
            try
            {
                await ask();
                return;
            }
            catch (HubException) when (end.Elapsed < TimeSpan.FromSeconds(20))
            {
                await Task.Yield();
            }
        }
    }

    private static Inbox<string> Pushed(HubConnection hub)
    {
        var pushed = new Inbox<string>();
        hub.On<JsonElement>("Item", item => pushed.Put(item.GetProperty("id").GetString()!));
        return pushed;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
