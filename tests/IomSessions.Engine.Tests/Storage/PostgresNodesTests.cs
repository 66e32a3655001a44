using IomSessions.Domain;
using IomSessions.Storage.Postgres;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

[Collection(OnPostgres.Name)]
public sealed class PostgresNodesTests(PostgresFixture fixture) : IAsyncLifetime
{
    private static readonly Dictionary<SessionId, IReadOnlyCollection<PersonId>> Nobody = [];
    private readonly PostgresTest _test = new(fixture);

    public Task InitializeAsync() => _test.MakeAsync();

    public Task DisposeAsync() => _test.CloseAsync();

    [Fact]
    public async Task PO2_a_look_says_what_time_it_is_in_the_database()
    {
        using var db = _test.Open();
        using var events = PostgresEventStore.Open(db);
        var nodes = new PostgresNodes(db);
        // the database is on this machine
        var before = TimeProvider.System.GetUtcNow();
        var now = (await nodes.LookAsync(Nobody)).Now;
        Assert.InRange(now, before.AddMilliseconds(-1), TimeProvider.System.GetUtcNow().AddMilliseconds(1));
        Assert.Equal(TimeSpan.Zero, now.Offset);
    }
}
