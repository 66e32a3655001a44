using System.Diagnostics;
using System.Globalization;

namespace IomSessions.Rig;

/// <summary>Many rounds of each fault; several sessions share one occurrence of it.</summary>
internal static class Rounds
{
    /// <summary>Talk before the fault and after it.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);

    /// <returns>What is wrong.</returns>
    public static async Task<List<string>> RunAsync(Topology around, Fault fault, int rounds, int together, int seed, bool briefly, Action<string> say)
    {
        var faults = new List<string>();
        for (var done = 0; done < rounds; done += together)
        {
            var began = Stopwatch.GetTimestamp();
            var now = Math.Min(together, rounds - done);
            var chance = new Random(seed + done);
            var cast = await around.PrepareAsync(Round.Shape(now));
            var playing = cast.Select((session, at) => new Round(around, session, seed + done + at)).ToList();
            try
            {
                await Task.WhenAll(playing.Select(round => round.BeginAsync()));
                await Task.Delay(Calm);
                await fault.DoAsync(around, chance, briefly);
                await Task.Delay(Calm);
                var found = (await Task.WhenAll(playing.Select(round => round.EndAsync()))).SelectMany(one => one).ToList();
                faults.AddRange(found);
                say(string.Create(CultureInfo.InvariantCulture,
                    $"{fault.Name}: rounds {done + 1} to {done + now}, {playing.Sum(round => round.Moves.Done)} moves done, {playing.Sum(round => round.Moves.Conflicts)} refused, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, {(found.Count == 0 ? "sound" : string.Join("; ", found))}"));
            }
            finally
            {
                foreach (var round in playing)
                {
                    await round.DisposeAsync();
                }
            }
        }

        return faults;
    }
}
