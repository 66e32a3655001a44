using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>The same history twice, different in one secret.</summary>
internal static class Twice
{
    /// <returns>The first byte that tells somebody outside of the secret, or null.</returns>
    public static Task<string?> RunAsync(int seed, CircleKind kind) => RunAsync(seed, kind, plan => plan);

    /// <param name="plant">Plants a leak.</param>
    public static async Task<string?> RunAsync(int seed, CircleKind kind, Func<WorldPlan, WorldPlan> plant)
    {
        try
        {
            var (one, other) = (await HalfAsync(seed, kind, 1, plant), await HalfAsync(seed, kind, 2, plant));
            return one.Transcript.DiffersFrom(other.Transcript, one.Members.Union(other.Members).ToHashSet());
        }
        catch (Exception broken)
        {
            return broken.ToString();
        }
    }

    /// <summary>The same over two nodes, where what comes when depends on how fresh a node is: what the log then holds for each, in its
    /// order, and what he was answered.</summary>
    public static async Task<string?> OverTwoNodesAsync(int seed, CircleKind kind, Func<WorldPlan, WorldPlan> plant)
    {
        try
        {
            var (one, other) = (await RunHalfAsync(seed, kind, 1, Two), await RunHalfAsync(seed, kind, 2, Two));
            var members = one.Members.Union(other.Members).ToHashSet();
            foreach (var person in one.World.Cast.Everybody.Where(person => !members.Contains(person)))
            {
                var (mine, theirs) = (Readable(one.World, person), Readable(other.World, person));
                if (!mine.SequenceEqual(theirs))
                {
                    var at = mine.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
                    return $"{person.Value:N} at {at} of {mine.Count} and {theirs.Count}: {mine.ElementAtOrDefault(at)}\n| {theirs.ElementAtOrDefault(at)}";
                }
            }

            return one.World.Transcript!.Replies(members).SequenceEqual(other.World.Transcript!.Replies(members))
                ? null
                : "somebody outside was answered otherwise";
        }
        catch (Exception broken)
        {
            return broken.ToString();
        }

        WorldPlan Two(WorldPlan plan) => plant(plan with { Nodes = 2, LineFrames = Limits.QueuedFrames });
    }

    public static async Task<(Transcript Transcript, IReadOnlySet<PersonId> Members)> HalfAsync(
        int seed, CircleKind kind, int variant, Func<WorldPlan, WorldPlan> plant)
    {
        var (world, members) = await RunHalfAsync(seed, kind, variant, plant);
        return (world.Transcript!, members);
    }

    private static List<(CircleId Circle, long Offset, UInt128 Mark, string Type)> Readable(World world, PersonId person) =>
        [.. world.Oracle.Readable(person).Select(entry => (entry.Circle, entry.Offset, entry.Mark, entry.Type))];

    private static async Task<(World World, IReadOnlySet<PersonId> Members)> RunHalfAsync(
        int seed, CircleKind kind, int variant, Func<WorldPlan, WorldPlan> plant)
    {
        var chance = new Random(seed ^ 0x3c6ef372);
        var world = await World.OpenAsync(plant(new WorldPlan(seed)
        {
            // how fresh a node is depends on all that is said: latency, which is excepted; so one node
            Nodes = 1,
            Kept = chance.Next(3) == 0 ? Ledger.Tail : chance.Next(4, 60),
            LineFrames = chance.Next(3) == 0 ? chance.Next(2, 8) : Limits.QueuedFrames,
            Notice = (CaucusNotice)chance.Next(3),
            Outside = chance.Next(4),
        }));
        var secret = new Secret(kind, variant, seed);
        world.Transcript = new Transcript();
        var history = new History(world, seed, secret);
        await history.RunAsync();
        await Ending.DemandAsync(world, history);
        return (world, secret.Members);
    }
}
