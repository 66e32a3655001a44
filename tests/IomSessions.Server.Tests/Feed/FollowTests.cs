using System.Net;
using System.Net.Sockets;
using System.Text;
using IomSessions.Server.Feed;

namespace IomSessions.Server.Tests.Feed;

public sealed class FollowTests : IDisposable
{
    private static readonly FeedOptions Quick = new() { Beat = TimeSpan.FromSeconds(1) };

    private readonly DataDirectory _data = new();

    [Fact]
    public async Task CL3_a_follower_gets_all_then_what_comes_and_goes_on_where_it_was()
    {
        await using var app = await FeedApp.StartAsync(_data);
        var items = Enumerable.Range(0, 4).Select(at => Items.Item(at: at)).ToList();
        await app.PublishAsync(items[0]);
        await app.PublishAsync(items[1]);
        using (var follower = await EventLines.FollowAsync(app))
        {
            await follower.UntilIdAsync(items[1].Id);
            Assert.Equal("retry: 3000", follower.Lines.All[0]);
            await app.PublishAsync(items[2]);
            await follower.UntilIdAsync(items[2].Id);
            Assert.Equal(items.Take(3).Select(item => item.Id.ToString("N")), follower.Ids);
        }

        await app.PublishAsync(items[3]);
        using var back = await EventLines.FollowAsync(app, lastId: items[1].Id.ToString("N"));
        using var first = await EventLines.FollowAsync(app, query: $"?lastEventId={items[1].Id:N}");
        using var lost = await EventLines.FollowAsync(app, lastId: "what is this");
        foreach (var (follower, count) in new[] { (back, 2), (first, 2), (lost, 4) })
        {
            await follower.UntilIdAsync(items[3].Id);
            Assert.Equal(items.TakeLast(count).Select(item => item.Id.ToString("N")), follower.Ids);
        }
    }

    [Fact]
    public async Task CL4_beats_are_the_same_whatever_is_published_elsewhere()
    {
        await using var app = await FeedApp.StartAsync(_data, Quick);
        await app.PublishAsync(Items.Item());
        using var follower = await EventLines.FollowAsync(app);
        await app.PublishAsync(Items.Item("elsewhere", reference: "another"));
        var lines = await follower.Lines.UntilAsync(all => all.Count(line => line == ":") >= 3);
        Assert.All(lines.Skip(5), line => Assert.True(line is ":" or ""));
    }

    [Fact]
    public async Task CL3_a_long_replay_comes_whole()
    {
        await using var app = await FeedApp.StartAsync(_data);
        var items = Enumerable.Range(0, 40).Select(at => Items.Item(new string('x', 20_000), at)).ToList();
        foreach (var item in items)
        {
            await app.PublishAsync(item);
        }

        using var follower = await EventLines.FollowAsync(app);
        await follower.UntilIdAsync(items[^1].Id);
        Assert.Equal(items.Select(item => item.Id.ToString("N")), follower.Ids);
    }

    [Fact]
    public async Task CL3_a_follower_that_reads_nothing_harms_nobody_and_is_cut_off()
    {
        await using var app = await FeedApp.StartAsync(_data, Quick);
        var large = Items.Item(new string('x', 190_000));
        await app.PublishAsync(large);
        using var stalled = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
        await stalled.ConnectAsync(app.Address.Host, app.Address.Port);
        await stalled.SendAsync(Encoding.ASCII.GetBytes($"GET {app.ToFeed("/events")} HTTP/1.1\r\nHost: x\r\n\r\n"));
        using var follower = await EventLines.FollowAsync(app);
        for (var at = 1; at <= 30; at++)
        {
            var item = Items.Item(new string('y', 190_000), at);
            await app.PublishAsync(item);
            await follower.UntilIdAsync(item.Id);
        }

        await follower.Lines.UntilAsync(all => all.Count(line => line == ":") >= 4);
        var buffer = new byte[1_000_000];
        await Assert.ThrowsAnyAsync<SocketException>(async () =>
        {
            // what stands in the buffers of the line, then its end
            while (await stalled.ReceiveAsync(buffer).InTime() > 0)
            {
            }

            throw new SocketException((int)SocketError.ConnectionReset);
        });
    }

    [Fact]
    public async Task CL3_more_than_may_follow_are_asked_to_come_later()
    {
        await using var app = await FeedApp.StartAsync(_data, new FeedOptions { Followers = 1 });
        await app.PublishAsync(Items.Item());
        using (var first = await EventLines.FollowAsync(app))
        {
            using var second = await app.GetAsync(app.ToFeed("/events"), HttpStatusCode.ServiceUnavailable);
            Assert.Equal("30", second.Headers.RetryAfter!.ToString());
        }

        await FollowsAgainAsync(app);
        await using var narrow = await FeedApp.StartAsync(_data, new FeedOptions { PerAddress = 1 }, publishes: false);
        using (var only = await FollowsAgainAsync(narrow))
        {
            using var other = await narrow.GetAsync(narrow.ToFeed("/events"), HttpStatusCode.ServiceUnavailable);
        }
    }

    [Fact]
    public async Task OP2_followers_are_let_go_when_the_server_ends()
    {
        var app = await FeedApp.StartAsync(_data);
        await app.PublishAsync(Items.Item());
        using var follower = await EventLines.FollowAsync(app);
        await follower.Lines.FirstAsync(line => line.StartsWith("data:", StringComparison.Ordinal));
        await app.DisposeAsync().AsTask().InTime();
        await follower.Ended.InTime();
    }

    public void Dispose() => _data.Dispose();

    // the server hears of a line that has ended a moment later
    private static async Task<EventLines> FollowsAgainAsync(FeedApp app)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await EventLines.FollowAsync(app);
            }
            catch (Xunit.Sdk.EqualException) when (tries < 600)
            {
                await Task.Delay(50);
            }
        }
    }
}
