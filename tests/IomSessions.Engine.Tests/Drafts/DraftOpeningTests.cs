using IomSessions.Engine.Tests.Snapshots;
using Xunit;

namespace IomSessions.Engine.Tests.Drafts;

/// <summary>A draft is read from the store while others are written on.</summary>
public sealed class DraftOpeningTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task DL5_while_a_draft_is_read_nobody_waits_who_follows_one()
    {
        var drafting = await Drafting.BeginAsync();
        var (world, isSlow) = (drafting.World, false);
        using var reading = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var ports = world.PortsOf(0) with { RunBeside = _ => { } };
        var store = new CountingStore(ports.Store)
        {
            DraftRead = () =>
            {
                if (isSlow)
                {
                    reading.Set();
                    go.Wait();
                }
            },
        };
        var ledger = await Ledger.OpenAsync(world.Cast.Session, ports);
        var desks = new DraftDesks(world.Cast.Session, ledger, ports with { Store = store }, (_, _) => { }, () => false);
        var first = (await desks.FindAsync(drafting.Mediator, drafting.Circle))!;
        world.Clock.Advance(2 * DraftDesks.Patience);
        desks.Look();
        Assert.Equal(0, desks.Count);

        isSlow = true;
        var opening = Task.Run(async () => await desks.FindAsync(drafting.Mediator, drafting.Circle));
        try
        {
            await Task.Run(reading.Wait).WaitAsync(Patience);
            Assert.Same(first, await Task.Run(() => desks.Keep(first)).WaitAsync(Patience));
        }
        finally
        {
            go.Set();
        }

        Assert.NotNull(await opening.WaitAsync(Patience));
    }
}
