using System.Diagnostics;
using System.Globalization;
using IomSessions.Benchmarks.Hosts;

namespace IomSessions.Rig;

/// <summary>One of three nodes is killed while many are connected: how long until everybody is whole, and how often the log is read.</summary>
internal static class Storm
{
    private const int PerSession = 50;

    public static async Task<int> RunAsync(int people, Action<string> say)
    {
        await using var around = await Topology.StartAsync(3);
        var cast = await around.PrepareAsync(new Plan("storm", people / PerSession, [PerSession]));
        say($"{cast.Count} sessions of {PerSession} are prepared");
        var sessions = cast.Select(session => (Session: session, Players: session.Rooms[0].People.Select(who => new Player(around.Door.Address, session.Id, who)).ToList())).ToList();
        var everybody = sessions.SelectMany(one => one.Players).ToList();
        foreach (var some in everybody.Chunk(50))
        {
            await Task.WhenAll(some.Select(player => player.Line.ConnectAsync()));
        }

        await Task.WhenAll(everybody.Select(player => player.Line.WaitForAsync(view => view.Here is not null)));
        await Task.WhenAll(sessions.Select(one => one.Players[0].SayAsync("before")));
        say("everybody is connected");
        await SettleAsync(sessions, around);
        foreach (var node in around.Nodes)
        {
            await node.AskAsync("forget");
        }

        var killed = Stopwatch.GetTimestamp();
        await around.Nodes[0].KillAsync();
        var lost = everybody.Count(player => player.Line.State is not IomSessions.Client.ConnectionState.Connected);
        await Task.WhenAll(sessions.Select(one => one.Players[^1].SayAsync("meanwhile")));
        await Task.WhenAll(everybody.Select(player => player.Line.WaitForAsync(view => view.Talk.Values.Any(talk => talk.Any(said => said.Text == "meanwhile")))));
        var whole = Stopwatch.GetElapsedTime(killed);
        var reads = new List<string?>();
        foreach (var node in around.Nodes.Where(node => node.Runs))
        {
            reads.Add(await node.AskAsync("reads"));
        }

        var faults = new List<string>();
        foreach (var (session, players) in sessions)
        {
            faults.AddRange(await Checker.CheckAsync(around, session.Id, players, TimeSpan.FromSeconds(30)));
        }

        say(string.Create(CultureInfo.InvariantCulture,
            $"{people} people on three nodes, one killed: all whole after {whole.TotalSeconds:0.0} s; reads of one session at most {string.Join(" and ", reads)}; {(faults.Count == 0 ? "nothing lost, doubled, leaked or out of order" : string.Join("; ", faults))}; {lost} lines were seen lost at once"));
        await Parallel.ForEachAsync(everybody, async (player, _) => await player.DisposeAsync());
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task SettleAsync(IEnumerable<(CastSession Session, List<Player> Players)> sessions, Topology around)
    {
        foreach (var (session, players) in sessions)
        {
            var faults = await Checker.CheckAsync(around, session.Id, players, TimeSpan.FromSeconds(60));
            if (faults.Count > 0)
            {
                throw new InvalidOperationException(string.Join("; ", faults));
            }
        }
    }
}
