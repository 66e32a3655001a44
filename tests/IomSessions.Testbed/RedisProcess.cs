using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace IomSessions.Testbed;

/// <summary>A Redis of the tests' own, on a free port of the loopback address; it keeps nothing.</summary>
public sealed class RedisProcess : IAsyncDisposable
{
    private Neighbour? _process;

    private RedisProcess(int port) => Port = port;

    public int Port { get; }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public static async Task<RedisProcess> StartAsync()
    {
        var redis = new RedisProcess(Neighbour.FreePort());
        await redis.StartAgainAsync();
        return redis;
    }

    /// <summary>Starts it, empty, and waits until it answers.</summary>
    public async Task StartAgainAsync()
    {
        _process = await Neighbour.StartAsync(
            "redis-server", "--port", string.Create(CultureInfo.InvariantCulture, $"{Port}"), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no");
        await Neighbour.UntilAsync(AnswersAsync);
    }

    public Task KillAsync() => _process!.KillAsync();

    /// <summary>It hangs: takes what is sent and answers nothing.</summary>
    public Task StopAsync() => _process!.SignalAsync("STOP");

    public Task ContinueAsync() => _process!.SignalAsync("CONT");

    public ValueTask DisposeAsync() => _process!.DisposeAsync();

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync("127.0.0.1", Port);
            await line.GetStream().WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[5];
            await line.GetStream().ReadExactlyAsync(answer);
            return Encoding.ASCII.GetString(answer) == "+PONG";
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }
}
