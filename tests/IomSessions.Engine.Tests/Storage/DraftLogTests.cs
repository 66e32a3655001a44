using IomSessions.Engine.InMemory;
using IomSessions.Storage.Sqlite;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

public sealed class MemoryDraftLogTests : DraftLogContract
{
    protected override IEventStore Store { get; } = new MemoryEventStore();
}

public sealed class SqliteDraftLogTests : DraftLogContract, IDisposable
{
    private readonly TempFolder _folder = new();
    private SqliteEventStore? _store;

    protected override IEventStore Store => _store ??= SqliteEventStore.Open(_folder.File("events.db"));

    public void Dispose()
    {
        _store?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task DR4_an_ended_draft_is_still_ended_after_a_restart()
    {
        var (session, circle) = (Batches.Session(), Batches.Circle());
        await Store.AppendAsync(Batches.One(session, 0, circle, 1) with { Ends = [new(circle, 0)] });
        _store!.Dispose();
        _store = null;
        var change = new StoredChange(1, 1, [1], new byte[32]);
        Assert.Equal(DraftOutcome.Ended, await Store.AppendChangesAsync(new DraftBatch(session, circle, [change])));
    }
}
