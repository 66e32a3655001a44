using System.Diagnostics;

namespace IomSessions.Rig;

/// <summary>One fault after the other for as long as wanted, with sessions that come and go.</summary>
internal static class Soak
{
    public static async Task<int> RunAsync(TimeSpan time, int seed, Action<string> say)
    {
        say($"seed {seed}");
        await using var around = await Topology.StartAsync(3);
        var (chance, found, rounds) = (new Random(seed), new List<string>(), 0);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < time;)
        {
            var fault = Fault.All[chance.Next(Fault.All.Count)];
            found.AddRange(await Rounds.RunAsync(around, fault, 5, 5, chance.Next(1, 1_000_000), briefly: chance.Next(3) > 0, say));
            rounds += 5;
        }

        say($"{rounds} rounds in {time.TotalMinutes:0} minutes: {(found.Count == 0 ? "nothing lost, doubled, leaked or out of order" : string.Join("; ", found))}");
        return found.Count == 0 ? 0 : 1;
    }
}
