using IomSessions.Engine.InMemory;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

public sealed class MemoryKeyStoreTests : KeyStoreContract
{
    protected override IKeyStore Keys { get; } = new MemoryKeyStore();

    [Fact]
    public async Task ST2_seeded_keys_follow_from_seed_and_id_alone()
    {
        var (session, circle) = (Batches.Session(), Batches.Circle());
        var one = (await MemoryKeyStore.Seeded(1).EnsureAsync(session, [circle]))[circle];
        var same = (await MemoryKeyStore.Seeded(1).EnsureAsync(session, [Batches.Circle(), circle]))[circle];
        var other = (await MemoryKeyStore.Seeded(2).EnsureAsync(session, [circle]))[circle];
        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
    }
}
