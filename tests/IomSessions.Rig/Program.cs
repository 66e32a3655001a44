using System.Globalization;
using IomSessions.Rig;

// Breaks several nodes in every way there is and compares what every client was told with the log.
//   rounds [--rounds 50] [--together 10] [--faults name,name] [--seed N] [--briefly]   every fault, so many rounds each
//   storm [--people 1000]          kills one of three nodes with so many participants
//   soak [--minutes 30]            one fault after the other, all the time
//   latency [--redis no]           how long a word takes from one node to another
//   serve                          starts it all, says where, and waits for Enter
switch (args.FirstOrDefault())
{
    case NodeHost.Word:
        await NodeHost.RunAsync(args);
        return 0;
    case "storm":
        return await Storm.RunAsync(Number("--people", 1_000), Say);
    case "latency":
        return await Latency.RunAsync(Told("--redis", "yes") == "yes", Say);
    case "soak":
        return await Soak.RunAsync(TimeSpan.FromMinutes(Number("--minutes", 30)), Number("--seed", Random.Shared.Next(1, 1_000_000)), Say);
    case "serve":
        await using (var around = await Topology.StartAsync(Number("--nodes", 2)))
        {
            Say($"door {around.Door.Address}, nodes {string.Join(" ", around.Nodes.Select(node => node.Address))}, PostgreSQL port {around.Postgres.Port}, Redis port {around.Redis!.Port}");
            await Console.In.ReadLineAsync();
        }

        return 0;
    default:
        var names = Told("--faults", string.Join(',', Fault.All.Select(fault => fault.Name))).Split(',');
        var (seed, found) = (Number("--seed", Random.Shared.Next(1, 1_000_000)), new List<string>());
        Say($"seed {seed}");
        foreach (var fault in Fault.All.Where(fault => names.Contains(fault.Name)))
        {
            await using var around = await Topology.StartAsync(3);
            found.AddRange(await Rounds.RunAsync(around, fault, Number("--rounds", 50), Number("--together", 10), seed, args.Contains("--briefly"), Say));
        }

        Say(found.Count == 0 ? "all sound" : $"{found.Count} faults");
        return found.Count == 0 ? 0 : 1;
}

string Told(string option, string otherwise) => Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;

int Number(string option, int otherwise) => int.Parse(Told(option, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

static void Say(string what) => Console.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {what}");
