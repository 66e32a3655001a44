using System.Diagnostics;
using System.Globalization;
using IomSessions.Benchmarks.Hosts;

namespace IomSessions.Rig;

/// <summary>How long a word takes from a participant on one node to one on another.</summary>
internal static class Latency
{
    private const int Words = 200;

    public static async Task<int> RunAsync(bool redis, Action<string> say)
    {
        await using var around = await Topology.StartAsync(2, durable: true);
        if (!redis)
        {
            await around.Redis!.KillAsync();
        }

        var session = (await around.PrepareAsync(new Plan("latency", 1, [4])))[0];
        await using var near = new Player(around.Nodes[0].Address, session.Id, session.Rooms[0].People[0]);
        await using var far = new Player(around.Nodes[1].Address, session.Id, session.Rooms[0].People[1]);
        foreach (var player in (Player[])[near, far])
        {
            await player.Line.ConnectAsync();
            await player.Line.WaitForAsync(view => view.Here is not null);
        }

        var (answered, heard) = (new List<double>(), new List<double>());
        for (var at = 0; at < Words; at++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"word {at}");
            var began = Stopwatch.GetTimestamp();
            var hearing = far.Line.WaitForAsync(view => view.Talk.Values.Any(talk => talk.Count > 0 && talk[^1].Text == text));
            await near.SayAsync(text);
            answered.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await hearing;
            heard.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(Random.Shared.Next(20, redis ? 50 : 120));
        }

        say(string.Create(CultureInfo.InvariantCulture,
            $"{(redis ? "with Redis" : "Redis down")}: answered p50 {At(answered, 0.5):0.0} ms, p99 {At(answered, 0.99):0.0} ms; heard on the other node p50 {At(heard, 0.5):0.0} ms, p99 {At(heard, 0.99):0.0} ms"));
        return 0;
    }

    private static double At(List<double> times, double part) => times.Order().ElementAt((int)(part * (times.Count - 1)));
}
