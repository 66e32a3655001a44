using IomSessions.Server.Redis;
using IomSessions.Testbed;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;

namespace IomSessions.Server.Tests.Nodes;

/// <summary>The line between nodes, where Redis is not there at the start.</summary>
public sealed class RedisLineTests
{
    [Fact]
    public async Task DL8_a_node_hears_once_what_is_told_although_redis_came_after_several_tries()
    {
        await using var redis = await RedisProcess.StartAsync();
        await redis.KillAsync();
        var (clock, tries) = (new FakeTimeProvider(), new Tries());
        await using var line = new RedisLine(redis.Address, new byte[32], clock, tries);
        await TryAsync(() => tries.Away >= 3);
        await redis.StartAgainAsync();
        await TryAsync(() => line.Answers);

        // for longer than any connection needs to come back
        await using var another = await ConnectionMultiplexer.ConnectAsync(redis.Address);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var at = 0; at < 100 && await often.WaitForNextTickAsync(); at++)
        {
            Assert.InRange(await another.GetSubscriber().PublishAsync(RedisChannel.Literal("iomsessions"), "?"), 0, 1);
        }

        Assert.Equal(1, await another.GetSubscriber().PublishAsync(RedisChannel.Literal("iomsessions"), "?"));

        Task TryAsync(Func<bool> so) => Soon.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return so();
        });
    }

    /// <summary>Counts how often Redis was found away.</summary>
    private sealed class Tries : ILogger<RedisLine>
    {
        private int _away;

        public int Away => Volatile.Read(ref _away);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name == "redis_away")
            {
                Interlocked.Increment(ref _away);
            }
        }
    }
}
