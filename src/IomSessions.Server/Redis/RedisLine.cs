using System.Security.Cryptography;
using IomSessions.Engine;
using IomSessions.Server.Operations;
using StackExchange.Redis;

namespace IomSessions.Server.Redis;

/// <summary>
/// What nodes tell each other through Redis: sealed under the house's key, so that Redis need not be trusted. It sees that something was
/// told, how long it is and when; neither session nor person nor number. Whatever it loses, repeats or delays costs a second; what it makes
/// up is not opened.
/// </summary>
internal sealed class RedisLine : IAsyncDisposable
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int NodeBytes = 16;

    private static readonly RedisChannel Channel = RedisChannel.Literal("iomsessions");

    private readonly ConfigurationOptions _options;
    private readonly AesGcm _key;
    private readonly byte[] _me = Guid.NewGuid().ToByteArray();
    private readonly ILogger<RedisLine> _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _connecting;
    private ConnectionMultiplexer? _redis;
    private Action<byte, ReadOnlyMemory<byte>> _heard = (_, _) => { };

    /// <param name="redis">As StackExchange.Redis reads it.</param>
    /// <param name="key">32 bytes, the same on every node.</param>
    public RedisLine(string redis, byte[] key, TimeProvider clock, ILogger<RedisLine> log)
    {
        _options = ConfigurationOptions.Parse(redis);
        _options.AbortOnConnectFail = false;
        _options.ConnectTimeout = 2_000;
        _options.SyncTimeout = _options.AsyncTimeout = 2_000;
        _options.KeepAlive = 2;
        _options.HeartbeatInterval = TimeSpan.FromMilliseconds(500);
        _options.ReconnectRetryPolicy = new LinearRetry(500);
        _options.BacklogPolicy = BacklogPolicy.FailFast; // a late ring is worth nothing
        _options.ClientName = "iomsessions";
        (_key, _log) = (new AesGcm(key, TagBytes), log);
        using (ExecutionContext.SuppressFlow())
        {
            _connecting = Task.Run(() => ConnectAsync(clock));
        }
    }

    /// <summary>Whether Redis answers, as far as is known.</summary>
    public bool Answers => _redis?.IsConnected ?? false;

    /// <summary>Calls back for what other nodes have told; on a thread of the connection: must not wait.</summary>
    public void Listen(Action<byte, ReadOnlyMemory<byte>> heard) => _heard += heard;

    /// <summary>Tells the other nodes. Never waits, never throws.</summary>
    /// <param name="kind">Tells what it is; sealed with it.</param>
    public void Send(byte kind, ReadOnlySpan<byte> told)
    {
        if (_redis is not { IsConnected: true } redis)
        {
            return;
        }

        try
        {
            redis.GetSubscriber().Publish(Channel, Seal(kind, told), CommandFlags.FireAndForget);
        }
        catch (Exception lost) when (lost is RedisException or ObjectDisposedException or TimeoutException)
        {
            // the others look every second
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _connecting;
        await (_redis?.DisposeAsync() ?? ValueTask.CompletedTask);
        _key.Dispose();
        _stop.Dispose();
    }

    private async Task ConnectAsync(TimeProvider clock)
    {
        while (!_stop.IsCancellationRequested)
        {
            ConnectionMultiplexer? redis = null;
            try
            {
                redis = await ConnectionMultiplexer.ConnectAsync(_options);
                await redis.GetSubscriber().SubscribeAsync(Channel, (_, message) => Hear(message));
                redis.ConnectionFailed += (_, _) => Say(redis);
                redis.ConnectionRestored += (_, _) => Say(redis);
                _redis = redis;
                Say(redis);
                return;
            }
            catch (Exception failure) when (failure is RedisException or TimeoutException or IOException)
            {
                ServerLog.RedisAway(_log);
                if (redis is not null)
                {
                    // it would come back by itself, and hear everything once more
                    await redis.DisposeAsync();
                }
            }

            try
            {
                await Task.Delay(TimeSpan.FromSeconds(1), clock, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Say(ConnectionMultiplexer redis)
    {
        Measures.Redis(redis.IsConnected);
        if (redis.IsConnected)
        {
            ServerLog.RedisAnswers(_log);
        }
        else if (!_stop.IsCancellationRequested)
        {
            ServerLog.RedisAway(_log);
        }
    }

    // nonce, then sealed: who tells it, what it is, what is told
    private byte[] Seal(byte kind, ReadOnlySpan<byte> told)
    {
        byte[] open = [.. _me, kind, .. told];
        var bytes = new byte[NonceBytes + open.Length + TagBytes];
        var nonce = bytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        lock (_key)
        {
            _key.Encrypt(nonce, open, bytes.AsSpan(NonceBytes, open.Length), bytes.AsSpan(NonceBytes + open.Length));
        }

        return bytes;
    }

    private void Hear(RedisValue message)
    {
        byte[] bytes = (byte[]?)message ?? [];
        if (bytes.Length <= NonceBytes + NodeBytes + TagBytes)
        {
            Measures.Heard("forged");
            return;
        }

        var open = new byte[bytes.Length - NonceBytes - TagBytes];
        try
        {
            lock (_key)
            {
                _key.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, open.Length), bytes.AsSpan(NonceBytes + open.Length), open);
            }
        }
        catch (AuthenticationTagMismatchException)
        {
            Measures.Heard("forged");
            return;
        }

        if (!open.AsSpan(0, NodeBytes).SequenceEqual(_me))
        {
            _heard(open[NodeBytes], open.AsMemory(NodeBytes + 1));
        }
    }
}
