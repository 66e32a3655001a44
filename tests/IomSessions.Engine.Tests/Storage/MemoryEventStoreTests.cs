using IomSessions.Engine.InMemory;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

public sealed class MemoryEventStoreTests : EventStoreContract
{
    protected override IEventStore Store { get; } = new MemoryEventStore();

    [Fact]
    public async Task ST1_an_append_that_is_made_to_fail_writes_nothing()
    {
        var session = Batches.Session();
        var failing = true;
        var store = new MemoryEventStore(_ => failing);
        var batch = Batches.One(session, 0, Batches.Circle(), 1);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.AppendAsync(batch));
        Assert.Equal(0, await store.HeadAsync(session));
        failing = false;
        Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync(batch));
    }
}
