using Xunit;

namespace IomSessions.Rig.Tests;

/// <summary>Two nodes for all of these; the long rounds are a command of their own.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    internal Topology Around { get; private set; } = null!;

    public async Task InitializeAsync() => Around = await Topology.StartAsync(2);

    public async Task DisposeAsync() => await Around.DisposeAsync();
}

public sealed class FaultTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    private const int Seed = 1_978;

    [Theory]
    [InlineData("die-after-commit")]
    [InlineData("redis-hangs")]
    [InlineData("redis-restarts-empty")]
    [InlineData("node-without-redis")]
    [InlineData("node-without-store")]
    [InlineData("postgres-refuses")]
    [InlineData("all-lines-drop")]
    public async Task DL1_DL3_DL4_DL5_nothing_is_lost_doubled_leaked_or_out_of_order_when(string happens)
    {
        var fault = Fault.All.Single(one => one.Name == happens);
        var found = await Rounds.RunAsync(nodes.Around, fault, 1, 1, Seed, briefly: true, _ => { });
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}
