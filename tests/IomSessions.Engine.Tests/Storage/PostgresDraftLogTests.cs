using IomSessions.Storage.Postgres;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

[Collection(OnPostgres.Name)]
public sealed class PostgresDraftLogTests(PostgresFixture fixture) : DraftLogContract, IAsyncLifetime
{
    private readonly PostgresTest _test = new(fixture);
    private PostgresEventStore? _store;

    protected override IEventStore Store => _store!;

    public async Task InitializeAsync()
    {
        await _test.MakeAsync();
        _store = PostgresEventStore.Open(_test.Open());
    }

    public async Task DisposeAsync()
    {
        _store!.Dispose();
        await _test.CloseAsync();
    }
}
