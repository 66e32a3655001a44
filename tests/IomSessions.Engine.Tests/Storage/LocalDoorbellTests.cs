using IomSessions.Domain;
using IomSessions.Engine.InMemory;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

public sealed class LocalDoorbellTests
{
    [Fact]
    public void DL1_every_listener_hears_a_ring_until_it_leaves_and_none_harms_another()
    {
        var bell = new LocalDoorbell();
        var session = Batches.Session();
        var (first, second) = (new List<(SessionId, long)>(), new List<(SessionId, long)>());
        using var failing = bell.Listen((_, _) => throw new InvalidOperationException());
        var leaving = bell.Listen((s, v) => first.Add((s, v)));
        using var staying = bell.Listen((s, v) => second.Add((s, v)));
        bell.Ring(session, 1);
        leaving.Dispose();
        bell.Ring(session, 2);
        Assert.Equal([(session, 1L)], first);
        Assert.Equal([(session, 1L), (session, 2L)], second);
    }
}
