namespace IomSessions.Rig;

/// <summary>What goes wrong in a round, and how it is put right.</summary>
/// <param name="Name">As the command line has it.</param>
/// <param name="DoAsync">Takes as long as the fault lasts; everything is well again when it returns.</param>
internal sealed record Fault(string Name, Func<Topology, Random, bool, Task> DoAsync)
{
    /// <summary>All of them. The last argument: briefly, where a test of every day cannot wait.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("none", (_, _, _) => LastAsync(2)),
        new("die-after-commit", async (around, chance, _) =>
        {
            var node = Any(around, chance);
            await node.TellAsync("die");
            await node.EndedAsync();
            await LastAsync(1);
            await node.StartAsync();
        }),
        new("kill-node", async (around, chance, _) =>
        {
            var node = Any(around, chance);
            await node.KillAsync();
            await LastAsync(1);
            await node.StartAsync();
        }),
        new("term-node", async (around, chance, _) =>
        {
            var node = Any(around, chance);
            await node.TermAsync();
            await node.StartAsync();
        }),
        new("freeze-node", async (around, chance, _) =>
        {
            var node = Any(around, chance);
            await node.SignalAsync("STOP");
            await LastAsync(3);
            await node.SignalAsync("CONT");
        }),
        new("redis-hangs", async (around, _, briefly) =>
        {
            await around.Redis!.StopAsync();
            await LastAsync(briefly ? 3 : 8);
            await around.Redis.ContinueAsync();
        }),
        new("redis-restarts-empty", async (around, _, _) =>
        {
            await around.Redis!.KillAsync();
            await LastAsync(2);
            await around.Redis.StartAgainAsync();
        }),
        new("postgres-refuses", async (around, _, briefly) =>
        {
            foreach (var node in around.Nodes)
            {
                node.Store.Cut();
            }

            await LastAsync(briefly ? 3 : 30);
            foreach (var node in around.Nodes)
            {
                node.Store.Open();
            }
        }),
        new("postgres-killed", async (around, _, _) =>
        {
            await around.Postgres.KillAsync();
            await around.Postgres.StartAgainAsync();
        }),
        new("node-without-redis", async (around, chance, _) =>
        {
            var node = Any(around, chance);
            node.Bell!.Cut();
            await LastAsync(4);
            node.Bell.Open();
        }),
        new("node-without-store", async (around, chance, _) =>
        {
            var node = Any(around, chance);
            node.Store.Cut();
            await LastAsync(4);
            node.Store.Open();
        }),
        new("node-store-silent", async (around, chance, _) =>
        {
            var node = Any(around, chance);
            node.Store.Hold();
            await LastAsync(4);
            node.Store.Open();
        }),
        new("all-lines-drop", async (around, _, _) =>
        {
            around.Door.Drop();
            await LastAsync(2);
        }),
    ];

    private static Node Any(Topology around, Random chance) => around.Nodes[chance.Next(around.Nodes.Count)];

    private static Task LastAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds));
}
