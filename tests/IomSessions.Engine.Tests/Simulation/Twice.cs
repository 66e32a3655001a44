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

    public static async Task<(Transcript Transcript, IReadOnlySet<PersonId> Members)> HalfAsync(
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
        await new History(world, seed, secret).RunAsync();
        await Ending.DemandAsync(world);
        return (world.Transcript, secret.Members);
    }
}
