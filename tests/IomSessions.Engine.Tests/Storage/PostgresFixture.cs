using IomSessions.Storage.Postgres;
using IomSessions.Testbed;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

/// <summary>One PostgreSQL for the tests of the store; each test has a database of its own.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresProcess? _process;

    public PostgresProcess Process => _process!;

    public async Task InitializeAsync() => _process = await PostgresProcess.StartAsync();

    public async Task DisposeAsync() => await Process.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class OnPostgres : ICollectionFixture<PostgresFixture>
{
    public const string Name = "PostgreSQL";
}

/// <summary>A database for one test.</summary>
public sealed class PostgresTest(PostgresFixture fixture)
{
    private readonly List<PostgresDb> _open = [];

    public string Connection { get; private set; } = "";

    public async Task MakeAsync() => Connection = await fixture.Process.DatabaseAsync();

    /// <summary>As another node opens it.</summary>
    public PostgresDb Open(string more = "")
    {
        // the machine may be busy with all the other tests
        var db = PostgresDb.Of(Connection + ";Timeout=60;Command Timeout=60" + more);
        _open.Add(db);
        return db;
    }

    public Task ExecuteAsync(string sql) => fixture.Process.ExecuteAsync(sql, new Npgsql.NpgsqlConnectionStringBuilder(Connection).Database!);

    /// <summary>Nobody is connected any more.</summary>
    public Task CloseAsync()
    {
        _open.ForEach(db => db.Dispose());
        return Task.CompletedTask;
    }
}
