using IomSessions.Domain;
using Xunit;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Whatever happens to lines, nodes, bell and store: everybody ends with what the log says is his, and nothing else.</summary>
public sealed class HistoryTests
{
    [Fact]
    public Task DL1_10000_seeded_histories_end_equal_to_the_log() => Seeds.EachAsync(Seeds.Count, RunAsync);

    [Fact]
    public async Task The_histories_reach_every_kind_of_event()
    {
        // the first comes by HTTP, the other needs a whole day of caucuses: both are proved elsewhere
        HashSet<string> told =
        [
            "invitation.redeemed", "caucuses.held",
        ];
        for (var seed = 0; seed < 3_000 && told.Count < EventNames.ByType.Count; seed++)
        {
            var world = await World.OpenAsync(Plan(seed));
            await new History(world, seed, null).RunAsync();
            told.UnionWith(world.Oracle.Log.Select(entry => entry.Type));
        }

        Assert.Empty(EventNames.ByType.Values.Except(told));
    }

    [Fact]
    public async Task PR6_the_histories_table_frozen_versions()
    {
        var tabled = 0;
        for (var seed = 0; seed < 1_000 && tabled < 5; seed++)
        {
            var world = await World.OpenAsync(Plan(seed));
            await new History(world, seed, null).RunAsync();
            tabled += world.Oracle.Log.Count(entry => entry.Type == "partyProposal.written" && entry.Body.GetProperty("title").GetString() == "Tabled");
        }

        Assert.Equal(5, Math.Min(tabled, 5));
    }

    internal static async Task<string?> RunAsync(int seed)
    {
        History? history = null;
        try
        {
            var world = await World.OpenAsync(Plan(seed));
            history = new History(world, seed, null);
            await history.RunAsync();
            await Ending.DemandAsync(world, history);
            return world.Faults.Find(fault => fault is not StoreUnavailableException)?.ToString();
        }
        catch (Exception broken)
        {
            return $"{(broken is BrokenException ? broken.Message : broken)}\n{string.Join('\n', history?.Done ?? [])}";
        }
    }

    private static WorldPlan Plan(int seed)
    {
        var chance = new Random(seed ^ 0x61c88647);
        return new WorldPlan(seed)
        {
            Nodes = chance.Next(1, 3),
            Kept = chance.Next(3) == 0 ? Ledger.Tail : chance.Next(4, 60),
            LineFrames = chance.Next(2) == 0 ? Limits.QueuedFrames : chance.Next(2, 8),
            RereadLater = chance.Next(2) == 0,
            SnapshotEvery = chance.Next(5, 60),
            Notice = (CaucusNotice)chance.Next(3),
            Outside = chance.Next(4),
        };
    }
}
